import Glibc

/// Why memory could not be had.
package enum ArenaError: Error, CustomStringConvertible {
    /// `largest`: what the most of it is for.
    case notEnoughMemory(requested: Int, available: Int, largest: [String] = [])
    case refused(requested: Int, reason: String)

    package var description: String {
        switch self {
        case .notEnoughMemory(let requested, let available, let largest):
            let parts = largest.isEmpty ? "" : "the most of it is for " + largest.joined(separator: ", ") + "; "
            return "this needs \(requested >> 20) MiB of memory, the machine has \(available >> 20) MiB left; " + parts
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
package final class Arena: @unchecked Sendable {
    /// Every tensor starts at a multiple of this, in bytes: a cache line, and the widest vector.
    package static let alignment = 64

    package let byteCount: Int
    package let base: UnsafeMutableRawPointer
    private let mapped: Int

    /// - Throws: `ArenaError` when the machine does not have the memory.
    package init(byteCount: Int) throws {
        let hugePage = 2 << 20
        let unit = byteCount >= hugePage ? hugePage : 4096
        let wanted = max(byteCount, 1)
        let mapped = (wanted + unit - 1) / unit * unit
        if let available = Memory.available, mapped > available {
            throw ArenaError.notEnoughMemory(requested: mapped, available: available)
        }
        let pointer = mmap(nil, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let pointer, pointer != MAP_FAILED else {
            throw ArenaError.refused(requested: mapped, reason: String(cString: strerror(errno)))
        }
        // Advice only: without huge pages everything works, slower.
        _ = madvise(pointer, mapped, 14 /* MADV_HUGEPAGE */)
        memset(pointer, 0, mapped)
        self.base = pointer
        self.byteCount = byteCount
        self.mapped = mapped
    }

    deinit { munmap(base, mapped) }

    /// The address `offset` bytes into the arena, as elements.
    package func pointer<Element>(at offset: Int, as type: Element.Type) -> UnsafeMutablePointer<Element> {
        precondition(
            offset >= 0 && offset <= byteCount && offset % Arena.alignment == 0, "internal: offset outside of the arena"
        )
        return (base + offset).bindMemory(
            to: Element.self, capacity: (byteCount - offset) / MemoryLayout<Element>.stride)
    }

    /// `bytes` rounded up to the alignment.
    package static func aligned(_ bytes: Int) -> Int { (bytes + alignment - 1) / alignment * alignment }
}

/// What the system says about memory, in bytes.
package enum Memory {
    /// What can still be had without swapping; nil where the system does not say.
    package static var available: Int? { field("MemAvailable:") }

    private static func field(_ name: String) -> Int? {
        for line in SystemFile.text("/proc/meminfo").split(separator: "\n") where line.hasPrefix(name) {
            let words = line.split(separator: " ")
            if words.count >= 2, let kibibytes = Int(words[1]) { return kibibytes << 10 }
        }
        return nil
    }
}

/// Small text files that the kernel writes.
package enum SystemFile {
    /// The file's text; empty where there is none.
    package static func text(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count < 1 << 20 {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
