#if canImport(Glibc)
    @unsafe @preconcurrency import Glibc
#elseif canImport(Musl)
    @unsafe @preconcurrency import Musl
#elseif canImport(Darwin)
    @unsafe @preconcurrency import Darwin
#endif

/// C's functions on files, with paths as Swift's strings: their pointers stay here, and so does what systems call differently. Each
/// answers as the system's call does: less than 0, or nothing, after a failure, whose reason is in `errno`.
enum System {
    /// The variables of this process, `NAME=value` each.
    static var environment: [String] {
        #if canImport(Darwin)
            var place = unsafe _NSGetEnviron().pointee
        #else
            var place = unsafe environ
        #endif
        var found: [String] = []
        while let entry = unsafe place.pointee {
            found.append(unsafe String(path: entry))
            unsafe place += 1
        }
        return found
    }

    /// When a file's contents were changed last: seconds since 1970 and nanoseconds of that second.
    static func lastChange(_ status: stat) -> [Int] {
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return [Int(time.tv_sec), Int(time.tv_nsec)]
    }

    /// What the system says of an error.
    static func words(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }

    /// A descriptor. A new file has the mode 0666, less the process's umask; programs that are begun later do not get it.
    static func openFile(_ path: String, _ flags: Int32) -> Int32 {
        unsafe path.withPath { unsafe open($0, flags | O_CLOEXEC, 0o666) }
    }

    /// How many files this process may have open at once (`ulimit -n`).
    static var mostOpenFiles: Int {
        var limit = rlimit()
        #if canImport(Glibc)
            let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let files = RLIMIT_NOFILE
        #endif
        return unsafe getrlimit(files, &limit) == 0 ? Int(clamping: limit.rlim_cur) : 256
    }

    /// Whether no file at all can be opened now: then nothing is wrong with the one that could not be.
    static var isOutOfFiles: Bool {
        let descriptor = openFile("/dev/null", O_RDONLY)
        guard descriptor < 0 else {
            close(descriptor)
            return false
        }
        return [EMFILE, ENFILE, ENOMEM].contains(errno)
    }

    /// What stands at a path, links followed.
    static func status(_ path: String) -> stat? {
        var status = stat()
        return unsafe path.withPath { unsafe stat($0, &status) } == 0 ? status : nil
    }

    /// What stands at a path itself, which may be a link.
    static func linkStatus(_ path: String) -> stat? {
        var status = stat()
        return unsafe path.withPath { unsafe lstat($0, &status) } == 0 ? status : nil
    }

    /// What was opened.
    static func status(of descriptor: Int32) -> stat? {
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 ? status : nil
    }

    /// Where a link leads, as it says.
    static func target(ofLink path: String) -> String? {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = unsafe path.withPath { unsafe readlink($0, &target, Int(PATH_MAX)) }
        return length < 0 ? nil : String(pathBytes: target.prefix(length).map { UInt8(bitPattern: $0) })
    }

    /// The path from the root on, without links.
    static func realPath(_ path: String) -> String? {
        guard let found = unsafe path.withPath({ unsafe realpath($0, nil) }) else { return nil }
        defer { unsafe free(found) }
        return unsafe String(path: found)
    }

    static func renameFile(_ from: String, _ to: String) -> Int32 {
        unsafe from.withPath { from in unsafe to.withPath { unsafe rename(from, $0) } }
    }

    static func removeFile(_ path: String) -> Int32 { unsafe path.withPath { unsafe unlink($0) } }

    static func makeFolder(_ path: String) -> Int32 { unsafe path.withPath { unsafe mkdir($0, 0o777) } }

    /// Leaves a file's first bytes.
    static func cutFile(_ path: String, to count: Int) -> Int32 {
        unsafe path.withPath { unsafe truncate($0, off_t(count)) }
    }

    /// How many bytes were read, which may be fewer than there is room for.
    @unsafe static func readFile(
        _ descriptor: Int32, at offset: Int, into room: UnsafeMutableRawBufferPointer
    ) -> Int {
        unsafe pread(descriptor, room.baseAddress, room.count, off_t(offset))
    }

    /// How many bytes were written, which may be fewer than were given.
    @unsafe static func writeFile(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        unsafe write(descriptor, bytes.baseAddress, bytes.count)
    }

    /// What a name in a folder is, as far as the file system says.
    enum Kind { case folder, file, other }

    /// The names in a folder, in no order.
    static func entries(of folder: String) -> [(name: String, kind: Kind)]? {
        guard let directory = unsafe folder.withPath({ unsafe opendir($0) }) else { return nil }
        defer { unsafe closedir(directory) }
        var found: [(String, Kind)] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(path: $0) }
            }
            // DT_DIR and DT_REG, which not all systems give to Swift as numbers of one type
            let type = unsafe Int(entry.pointee.d_type)
            found.append((name, type == 4 ? .folder : type == 8 ? .file : .other))
        }
        return found
    }
}
