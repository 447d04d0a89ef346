/// Why something on disk is not used.
struct CacheRefusal: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }

    /// What the last system call complained about.
    static func system(_ what: String) -> CacheRefusal {
        CacheRefusal("\(what): \(unsafe String(cString: strerror(errno)))")
    }
}

/// An open folder of this user's. Everything in it is reached from its descriptor, so that nobody can put another in its
/// place between a look and a use.
final class CacheFolder: Sendable {
    let descriptor: Int32

    /// Opens it, or makes it with its parents.
    init(_ path: String) throws(CacheRefusal) {
        // With a slash at its end, a link to a folder would be followed.
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        var opened = unsafe open(path, flags)
        if opened < 0, errno == ENOENT {
            try Self.make(path)
            opened = unsafe open(path, flags)
        }
        guard opened >= 0 else { throw .system(path) }
        do throws(CacheRefusal) {
            _ = try checkOwner(opened, "the folder \(path)")
        } catch {
            close(opened)
            throw error
        }
        descriptor = opened
    }

    deinit { close(descriptor) }

    private static func make(_ path: String) throws(CacheRefusal) {
        for (index, character) in zip(path.indices, path) where character == "/" && index != path.startIndex {
            _ = unsafe mkdir(String(path[..<index]), 0o700)
        }
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .system(path) }
    }

    /// The names in it.
    func names() -> [String] {
        let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { return [] }
        guard let listing = unsafe fdopendir(copy) else {
            close(copy)
            return []
        }
        defer { unsafe closedir(listing) }
        var names: [String] = []
        while let entry = unsafe readdir(listing) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }
}

/// What `fstat` says about an open file or folder, if only this user can have written it. What it holds is run as code.
func checkOwner(_ descriptor: Int32, _ name: @autoclosure () -> String) throws(CacheRefusal) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(name()) }
    guard status.st_uid == geteuid() else { throw CacheRefusal("\(name()) belongs to another user") }
    guard status.st_mode & 0o022 == 0 else { throw CacheRefusal("\(name()) can be written by others (chmod go-w)") }
    return status
}
