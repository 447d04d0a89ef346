import Foundation

/// What stands at a path, links followed.
package struct FileStatus: Sendable {
    /// Tells a file or folder from every other, whatever paths lead to it.
    package struct Identity: Sendable, Hashable {
        let device: UInt64
        let number: UInt64
    }

    package let identity: Identity
    package let isDirectory: Bool
    package let isFile: Bool
    /// Bytes.
    package let size: Int
    /// Of the last change of its contents: seconds since 1970 and nanoseconds of that second.
    package let changed: [Int]

    /// Nothing where nothing is there.
    package init?(_ path: String) {
        guard let status = System.status(path) else { return nil }
        identity = Identity(
            device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
        isFile = status.st_mode & S_IFMT == S_IFREG
        size = Int(status.st_size)
        changed = System.lastChange(status)
    }
}
