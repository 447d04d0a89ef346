import Glibc

/// Puts entries into a folder so that each is there wholly or not at all, whoever else writes the same.
package struct CacheWriter: Sendable {
    /// `write(2)`; tests put a full disk here.
    package typealias Write = @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int

    let folder: CacheFolder
    let write: Write

    static let temporaryPrefix = ".partial-"

    /// - Throws: where the disk is full or the folder may not be written. Nothing of it stays then.
    func put(_ bytes: [UInt8], as name: String) throws(CacheRefusal) {
        // Two processes, and two threads of one, never have one name.
        let temporary = "\(Self.temporaryPrefix)\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = openat(folder.descriptor, temporary, flags, 0o600)
        guard file >= 0 else { throw .system("cannot write") }
        do throws(CacheRefusal) {
            defer { close(file) }
            try writeAll(bytes, to: file)
            guard fsync(file) == 0 else { throw .system("cannot write") }
        } catch {
            unlinkat(folder.descriptor, temporary, 0)
            throw error
        }
        guard renameat(folder.descriptor, temporary, folder.descriptor, name) == 0 else {
            let refusal = CacheRefusal.system("cannot write")
            unlinkat(folder.descriptor, temporary, 0)
            throw refusal
        }
    }

    private func writeAll(_ bytes: [UInt8], to file: Int32) throws(CacheRefusal) {
        var done = 0
        while done < bytes.count {
            let wrote = bytes.withUnsafeBytes { write(file, UnsafeRawBufferPointer(rebasing: $0[done...])) }
            if wrote < 0 && errno == EINTR { continue }
            guard wrote > 0 else { throw .system("cannot write") }
            done += wrote
        }
    }
}
