import Foundation

/// A new file beside the one that it is to replace: `.NAME.partial`.
///
/// It is always made anew, so that nothing that someone put there under its name is followed or written to: neither a link, nor a
/// pipe, nor a second name of another file. While it is written it is locked. What is not locked was left by a process that
/// was killed, and goes; beside what is locked, a second writer takes `.NAME.2.partial`, and so on.
struct PartialFile {
    let path: String
    let descriptor: Int32

    private static let most = 16

    static func path(of file: String, number: Int = 1) -> String {
        let name = PathParts.name(file)
        return PathParts.join(PathParts.folder(file), number == 1 ? ".\(name).partial" : ".\(name).\(number).partial")
    }

    /// - Parameter asked: the path that errors name.
    init(for file: String, asked: String, _ calls: any FileCalls) throws {
        for number in 1...PartialFile.most {
            let path = PartialFile.path(of: file, number: number)
            guard let descriptor = try PartialFile.create(path, asked, calls) else { continue }
            if PartialFile.lock(descriptor) {
                (self.path, self.descriptor) = (path, descriptor)
                return
            }
            _ = calls.close(descriptor)
        }
        throw DataError(
            asked,
            "is being written by \(PartialFile.most) others; wait for them, or remove \(PartialFile.path(of: file))")
    }

    /// Not where another took it for a leftover in between, and removed it. A file system without locks does without.
    private static func lock(_ descriptor: Int32) -> Bool {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return false }
        return System.status(of: descriptor).map { $0.st_nlink > 0 } ?? false
    }

    /// Nothing where another is writing it, or where it is someone else's.
    private static func create(_ path: String, _ asked: String, _ calls: any FileCalls) throws -> Int32? {
        while true {
            let descriptor = calls.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
            if descriptor >= 0 { return descriptor }
            guard errno == EEXIST else { throw DataError.system(asked, "cannot be written") }
            guard removeLeftover(path, calls) else { return nil }
        }
    }

    /// Whether the name is free now.
    private static func removeLeftover(_ path: String, _ calls: any FileCalls) -> Bool {
        guard let status = System.linkStatus(path) else { return errno == ENOENT }
        guard status.st_mode & S_IFMT == S_IFREG else { return calls.remove(path) == 0 || errno == ENOENT }
        let descriptor = System.openFile(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return errno == ENOENT }
        defer { close(descriptor) }
        // only who holds the lock may remove the name, and only while it is this file's
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, let held = System.status(of: descriptor),
            let status = System.linkStatus(path), held.st_ino == status.st_ino, held.st_dev == status.st_dev
        else { return false }
        return calls.remove(path) == 0
    }
}
