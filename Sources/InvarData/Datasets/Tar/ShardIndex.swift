import func InvarGraph.counted

/// The shards of a folder with what they hold: out of an index where it fits them, else walked.
///
/// An index lies beside the shards (`.invar-index`), or where that folder cannot be written to in the user's cache; or somebody says
/// where. What an index says of a shard counts as long as the shard has the size and the time of change that are noted with it. Other
/// shards are walked; then the index is brought up to date, unless it is one that somebody named.
struct ShardIndex {
    /// One for each name.
    private(set) var shards: [TarIndex.Shard] = []
    /// How the index differs from the shards: sentences for a person.
    private(set) var notices: [String] = []

    private let root: String

    /// - Parameters:
    ///   - names: of the shards that are wanted, seen from the root.
    ///   - named: the index that somebody named.
    /// - Throws: `DataError` for a shard that cannot be read, and an index that is damaged or of a later version.
    init(_ root: String, _ names: [String], named: String?, _ progress: IndexProgress?) throws {
        self.root = root
        let known = try KnownShards(root, named: named)
        notices = known.notices
        let statuses = try names.map { name in
            guard let status = FileStatus("\(root)/\(name)") else {
                throw DataError.system("\(root)/\(name)", "cannot be read")
            }
            return (name: name, status: status)
        }
        let fitting = statuses.map { known.shard($0.name, $0.status) }
        let missing = zip(statuses, fitting).filter { $0.1 == nil }.map(\.0)
        var fresh = try ShardWalk.shards(root, missing, progress)[...]
        shards = fitting.map { $0 ?? fresh.removeFirst() }
        guard let place = known.place else {
            if !missing.isEmpty { write(keeping: []) }
            return
        }
        let others = Dictionary(grouping: known.others(than: names)) { FileStatus("\(root)/\($0.name)") == nil }
        let gone = others[true] ?? []
        let differences = missing.map { known.difference($0.name, $0.status) } + gone.map { "\($0.name) is gone" }
        guard !differences.isEmpty else { return }
        let command = "invar index \(root) --output \(place)"
        guard named == nil || names.contains(where: known.contains) else {
            throw DataError(place, "is the index of other shards than those of \(root); make one of these: \(command)")
        }
        if named == nil { write(keeping: others[false] ?? []) }
        let walked = missing.isEmpty ? "" : ". Walked through \(counted(missing.count, "shard")) of \(names.count)"
        notices.append(
            "\(place) is not of these shards as they are now: \(ShardIndex.list(differences))\(walked)"
                + (named == nil ? "" : "; to make it anew: \(command)"))
    }

    private static func list(_ differences: [String]) -> String {
        differences.prefix(3).joined(separator: ", ") + (differences.count > 3 ? ", … (\(differences.count))" : "")
    }

    /// Nothing depends on it, so that a folder and a home that cannot be written to are no error.
    private func write(keeping others: [TarIndex.Shard]) {
        let sorted = (shards + others).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let bytes = TarIndexFile.bytes(of: TarIndex(shards: sorted))
        for path in KnownShards.usualPlaces(root) {
            let folder = PathParts.folder(path)
            if path != KnownShards.place(in: root) { try? Folder.make(folder) }
            if (try? AtomicFile.write(bytes, to: path)) != nil { return }
        }
    }
}
