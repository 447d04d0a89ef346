import Foundation

/// A file open for reading in bounded pieces. Its size is taken once; a file that shrinks meanwhile is an error.
/// Several threads may read it at once.
final class ByteFile: Sendable {
    let path: String
    let size: Int
    private let descriptor: Int32
    private let calls: any FileCalls

    init(_ path: String, _ calls: any FileCalls = SystemCalls()) throws {
        (self.path, self.calls) = (path, calls)
        let opened = calls.open(path, O_RDONLY)
        guard opened >= 0 else { throw DataError.system(path, "cannot be opened") }
        guard let status = System.status(of: opened), status.st_mode & S_IFMT == S_IFREG else {
            _ = calls.close(opened)
            throw DataError(path, "is not a file; give the path of a file")
        }
        size = Int(status.st_size)
        descriptor = opened
    }

    deinit { _ = calls.close(descriptor) }

    /// Exactly these bytes.
    func read(at offset: Int, count: Int) throws -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= size, count <= size - offset else {
            throw DataError(path, "is cut short: \(size) bytes, and \(count) wanted at \(offset)")
        }
        return try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            try unsafe read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
            initialized = count
        }
    }

    func readAll() throws -> [UInt8] { try read(at: 0, count: size) }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
        var done = 0
        while done < buffer.count {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
            let got = unsafe System.readFile(descriptor, at: offset + done, into: rest)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw DataError.system(path, "cannot be read") }
            guard got > 0 else { throw DataError(path, "became shorter while it was read") }
            done += got
        }
    }
}
