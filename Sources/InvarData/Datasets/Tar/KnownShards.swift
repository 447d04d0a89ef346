/// What earlier indices say of the shards of a folder.
struct KnownShards {
    static let fileName = ".invar-index"
    /// Of version 0.1, which nothing reads any more.
    static let earlierFileName = ".invar-index.json"

    /// The index that is spoken of where it does not fit; nothing where there is none.
    private(set) var place: String?
    private(set) var notices: [String] = []
    /// By the bytes of their names; an index that was looked at first goes before.
    private var shards: [[[UInt8]: TarIndex.Shard]] = []

    /// - Parameter named: the index that somebody named; then no other is looked at.
    /// - Throws: `DataError` for an index that is damaged or of a later version.
    init(_ root: String, named: String?) throws {
        if let named {
            try add(TarIndexFile.read(ByteFile(named).readAll(), named), named)
            return
        }
        let own = KnownShards.place(in: root)
        if FileStatus(own) != nil {
            do { try add(TarIndexFile.read(KnownShards.bytes(own), own), own) } catch let unreadable as Unreadable {
                notices.append("\(unreadable.error); the shards are walked instead")
            }
        }
        // nobody put one there by hand, so that one that cannot be read is as good as none
        for path in KnownShards.usualPlaces(root) where path != own {
            guard let bytes = try? ByteFile(path).readAll(), let index = try? TarIndexFile.read(bytes, path) else {
                continue
            }
            add(index, path)
        }
    }

    private struct Unreadable: Error {
        let error: DataError
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        do { return try ByteFile(path).readAll() } catch let error as DataError { throw Unreadable(error: error) }
    }

    private mutating func add(_ index: TarIndex, _ path: String) {
        place = place ?? path
        shards.append(
            Dictionary(index.shards.map { (Array($0.name.utf8), $0) }, uniquingKeysWith: { first, _ in first }))
    }

    // MARK: where indices lie

    static func place(in root: String) -> String { PathParts.join(root, fileName) }

    /// Best first.
    static func usualPlaces(_ root: String) -> [String] {
        var found = [place(in: root)]
        let environment = ProcessEnvironment.variables
        let cache =
            environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? environment["HOME"].map { "\($0)/.cache" }
        if let cache {
            let name = (System.realPath(root) ?? root).split(separator: "/").joined(separator: "%")
            found.append("\(cache)/invar/tar/%\(name).index")
        }
        return found
    }

    // MARK: what they say

    private func all(_ name: String) -> some Sequence<TarIndex.Shard> {
        let key = Array(name.utf8)
        return shards.lazy.compactMap { $0[key] }
    }

    func contains(_ name: String) -> Bool { all(name).first { _ in true } != nil }

    /// What is known of a shard that has this size and this time of change.
    func shard(_ name: String, _ status: FileStatus) -> TarIndex.Shard? { all(name).first { $0.fits(status) } }

    /// Why nothing is known of a shard, for a person.
    func difference(_ name: String, _ status: FileStatus) -> String {
        guard let known = all(name).first(where: { _ in true }) else { return "\(name) is new" }
        guard known.size == status.size else {
            return "\(name) has \(status.size) bytes, and had \(known.size)"
        }
        return "\(name) was written to since"
    }

    /// What is known of other shards than these.
    func others(than names: [String]) -> [TarIndex.Shard] {
        var seen = Set(names.map { Array($0.utf8) })
        return shards.flatMap { index in index.filter { seen.insert($0.key).inserted }.map(\.value) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
