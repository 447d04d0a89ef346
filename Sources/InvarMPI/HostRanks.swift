#if MPI
    import InvarGraph
    import InvarRuntime

    /// One of the ranks that MPI started, where one host has all of them: they exchange in memory that all see, and not by messages.
    ///
    /// Sums are taken in the tree of `LocalRanks`, and have its bits. Numbers go through the memory in pieces that stay in the caches:
    /// those of 48 MB are read once and written once by each rank.
    package struct HostRanks: Communicator {
        package let watch: ExchangeWatch?
        private let memory: HostMemory
        /// A sum of so few bytes is taken by each rank for itself: that saves a meeting.
        private static let fewBytes = 8 << 10
        /// Parts of a sum begin where a line of the caches does.
        private static let line = 64

        init(_ memory: HostMemory, watch: ExchangeWatch?) { (self.memory, self.watch) = (memory, watch) }

        package var rank: Int { memory.rank }
        package var ranks: Int { memory.ranks }

        package func allReduce(_ numbers: UnsafeMutableRawBufferPointer, of element: ElementType) {
            guard let base = numbers.baseAddress else { return }
            inPieces(numbers.count, of: HostMemory.pieceBytes) { first, count in
                let turn = unsafe layDown(base + first, count)
                memory.meet()
                let isFew = count <= Self.fewBytes
                let target = unsafe isFew ? base + first : memory.piece(turn, of: rank)
                unsafe treeSum(isFew ? 0..<count : stretch(of: rank, count), of: element, ranks) {
                    unsafe UnsafeRawPointer(memory.piece(turn, of: $0))
                } _: { place, sum, count in
                    unsafe (target + place).copyMemory(from: sum, byteCount: count)
                }
                guard !isFew else { return }
                memory.meet()
                for other in 0..<ranks {
                    let stretch = stretch(of: other, count)
                    unsafe (base + first + stretch.lowerBound).copyMemory(
                        from: memory.piece(turn, of: other) + stretch.lowerBound, byteCount: stretch.count)
                }
            }
        }

        /// Which bytes of a piece a rank sums.
        private func stretch(of rank: Int, _ count: Int) -> Range<Int> {
            let lines = (count + Self.line - 1) / Self.line
            return min(rank * lines / ranks * Self.line, count)..<min((rank + 1) * lines / ranks * Self.line, count)
        }

        package func allGather(_ part: UnsafeRawBufferPointer, into whole: UnsafeMutableRawBufferPointer) {
            guard let from = part.baseAddress, let to = whole.baseAddress else { return }
            inPieces(part.count, of: HostMemory.pieceBytes) { first, count in
                let turn = unsafe layDown(from + first, count)
                memory.meet()
                for other in 0..<ranks {
                    let piece = unsafe other == rank ? from + first : UnsafeRawPointer(memory.piece(turn, of: other))
                    unsafe (to + other * part.count + first).copyMemory(from: piece, byteCount: count)
                }
            }
        }

        package func reduceScatter(
            _ whole: UnsafeRawBufferPointer, into part: UnsafeMutableRawBufferPointer, of element: ElementType
        ) {
            guard let from = whole.baseAddress, let to = part.baseAddress else { return }
            let most = HostMemory.pieceBytes / ranks / Self.line * Self.line
            inPieces(part.count, of: most) { first, count in
                let turn = memory.nextTurn()
                for other in 0..<ranks where other != rank {
                    unsafe (memory.piece(turn, of: rank) + other * most).copyMemory(
                        from: from + other * part.count + first, byteCount: count)
                }
                memory.meet()
                unsafe treeSum(0..<count, of: element, ranks) {
                    unsafe $0 == rank
                        ? from + rank * part.count + first
                        : UnsafeRawPointer(memory.piece(turn, of: $0) + rank * most)
                } _: { place, sum, count in
                    unsafe (to + first + place).copyMemory(from: sum, byteCount: count)
                }
            }
        }

        package func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from root: Int) {
            guard let base = bytes.baseAddress else { return }
            inPieces(bytes.count, of: HostMemory.pieceBytes) { first, count in
                let turn = unsafe rank == root ? layDown(base + first, count) : memory.nextTurn()
                memory.meet()
                guard rank != root else { return }
                unsafe (base + first).copyMemory(from: memory.piece(turn, of: root), byteCount: count)
            }
        }

        /// What the other ranks may read when all have met.
        private func layDown(_ bytes: UnsafeRawPointer, _ count: Int) -> Int {
            let turn = memory.nextTurn()
            unsafe memory.piece(turn, of: rank).copyMemory(from: bytes, byteCount: count)
            return turn
        }

        private func inPieces(_ count: Int, of largest: Int, _ body: (_ first: Int, _ count: Int) -> Void) {
            for first in stride(from: 0, to: count, by: largest) { body(first, min(largest, count - first)) }
        }
    }
#endif
