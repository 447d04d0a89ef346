/// Which shards of a folder are of which split: by the folders they lie in, else by the words in their names, else all are
/// in one, and what stands within them says it, or some images are held out.
struct TarSplits: Sendable {
    /// Seen from the root; under `train` where all are in one.
    private(set) var files: [Dataset.Split: [String]] = [:]
    private(set) var areSplits = false
    private(set) var leftOut = LeftOut()

    /// - Throws: `DataError` where it is not clear.
    init(_ root: String, _ choice: [String]?) throws {
        let top = try FolderListing(root)
        leftOut.add(top.leftOut)
        let (own, inside) = TarSplits.shards(root, top)
        leftOut.add(.loose, top.pictures.count)
        leftOut.add(.others, top.allButPictures.counts[.others, default: 0] - top.files.count { $0 == "classes.txt" })
        let isNamed = { (name: String) in choice.map { $0.contains(name) } ?? (SplitWord(name) != nil) }
        if inside.contains(where: { isNamed($0.name) }) {
            try take(inside.map { ($0.name, $0.files) }, choice, root)
            leftOut.add("shard", own)
        } else {
            let words = Dictionary(grouping: own) { TarSplits.word(in: $0, choice) }
            if words.keys.contains(where: { $0 != nil }) {
                try take(words.map { ($0.key ?? "", $0.value) }.sorted { $0.0 < $1.0 }, choice, root)
            } else {
                files[.train] = own + (own.isEmpty || choice != nil ? inside.flatMap(\.files) : [])
            }
        }
        if !areSplits, files[.train] == nil { files[.train] = own + inside.flatMap(\.files) }
    }

    /// The shards right in a folder, and those in each folder within it.
    private static func shards(
        _ root: String, _ top: FolderListing
    ) -> (own: [String], inside: [(name: String, files: [String])]) {
        let inside = top.folders.compactMap { name -> (name: String, files: [String])? in
            let found = (try? FolderListing("\(root)/\(name)"))?.files.filter(TarFolder.isShard) ?? []
            return found.isEmpty ? nil : (name, found.map { "\(name)/\($0)" })
        }
        return (top.files.filter(TarFolder.isShard), inside)
    }

    /// All shards, of whatever split.
    /// - Throws: `DataError` for a directory that cannot be read.
    static func all(_ root: String) throws -> [String] {
        let (own, inside) = shards(root, try FolderListing(root))
        return own + inside.flatMap(\.files)
    }

    /// - Parameter groups: shards by the word that says what they are; those without one under the empty word.
    private mutating func take(_ groups: [(String, [String])], _ choice: [String]?, _ root: String) throws {
        let splits = try SplitFolders(
            groups.map { SplitFolders.Candidate(name: $0.0, isFlat: false) }, choice: choice, subject: root)
        for (split, word) in splits.folders { files[split] = groups.first { $0.0 == word }?.1 }
        areSplits = splits.areSplits
        guard areSplits else {
            files[.train] = groups.filter { $0.0 != splits.folders[.unlabeled] }.flatMap(\.1)
            return
        }
        leftOut.add("shard", groups.filter { splits.others.contains($0.0) }.flatMap(\.1))
    }

    /// The one split that a file's name speaks of: `set-train-0007.tar`.
    private static func word(in file: String, _ choice: [String]?) -> String? {
        let pieces = Set(file.lowercased().split { !$0.isLetter }.map(String.init))
        if let choice { return choice.first { pieces.contains($0.lowercased()) } }
        let words = pieces.filter { SplitWord($0) != nil }
        return words.count == 1 ? words.first : nil
    }
}
