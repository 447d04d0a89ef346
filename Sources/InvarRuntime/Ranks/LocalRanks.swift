import InvarGraph

/// Ranks that are threads of one process, and meet in memory. Sums are taken in the order of the ranks, so that the bits are the
/// same on each rank, and run after run.
///
/// Each rank's session has to run on a thread of its own. A rank that never comes lets the others wait for ever.
package final class LocalRanks: Sendable {
    private let meeting: Meeting
    private let watch: ExchangeWatch?

    /// - Parameters:
    ///   - count: how many ranks there are, 1 or more.
    ///   - watch: ends an exchange that takes too long.
    package init(_ count: Int, watch: ExchangeWatch? = nil) {
        precondition(count > 0, "internal: no ranks")
        meeting = Meeting(count)
        self.watch = watch
    }

    /// One for each rank, in their order.
    package var communicators: [any Communicator] {
        (0..<meeting.count).map { LocalRank(rank: $0, meeting: meeting, watch: $0 == 0 ? watch : nil) }
    }
}

private struct LocalRank: Communicator {
    let rank: Int
    let meeting: Meeting
    let watch: ExchangeWatch?
    var ranks: Int { meeting.count }

    /// Each rank sums one stretch of the numbers, and writes it to all of them.
    func allReduce(_ numbers: UnsafeMutableRawBufferPointer, of element: ElementType) {
        guard let base = numbers.baseAddress, ranks > 1 else { return }
        unsafe meeting.arrive(rank, reads: UnsafeRawPointer(base), writes: base)
        let count = numbers.count / element.byteCount
        let stretch = (rank * count / ranks)..<((rank + 1) * count / ranks)
        switch element {
        case .float32: sum(stretch, Float.self)
        case .float64: sum(stretch, Double.self)
        }
        meeting.leave()
    }

    private func sum<Scalar: BinaryFloatingPoint>(_ stretch: Range<Int>, _: Scalar.Type) {
        for index in stretch {
            let place = index * MemoryLayout<Scalar>.stride
            var total = Scalar.zero
            for other in 0..<ranks {
                total += unsafe meeting.reads(of: other).load(fromByteOffset: place, as: Scalar.self)
            }
            for other in 0..<ranks {
                unsafe meeting.writes(of: other).storeBytes(of: total, toByteOffset: place, as: Scalar.self)
            }
        }
    }

    func allGather(_ part: UnsafeRawBufferPointer, into whole: UnsafeMutableRawBufferPointer) {
        guard let from = part.baseAddress, let to = whole.baseAddress else { return }
        unsafe meeting.arrive(rank, reads: from, writes: to)
        for other in 0..<ranks {
            unsafe (to + other * part.count).copyMemory(from: meeting.reads(of: other), byteCount: part.count)
        }
        meeting.leave()
    }

    func reduceScatter(
        _ whole: UnsafeRawBufferPointer, into part: UnsafeMutableRawBufferPointer, of element: ElementType
    ) {
        guard let from = whole.baseAddress, let to = part.baseAddress else { return }
        unsafe meeting.arrive(rank, reads: from, writes: to)
        switch element {
        case .float32: unsafe sumOwn(to, part.count, Float.self)
        case .float64: unsafe sumOwn(to, part.count, Double.self)
        }
        meeting.leave()
    }

    func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from root: Int) {
        guard let base = bytes.baseAddress else { return }
        unsafe meeting.arrive(rank, reads: UnsafeRawPointer(base), writes: base)
        if rank != root { unsafe base.copyMemory(from: meeting.reads(of: root), byteCount: bytes.count) }
        meeting.leave()
    }

    private func sumOwn<Scalar: BinaryFloatingPoint>(_ own: UnsafeMutableRawPointer, _ bytes: Int, _: Scalar.Type) {
        for place in stride(from: 0, to: bytes, by: MemoryLayout<Scalar>.stride) {
            var total = Scalar.zero
            for other in 0..<ranks {
                total += unsafe meeting.reads(of: other).load(fromByteOffset: rank * bytes + place, as: Scalar.self)
            }
            unsafe own.storeBytes(of: total, toByteOffset: place, as: Scalar.self)
        }
    }
}

/// Where ranks meet, and lay down what the others may read and write until all have left.
@safe
private final class Meeting: @unchecked Sendable {
    let count: Int
    private let places: UnsafeMutableBufferPointer<(reads: UnsafeRawPointer, writes: UnsafeMutableRawPointer)?>
    private let barrier: UnsafeMutablePointer<pthread_barrier_t>

    init(_ count: Int) {
        self.count = count
        unsafe places = .allocate(capacity: count)
        unsafe places.initialize(repeating: nil)
        unsafe barrier = .allocate(capacity: 1)
        unsafe pthread_barrier_init(barrier, nil, UInt32(count))
    }

    deinit {
        unsafe pthread_barrier_destroy(barrier)
        unsafe barrier.deallocate()
        unsafe places.deallocate()
    }

    /// Returns when all are there.
    func arrive(_ rank: Int, reads: UnsafeRawPointer, writes: UnsafeMutableRawPointer) {
        unsafe places[rank] = (reads, writes)
        unsafe pthread_barrier_wait(barrier)
    }

    /// Returns when all are done: what was laid down belongs to its rank again.
    func leave() { unsafe pthread_barrier_wait(barrier) }

    func reads(of rank: Int) -> UnsafeRawPointer {
        guard let place = unsafe places[rank] else { preconditionFailure("internal: rank \(rank) is not there") }
        return unsafe place.reads
    }

    func writes(of rank: Int) -> UnsafeMutableRawPointer {
        guard let place = unsafe places[rank] else { preconditionFailure("internal: rank \(rank) is not there") }
        return unsafe place.writes
    }
}
