/// Puts entries into a folder so that each is there wholly or not at all, whoever else writes the same.
package struct CacheWriter: Sendable {
    /// `write(2)`; tests put a full disk here.
    package typealias Write = @Sendable (_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int

    package static let system: Write = { file, bytes in
        unsafe bytes.withUnsafeBytes { unsafe systemWrite(file, $0) }
    }

    let folder: CacheFolder
    let write: Write

    static let temporaryPrefix = ".partial-"

    /// - Throws: where the disk is full or the folder may not be written. Nothing of it stays then.
    func put(_ bytes: [UInt8], as name: String) throws(CacheRefusal) {
        // Two processes, and two threads of one, never have one name.
        let temporary = "\(Self.temporaryPrefix)\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = unsafe openat(folder.descriptor, temporary, flags, 0o600)
        guard file >= 0 else { throw .system("cannot write") }
        do throws(CacheRefusal) {
            defer { close(file) }
            try writeAll(bytes, to: file)
            guard fsync(file) == 0 else { throw .system("cannot write") }
        } catch {
            unsafe unlinkat(folder.descriptor, temporary, 0)
            throw error
        }
        guard unsafe renameat(folder.descriptor, temporary, folder.descriptor, name) == 0 else {
            let refusal = CacheRefusal.system("cannot write")
            unsafe unlinkat(folder.descriptor, temporary, 0)
            throw refusal
        }
    }

    private func writeAll(_ bytes: [UInt8], to file: Int32) throws(CacheRefusal) {
        var done = 0
        while done < bytes.count {
            let wrote = write(file, bytes[done...])
            if wrote < 0 && errno == EINTR { continue }
            guard wrote > 0 else { throw .system("cannot write") }
            done += wrote
        }
    }
}
