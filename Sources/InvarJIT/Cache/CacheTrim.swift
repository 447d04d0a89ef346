extension CacheFolder {
    private struct Entry {
        var name: String
        var bytes: Int
        var modified: Int
    }

    /// Deletes the oldest entries where all together are larger than the limit, down to three quarters of it, and what
    /// writers that were killed left behind. Files that are not the cache's own are left alone.
    func trim(to limit: Int) {
        let now = time(nil)
        var entries: [Entry] = []
        for name in names() {
            let isPartial = name.hasPrefix(CacheWriter.temporaryPrefix)
            guard isPartial || CacheEntry.isName(name) else { continue }
            var status = stat()
            guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            if !isPartial {
                entries.append(Entry(name: name, bytes: Int(status.st_size), modified: status.st_mtim.tv_sec))
            } else if now - status.st_mtim.tv_sec > 3600 {
                unsafe unlinkat(descriptor, name, 0)
            }
        }
        var total = entries.reduce(0) { $0 + $1.bytes }
        guard total > limit else { return }
        for entry in entries.sorted(by: { ($0.modified, $0.name) < ($1.modified, $1.name) }) {
            if total <= limit / 4 * 3 { break }
            if unsafe unlinkat(descriptor, entry.name, 0) == 0 { total -= entry.bytes }
        }
    }
}

extension CacheEntry {
    static func isName(_ name: String) -> Bool {
        let hex = name.prefix(64)
        return name.dropFirst(64) == ".kernel" && hex.utf8.count == 64 && hex.allSatisfy(\.isHexDigit)
    }
}
