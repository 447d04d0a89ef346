import Foundation

/// The members of all shards of a folder, kept in a file so that a folder of terabytes is walked once.
///
/// It lies beside the shards (`.invar-index.json`), or where that cannot be written in the user's cache. Each shard's
/// part is valid as long as the shard has the size and the time of change that are noted with it.
struct TarIndex: Codable {
    struct Shard: Codable {
        var name: String
        var size: Int
        /// Seconds since 1970, and nanoseconds of that second.
        var changed: [Int]
        /// Of the pictures.
        var paths: [String]
        var offsets: [Int]
        var lengths: [Int]
        /// What the member `KEY.cls` of each picture says; empty where the shard has no such members.
        var classes: [String?]
        var leftOut: LeftOut

        /// Whether it can be of a file of its size. The file that it comes from may be anyone's.
        var isSane: Bool {
            guard offsets.count == paths.count, lengths.count == paths.count, leftOut.isSane,
                classes.isEmpty || classes.count == paths.count
            else { return false }
            return zip(offsets, lengths).allSatisfy { $0 >= 0 && $0 <= size && $1 >= 0 && $1 <= size - $0 }
        }
    }

    private static let currentVersion = 2
    var version = TarIndex.currentVersion
    var shards: [Shard] = []

    /// - Parameter names: of the shards, seen from the root.
    init(root: String, names: [String]) throws {
        let earlier = TarIndex.read(root)
        var isNew = false
        for name in names {
            let path = "\(root)/\(name)"
            guard let status = FileStatus(path) else { throw DataError.system(path, "cannot be read") }
            if let known = earlier[name], known.size == status.size, known.changed == status.changed {
                shards.append(known)
            } else {
                shards.append(try TarIndex.walk(path, name, status))
                isNew = true
            }
        }
        if isNew { write(root, keeping: earlier) }
    }

    private static func walk(_ path: String, _ name: String, _ status: FileStatus) throws -> Shard {
        let found = try TarShard(path: path)
        let file = try ByteFile(path)
        let images = found.members.filter { FolderListing.isPicture($0.path) }
        var texts: [[UInt8]: String] = [:]
        for member in found.members where member.path.hasSuffix(".cls") {
            guard member.length <= 4096 else {
                throw DataError("\(path)/\(member.path)", "is no class: it is too long")
            }
            texts[ImageKey(member.path).key] = String(
                decoding: try file.read(at: member.offset, count: member.length), as: UTF8.self
            ).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return Shard(
            name: name, size: status.size, changed: status.changed, paths: images.map(\.path),
            offsets: images.map(\.offset), lengths: images.map(\.length),
            classes: texts.isEmpty ? [] : images.map { texts[ImageKey($0.path).key] }, leftOut: found.leftOut)
    }

    // MARK: the file

    static let fileName = ".invar-index.json"

    /// Where the index may lie, best first.
    private static func candidates(_ root: String) -> [String] {
        var found = ["\(root)/\(fileName)"]
        let environment = ProcessEnvironment.variables
        let cache =
            environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? environment["HOME"].map { "\($0)/.cache" }
        if let cache {
            let name = (System.realPath(root) ?? root).replacingOccurrences(of: "/", with: "%")
            found.append("\(cache)/invar/tar/\(name).json")
        }
        return found
    }

    /// An index that is damaged, of another version or not sane is as good as none.
    private static func read(_ root: String) -> [String: Shard] {
        for path in candidates(root) {
            guard let bytes = try? ByteFile(path).readAll(),
                let index = try? JSONDecoder().decode(TarIndex.self, from: Data(bytes)),
                index.version == currentVersion
            else { continue }
            return Dictionary(
                index.shards.filter(\.isSane).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return [:]
    }

    /// Nothing depends on it, so that a folder and a home that cannot be written to are no error.
    private func write(_ root: String, keeping earlier: [String: Shard]) {
        var all = self
        let mine = Set(shards.map(\.name))
        all.shards += earlier.values.filter { !mine.contains($0.name) }.sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(all) else { return }
        for path in TarIndex.candidates(root) {
            let folder = PathParts.folder(path)
            if folder != root { try? Folder.make(folder) }
            if (try? AtomicFile.write([UInt8](data), to: path)) != nil { return }
        }
    }
}
