import Foundation

/// The members of all shards of a folder, kept in a file so that a folder of terabytes is walked once.
///
/// It lies beside the shards (`.invar-index.json`), or where that cannot be written in the user's cache. Each shard's
/// part is valid as long as the shard has the size and the time of change that are noted with it.
struct TarIndex: Codable {
    struct Shard: Codable {
        var name: String
        var size: Int
        /// Nanoseconds since 1970.
        var changed: Int
        var paths: [String]
        var offsets: [Int]
        var lengths: [Int]
        /// What members `NAME.cls` say, by the member's path.
        var classes: [String: String]
    }

    private static let currentVersion = 1
    var version = TarIndex.currentVersion
    var shards: [Shard] = []

    /// - Parameter names: of the shards, seen from the root.
    init(root: String, names: [String]) throws {
        let earlier = TarIndex.read(root)
        var isNew = false
        for name in names {
            let path = "\(root)/\(name)"
            let (size, changed) = try TarIndex.state(of: path)
            if let known = earlier[name], known.size == size, known.changed == changed {
                shards.append(known)
            } else {
                shards.append(try TarIndex.walk(path, name, size, changed))
                isNew = true
            }
        }
        if isNew { write(root, keeping: earlier) }
    }

    private static func state(of path: String) throws -> (size: Int, changed: Int) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw DataError.system(path, "cannot be read") }
        return (Int(status.st_size), Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec))
    }

    private static func walk(_ path: String, _ name: String, _ size: Int, _ changed: Int) throws -> Shard {
        let found = try TarShard(path: path)
        let file = try ByteFile(path)
        let images = found.members.filter { FolderListing.isPicture($0.path) }
        var classes: [String: String] = [:]
        for member in found.members where member.path.hasSuffix(".cls") {
            guard member.length <= 4096 else {
                throw DataError("\(path)/\(member.path)", "is no class: it is too long")
            }
            classes[member.path] = String(
                decoding: try file.read(at: member.offset, count: member.length), as: UTF8.self
            ).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return Shard(
            name: name, size: size, changed: changed, paths: images.map(\.path), offsets: images.map(\.offset),
            lengths: images.map(\.length), classes: classes)
    }

    // MARK: the file

    private static let fileName = ".invar-index.json"

    /// Where the index may lie, best first.
    private static func candidates(_ root: String) -> [String] {
        var found = ["\(root)/\(fileName)"]
        let environment = ProcessInfo.processInfo.environment
        let cache =
            environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? environment["HOME"].map { "\($0)/.cache" }
        if let cache {
            let full = URL(fileURLWithPath: root).standardizedFileURL.resolvingSymlinksInPath().path
            found.append("\(cache)/invar/tar/" + full.replacingOccurrences(of: "/", with: "%") + ".json")
        }
        return found
    }

    /// An index that is damaged, or of another version, is as good as none.
    private static func read(_ root: String) -> [String: Shard] {
        for path in candidates(root) {
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)),
                let index = try? JSONDecoder().decode(TarIndex.self, from: data), index.version == currentVersion
            else { continue }
            let whole = index.shards.filter { $0.offsets.count == $0.paths.count && $0.lengths.count == $0.paths.count }
            return Dictionary(whole.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return [:]
    }

    /// Nothing depends on it, so that a folder and a home that cannot be written to are no error.
    private func write(_ root: String, keeping earlier: [String: Shard]) {
        var all = self
        let mine = Set(shards.map(\.name))
        all.shards += earlier.values.filter { !mine.contains($0.name) }.sorted { $0.name < $1.name }
        guard let data = try? JSONEncoder().encode(all) else { return }
        for path in TarIndex.candidates(root) {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            if folder != root {
                try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            if (try? AtomicFile.write([UInt8](data), to: path)) != nil { return }
        }
    }
}
