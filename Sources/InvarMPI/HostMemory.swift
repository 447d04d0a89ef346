#if MPI
    import CMPI
    import InvarGraph
    import InvarRuntime
    import Synchronization

    /// Memory that all ranks of one host see, and in which they meet.
    ///
    /// Each rank has two pieces of it in turn. What it lays down in one stays there until all ranks have met over the other, so that
    /// nobody writes over what another one still reads.
    @safe
    final class HostMemory: Sendable {
        /// So many bytes stay in the caches of a core while the ranks read them.
        static let pieceBytes = 256 << 10
        /// For more of them a part of a piece would be less than some lines of the caches.
        private static let mostRanks = 512
        /// Of a rank's own counters, before its pieces: a page.
        private static let headerBytes = 4096
        private static let regionBytes = headerBytes + 2 * pieceBytes
        /// So often is looked before the core is offered to others: some 10 µs.
        private static let looks = 10_000
        /// And so often is it offered before a waiting rank sleeps in between: another rank writes a checkpoint.
        private static let offers = 10_000

        let rank: Int
        let ranks: Int
        nonisolated(unsafe) private let base: UnsafeMutableRawPointer

        /// The ranks' common memory, where this host has some to give. All ranks have to call it; all get it or none does.
        ///
        /// - Parameter isWanted: where one rank does not want it, none gets it.
        init?(rank: Int, ranks: Int, isWanted: Bool, over mpi: MPICommunicator) {
            guard ranks <= Self.mostRanks else { return nil }
            (self.rank, self.ranks) = (rank, ranks)
            let bytes = ranks * Self.regionBytes
            // of the first rank, which no other program's memory has
            var name = rank == 0 ? UInt64.random(in: 1...UInt64.max) : 0
            let made = rank == 0 && isWanted ? unsafe cmpi_shared_memory(name, bytes, 1) : nil
            unsafe withUnsafeMutableBytes(of: &name) { unsafe mpi.broadcast($0, from: 0) }
            let place = unsafe rank == 0 ? made : isWanted ? cmpi_shared_memory(name, bytes, 0) : nil
            var there: Float = unsafe place == nil ? 0 : 1
            unsafe withUnsafeMutableBytes(of: &there) { unsafe mpi.allReduce($0, of: .float32) }
            // It stays until the last rank has ended, however that ends.
            if rank == 0 { cmpi_forget_shared_memory(name) }
            guard let place = unsafe place else { return nil }
            unsafe base = place
            guard there == Float(ranks) else {
                unsafe cmpi_drop_shared_memory(place, bytes)
                return nil
            }
        }

        /// Where a rank lays down its piece.
        func piece(_ turn: Int, of rank: Int) -> UnsafeMutableRawPointer {
            unsafe base + rank * Self.regionBytes + Self.headerBytes + turn * Self.pieceBytes
        }

        /// Which of the two pieces is next: the same one on each rank, since all make the same exchanges.
        func nextTurn() -> Int {
            let turn = unsafe (base + rank * Self.regionBytes + Self.headerBytes / 2).assumingMemoryBound(to: Int.self)
            unsafe turn.pointee ^= 1
            return unsafe turn.pointee
        }

        /// Returns when all ranks are here: what they wrote before can be read.
        func meet() {
            let own = unsafe meetings(of: rank)
            let mine = unsafe own.pointee.load(ordering: .relaxed) &+ 1
            unsafe own.pointee.store(mine, ordering: .releasing)
            for other in 0..<ranks where other != rank {
                let theirs = unsafe meetings(of: other)
                var looked = 0
                while unsafe theirs.pointee.load(ordering: .acquiring) &- mine < 0 {
                    looked += 1
                    if looked > Self.looks { _ = looked < Self.looks + Self.offers ? sched_yield() : usleep(100) }
                }
            }
        }

        /// In how many meetings a rank has been. Fresh memory is all zero.
        private func meetings(of rank: Int) -> UnsafeMutablePointer<Atomic<Int>> {
            unsafe (base + rank * Self.regionBytes).assumingMemoryBound(to: Atomic<Int>.self)
        }
    }
#endif
