/// Where ranks meet, and lay down what the others may read and write until all have left.
@safe
final class Meeting: @unchecked Sendable {
    /// Other processes' numbers are summed in pieces of so many bytes.
    static let pieceBytes = 1 << 20

    let count: Int
    private let places: UnsafeMutableBufferPointer<(reads: UnsafeRawPointer, writes: UnsafeMutableRawPointer)?>
    private let barrier: UnsafeMutablePointer<pthread_barrier_t>
    /// Of the rank that speaks with other processes. It grows in the first step of a program, and no more.
    private var room = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
    private var piece = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)

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
        unsafe room.deallocate()
        unsafe piece.deallocate()
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

    /// So many bytes for what comes from other processes.
    func room(_ count: Int) -> UnsafeMutableRawBufferPointer {
        if unsafe room.count < count {
            unsafe room.deallocate()
            unsafe room = .allocate(byteCount: count, alignment: Arena.alignment)
        }
        return unsafe UnsafeMutableRawBufferPointer(rebasing: room[..<count])
    }

    /// So many bytes, at most `pieceBytes`, for what goes to them.
    func piece(_ count: Int) -> UnsafeMutableRawBufferPointer {
        if unsafe piece.count == 0 {
            unsafe piece = .allocate(byteCount: Self.pieceBytes, alignment: Arena.alignment)
        }
        return unsafe UnsafeMutableRawBufferPointer(rebasing: piece[..<count])
    }
}
