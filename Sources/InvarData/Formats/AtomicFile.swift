import Foundation

/// Writes a file that is either wholly the new one or still the old one, whatever happens meanwhile.
///
/// The bytes go to `.NAME.partial` in the same directory, are synced, and take the place of the old
/// file by a rename; then the directory is synced. A partial file that a killed process left is
/// overwritten by the next writer, so none accumulate.
package struct AtomicFile: ~Copyable {
    package let path: String
    private let temporary: String
    private let descriptor: Int32

    package static func partialPath(of path: String) -> String {
        let url = URL(fileURLWithPath: path)
        return url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).partial").path
    }

    /// - Throws: `DataError` that names `path`; what stood there is then still there.
    package static func write(to path: String, _ body: (borrowing AtomicFile) throws -> Void) throws {
        let file = try AtomicFile(path)
        do {
            try body(file)
            guard fsync(file.descriptor) == 0 else { throw DataError.system(path, "cannot be written") }
        } catch {
            unlink(file.temporary)
            throw error
        }
        guard rename(file.temporary, path) == 0 else {
            let error = DataError.system(path, "cannot be put in place")
            unlink(file.temporary)
            throw error
        }
        syncDirectory(of: path)
    }

    package static func write(_ bytes: [UInt8], to path: String) throws {
        try write(to: path) { file in try bytes.withUnsafeBytes { try file.append($0) } }
    }

    package static func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    private init(_ path: String) throws {
        self.path = path
        temporary = AtomicFile.partialPath(of: path)
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DataError.system(path, "cannot be written") }
    }

    deinit { close(descriptor) }

    package borrowing func append(_ bytes: UnsafeRawBufferPointer) throws {
        var done = 0
        while done < bytes.count, let base = bytes.baseAddress {
            let wrote = Foundation.write(descriptor, base + done, bytes.count - done)
            if wrote < 0 && errno == EINTR { continue }
            guard wrote > 0 else { throw DataError.system(path, "cannot be written") }
            done += wrote
        }
    }

    /// The rename itself is durable only when the directory is. Some file systems refuse to sync
    /// one; the file is complete either way.
    private static func syncDirectory(of path: String) {
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
