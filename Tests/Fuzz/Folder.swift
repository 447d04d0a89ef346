import Foundation

/// A folder for one format's files, in memory where the system has a place for that.
struct Folder {
    let path: String

    static func root() throws -> Folder {
        let base = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        return try Folder("\(base)/invar-fuzz-\(getpid())")
    }

    init(_ path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func folder(_ name: String) throws -> Folder { try Folder("\(path)/\(name)") }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// Replaces a file's content, without a new file for each mutant: that would take most of the time.
    @discardableResult
    func put(_ name: String, _ bytes: [UInt8]) throws -> String {
        let place = "\(path)/\(name)"
        let descriptor = Foundation.open(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Violation("cannot write \(place)") }
        defer { close(descriptor) }
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw Violation("cannot write \(place)") }
        return place
    }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
    }
}
