import Foundation

/// The system's calls that files are written with: tests record their order, and let any of them fail.
///
/// Each answers as the system's call does: less than 0 after a failure, whose reason is in `errno`.
package protocol FileCalls: Sendable {
    /// A new file has the mode 0666, less the process's umask.
    func open(_ path: String, _ flags: Int32) -> Int32
    func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
    /// Returns when all of a file, or the names in a directory, are on the disk.
    func sync(_ descriptor: Int32) -> Int32
    func close(_ descriptor: Int32) -> Int32
    func rename(_ from: String, _ to: String) -> Int32
    func remove(_ path: String) -> Int32
    func makeDirectory(_ path: String) -> Int32
}

/// The system itself.
package struct SystemCalls: FileCalls {
    package init() {}

    package func open(_ path: String, _ flags: Int32) -> Int32 {
        System.openFile(path, flags)
    }
    package func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        unsafe System.writeFile(descriptor, bytes)
    }
    package func sync(_ descriptor: Int32) -> Int32 { fsync(descriptor) }
    package func close(_ descriptor: Int32) -> Int32 { Foundation.close(descriptor) }
    package func rename(_ from: String, _ to: String) -> Int32 {
        System.renameFile(from, to)
    }
    package func remove(_ path: String) -> Int32 { System.removeFile(path) }
    package func makeDirectory(_ path: String) -> Int32 { System.makeFolder(path) }
}

package enum FileSystem {
    /// What writes here and below.
    @TaskLocal package static var calls: any FileCalls = SystemCalls()
}

extension FileCalls {
    /// All of the bytes.
    /// - Throws: `DataError` that names `path`.
    package func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String) throws {
        var rest = unsafe bytes
        while unsafe !rest.isEmpty {
            let wrote = unsafe write(descriptor, rest)
            if wrote < 0 && errno == EINTR { continue }
            if wrote == 0 { errno = ENOSPC }
            guard wrote > 0 else { throw DataError.system(path, "cannot be written") }
            unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(wrote))
        }
    }

    package func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
        try unsafe bytes.withUnsafeBytes { try unsafe writeAll($0, to: descriptor, path) }
    }

    /// A name that was added to a directory, or changed there, lasts only when the directory is on the disk.
    /// - Throws: `DataError` that names `path`, which lies in it. A file system that cannot do this at all is no error.
    package func syncFolder(of path: String) throws {
        let descriptor = open(PathParts.folder(path), O_RDONLY | O_DIRECTORY)
        let doing = "is written, and may not outlast a loss of power"
        guard descriptor >= 0 else {
            // one may write to a directory and not read it
            if errno == EACCES { return }
            throw DataError.system(path, doing)
        }
        defer { _ = close(descriptor) }
        guard sync(descriptor) == 0 || [EINVAL, ENOTSUP, EROFS, EBADF].contains(errno) else {
            throw DataError.system(path, doing)
        }
    }
}
