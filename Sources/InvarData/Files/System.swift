#if canImport(Glibc)
    @unsafe @preconcurrency import Glibc
#elseif canImport(Musl)
    @unsafe @preconcurrency import Musl
#elseif canImport(Darwin)
    @unsafe @preconcurrency import Darwin
#endif

/// What systems have under different names. All else of C comes with Foundation, under one name everywhere.
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
}
