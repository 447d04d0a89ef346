/// Memory of a worker that grows to the largest image, but does not keep what a single huge one took.
@safe final class ByteRoom {
    private(set) var bytes: UnsafeMutableBufferPointer<UInt8>
    private static let kept = 64 << 20

    init() { unsafe bytes = .allocate(capacity: 1 << 16) }

    deinit { unsafe bytes.deallocate() }

    /// At least this much; what was there is lost.
    func room(_ count: Int) -> UnsafeMutableBufferPointer<UInt8> {
        let isTooMuch = unsafe bytes.count > ByteRoom.kept && count <= ByteRoom.kept
        if unsafe count > bytes.count || isTooMuch {
            unsafe bytes.deallocate()
            unsafe bytes = .allocate(capacity: count <= ByteRoom.kept ? max(count + count / 4, 1 << 16) : count)
        }
        return unsafe UnsafeMutableBufferPointer(rebasing: bytes[..<count])
    }
}
