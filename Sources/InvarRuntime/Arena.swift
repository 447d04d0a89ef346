/// Why memory could not be had.
package enum ArenaError: Error, CustomStringConvertible {
    /// `largest`: what the most of it is for.
    case notEnoughMemory(requested: Int, available: Int, largest: [String] = [])
    case refused(requested: Int, reason: String)

    package var description: String {
        switch self {
        case .notEnoughMemory(let requested, let available, let largest):
            let parts = largest.isEmpty ? "" : "the most of it is for " + largest.joined(separator: ", ") + "; "
            return "this needs \(requested >> 20) MiB of memory, \(available >> 20) MiB are left"
                + (Memory.addressesLeft == nil
                    ? "; "
                    : " for it within this process's limit (ulimit -v), beside \(Memory.forTheRest >> 20) MiB for kernels, threads "
                        + "and images; ") + parts
                + "use a smaller batch or a narrower network, or let values be computed again (--memory)"
        case .refused(let requested, let reason):
            return "the system refused \(requested >> 20) MiB of memory: \(reason)"
        }
    }
}

/// One block of memory for everything that a program touches.
///
/// It is mapped once, on huge pages where the system gives them, and written once here, so that no step pays for the
/// first touch of a page. Contents start as zeros.
@safe
package final class Arena: @unchecked Sendable {
    /// Every tensor starts at a multiple of this, in bytes: a cache line, and the widest vector.
    package static let alignment = 64

    package let byteCount: Int
    package let base: UnsafeMutableRawPointer
    private let mapped: Int

    /// - Throws: `ArenaError` when the machine does not have the memory.
    package init(byteCount: Int) throws {
        let mapped = Arena.pages(byteCount)
        if let available = Memory.available, mapped > available {
            throw ArenaError.notEnoughMemory(requested: mapped, available: available)
        }
        guard let pointer = unsafe Memory.map(mapped) else {
            throw ArenaError.refused(requested: mapped, reason: unsafe String(cString: strerror(errno)))
        }
        // Advice only: without huge pages everything works, slower.
        _ = unsafe madvise(pointer, mapped, 14 /* MADV_HUGEPAGE */)
        unsafe memset(pointer, 0, mapped)
        unsafe self.base = pointer
        self.byteCount = byteCount
        self.mapped = mapped
    }

    /// Addresses that nothing lies at: for who asks what a program would need.
    init(imagined byteCount: Int) {
        guard let base = unsafe UnsafeMutableRawPointer(bitPattern: 1 << 12) else {
            preconditionFailure("internal: no address")
        }
        unsafe (self.base, self.byteCount, mapped) = (base, byteCount, 0)
    }

    deinit { if mapped > 0 { unsafe munmap(base, mapped) } }

    /// What an arena of so many bytes takes: whole pages, and huge ones where it is large.
    package static func pages(_ byteCount: Int) -> Int {
        let hugePage = 2 << 20
        let unit = byteCount >= hugePage ? hugePage : 4096
        return (max(byteCount, 1) + unit - 1) / unit * unit
    }

    /// Writes this byte over everything from an offset on.
    package func fill(_ byte: UInt8, from offset: Int = 0) {
        unsafe memset(base + offset, Int32(byte), byteCount - offset)
    }

    /// The address `offset` bytes into the arena, as elements.
    package func pointer<Element>(at offset: Int, as type: Element.Type) -> UnsafeMutablePointer<Element> {
        precondition(
            offset >= 0 && offset <= byteCount && offset % Arena.alignment == 0, "internal: offset outside of the arena"
        )
        return unsafe (base + offset).bindMemory(
            to: Element.self, capacity: (byteCount - offset) / MemoryLayout<Element>.stride)
    }

    /// `bytes` rounded up to the alignment.
    package static func aligned(_ bytes: Int) -> Int { (bytes + alignment - 1) / alignment * alignment }
}

/// What the system says about memory, in bytes.
package enum Memory {
    /// What can still be had without swapping, and within the process's own limit; nil where the system does not say.
    package static var available: Int? {
        let most = [field("MemAvailable:"), addressesLeft.map { $0 - forTheRest }].compactMap { $0 }.min()
        return most.map { max(0, $0) }
    }

    /// What an arena leaves of a limit on addresses: for compiling kernels, for threads' stacks, for images.
    package static let forTheRest = 192 << 20

    /// Bytes of addresses that the process may still take (`ulimit -v`); nil where there is no limit.
    package static var addressesLeft: Int? {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < 1 << 60 else {
            return nil
        }
        let pages = SystemFile.text("/proc/self/statm").split(separator: " ").first.flatMap { Int($0) } ?? 0
        return max(0, Int(limit.rlim_cur) - pages * Int(sysconf(Int32(_SC_PAGESIZE))))
    }

    /// Whether the system would give so many bytes now.
    package static func canMap(_ byteCount: Int) -> Bool {
        guard let pointer = unsafe map(byteCount) else { return false }
        unsafe munmap(pointer, byteCount)
        return true
    }

    /// Zeros, or nil with the reason in `errno`.
    fileprivate static func map(_ byteCount: Int) -> UnsafeMutableRawPointer? {
        let pointer = unsafe mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        return unsafe pointer == MAP_FAILED ? nil : pointer
    }

    private static func field(_ name: String) -> Int? {
        // by bytes: every session asks, and characters take ten times as long
        let lines = SystemFile.text("/proc/meminfo").utf8.split(separator: UInt8(ascii: "\n"))
        for line in lines where line.starts(with: name.utf8) {
            let words = line.split(separator: UInt8(ascii: " "))
            if words.count >= 2, let kibibytes = Int(Substring(words[1])) { return kibibytes << 10 }
        }
        return nil
    }
}

/// Small text files that the kernel writes.
package enum SystemFile {
    /// The file's text; empty where there is none.
    package static func text(_ path: String) -> String {
        guard let file = unsafe fopen(path, "r") else { return "" }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count < 1 << 20 {
            let count = unsafe fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
