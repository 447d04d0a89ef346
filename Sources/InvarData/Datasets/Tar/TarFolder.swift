import Foundation
import func InvarGraph.counted

/// A folder of tar shards. A member `KEY.jpg` has its class, a number, in a member `KEY.cls` beside it, as WebDataset
/// writes them; where there are no such members, the folder within the shard is the class: `CLASS/NAME.jpg`.
///
/// Training and test shards lie in folders `train` and `test` (or `val`, …), or have that word in their names, or hold such
/// folders; where nothing is so, one image in ten of each class is held out.
struct TarFolder: DataLayout {
    let kind = "tar shards"
    let splits: [Dataset.Split: String]
    let classNames: [String]
    let leftOut: LeftOut
    let notes: [String]
    let notices: [String]

    private let root: String
    private let settings: DataSettings
    private let progress: IndexProgress?
    private let shards: TarSplits
    private let containers: [String]
    private let parts: [Dataset.Split: Labelled]
    private let areSplits: Bool

    private struct Labelled: Sendable {
        let images: TarImages
        let labels: [Int32]
    }

    static func isOne(_ root: String) -> Bool {
        guard let top = try? FolderListing(root) else { return false }
        return top.files.contains(where: isShard)
            || top.folders.contains { (try? FolderListing("\(root)/\($0)"))?.files.contains(where: isShard) == true }
    }

    static func isShard(_ name: String) -> Bool {
        let name = name.lowercased()
        return [".tar", ".tar.gz", ".tgz", ".tar.zst", ".tar.xz", ".tar.bz2"].contains { name.hasSuffix($0) }
    }

    /// A shard, or another archive that a set may have been unpacked from.
    static func isArchive(_ name: String) -> Bool { isShard(name) || name.lowercased().hasSuffix(".zip") }

    /// Whether an index or another rank may call a shard so: it lies in the set's directory.
    static func isSoundName(_ name: String) -> Bool {
        name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
            !["", ".", ".."].contains(String(Substring($0))) && !$0.contains(0)
        }
    }

    /// - Throws: `DataError` for shards that cannot be read, images without a class, classes that only the test has, splits that are
    ///   not clear, and an index that is damaged.
    init(_ root: String, settings: DataSettings, progress: IndexProgress? = nil) throws {
        (self.root, self.settings, self.progress) = (root, settings, progress)
        shards = try TarSplits(root, settings.splitFolders)
        let own = [shards.files[.train] ?? [], shards.files[.test] ?? []]
        let index = try ShardIndex(root, own[0] + own[1], named: settings.index, progress)
        (containers, notices) = (index.shards.map(\.name), index.notices)
        var left = shards.leftOut
        for shard in index.shards { left.add(shard.leftOut) }
        let all = Array(index.shards.enumerated()).map { (place: $0.offset, shard: $0.element) }
        var images: [Dataset.Split: TarImages] = [:]
        for (split, part) in [(Dataset.Split.train, all[..<own[0].count]), (.test, all[own[0].count...])]
        where !part.isEmpty {
            images[split] = try TarImages(
                root, Array(part), imageKey: settings.imageKey, isLabelled: true, &left)
        }
        guard images.values.contains(where: { $0.count > 0 }) else { throw TarFolder.empty(root, settings, left) }
        areSplits = try TarFolder.findSplits(&images, shards, settings, root, &left)
        let found = try TarFolder.classes(images, root, settings)
        (parts, classNames, notes, leftOut) = (found.parts, found.names, found.notes, left)
        splits = TarFolder.words(parts, areSplits, shards.files[.unlabeled])
    }

    private static func empty(_ root: String, _ settings: DataSettings, _ left: LeftOut) -> DataError {
        if let key = settings.imageKey {
            return DataError(root, "has no image of the kind \(key.joined(separator: " or ")) (--image-key)")
        }
        return DataError(
            root,
            "has tar files without images; members end in .jpg or .png"
                + (left.words.map { ". Left out: \($0)" } ?? ""))
    }

    /// Passes over the folders that stand before all others, and takes those within the shards that are splits.
    /// - Returns: whether training and test are told apart.
    private static func findSplits(
        _ images: inout [Dataset.Split: TarImages], _ shards: TarSplits, _ settings: DataSettings, _ root: String,
        _ left: inout LeftOut
    ) throws -> Bool {
        let common = TarImages.common(Array(images.values))
        for split in images.keys { images[split]?.drop(common) }
        if shards.areSplits {
            let chosen = Dictionary(
                uniqueKeysWithValues: zip([Dataset.Split.train, .test], settings.splitFolders ?? []))
            for (split, part) in images {
                // a folder within that says once more what the shard says
                let isSaid = { (name: String) in SplitWord(name)?.split == split || chosen[split] == name }
                if part.used.allSatisfy({ $0.count > 1 && isSaid($0[0]) }) { images[split]?.drop(1) }
            }
            return true
        }
        guard let all = images[.train] else { return false }
        let inner = try SplitFolders(all.candidates, choice: settings.splitFolders, subject: root)
        guard !inner.folders.isEmpty else { return false }
        var parts = inner.folders.mapValues(all.inside)
        for split in parts.keys { parts[split]?.drop(1) }
        if inner.areSplits {
            left.add("folder", inner.others)
            left.add(
                .loose,
                all.count - parts.values.reduce(0) { $0 + $1.count }
                    - inner.others.reduce(0) {
                        $0 + all.inside($1).count
                    })
        } else {
            // images without labels beside those of classes
            let named = all.candidates.map(\.name).filter { $0 != inner.folders[.unlabeled] }
            parts[.train] = TarImages(joining: named.map(all.inside))
        }
        images = parts
        return inner.areSplits
    }

    /// Numbers the classes of training and test together.
    private static func classes(
        _ images: [Dataset.Split: TarImages], _ root: String, _ settings: DataSettings
    ) throws -> (parts: [Dataset.Split: Labelled], names: [String], notes: [String]) {
        let own = images.filter { $0.key != .unlabeled && $0.value.count > 0 }
        let unlabeled = images[.unlabeled].map { ($0, [Int32](repeating: 0, count: $0.count)) }
        var parts: [Dataset.Split: Labelled] = [:]
        if let unlabeled { parts[.unlabeled] = Labelled(images: unlabeled.0, labels: unlabeled.1) }
        let areNumbers = own.values.map { !$0.numbers.isEmpty }
        guard Set(areNumbers).count <= 1 else {
            throw DataError(root, "has tar files with .cls members and others without; use one way for all")
        }
        if areNumbers.first == true {
            let classes = own.mapValues { Set($0.numbers) }
            let notes = try ClassNumbers.compare(
                training: classes[.train] ?? [], test: classes[.test] ?? [], root, settings, name: { "\($0)" })
            for (split, part) in own { parts[split] = Labelled(images: part, labels: part.numbers) }
            return (parts, try ClassList.names(root, atLeast: classes.values.joined().max() ?? 0), notes)
        }
        let names = try own.mapValues { part in try Set(part.used.map { try name(of: $0, part, root) }) }
        let notes = try ClassNumbers.compare(
            training: names[.train] ?? [], test: names[.test] ?? [], root, settings, name: { $0 })
        let numbers = try ClassList.numbers(root, of: names.values.reduce(into: []) { $0.formUnion($1) })
        for (split, part) in own {
            let ofFolder = part.folders.map { $0.first.map { numbers[$0] } ?? 0 }
            parts[split] = Labelled(images: part, labels: part.folder.map { ofFolder[Int($0)] })
        }
        return (parts, numbers.names, notes)
    }

    private static func name(of folder: [String], _ part: TarImages, _ root: String) throws -> String {
        if let name = folder.first { return name }
        let place = part.folder.firstIndex { part.folders[Int($0)].isEmpty } ?? 0
        throw DataError(
            root,
            "\(part.paths[place]) has no class; name members CLASS/NAME.jpg, or add NAME.cls with its number")
    }

    private static func words(
        _ parts: [Dataset.Split: Labelled], _ areSplits: Bool, _ unlabeled: [String]?
    ) -> [Dataset.Split: String] {
        var words = parts.mapValues { counted($0.labels.count, "image") }
        if !areSplits, let all = parts[.train] {
            let kept = heldOut(all, .test).count
            words[.train] = counted(all.labels.count - kept, "image")
            words[.test] = HeldOut.inWords(kept)
        }
        if let unlabeled { words[.unlabeled] = counted(unlabeled.count, "shard") }
        return words
    }

    private static func heldOut(_ all: Labelled, _ split: Dataset.Split) -> [Int] {
        HeldOut.places(all.images.paths, all.labels, classCount: Int(all.labels.max() ?? 0) + 1, split)
    }

    func dataset(_ split: Dataset.Split, name: String) throws -> Dataset {
        if split == .unlabeled, parts[.unlabeled] == nil { return try unlabeled(name) }
        guard let part = parts[areSplits || split == .unlabeled ? split : .train] else {
            throw DataError(
                root,
                "has no tar files for \(split.rawValue); put them into a folder of that name, or the word into their names"
            )
        }
        let isWhole = areSplits || split == .unlabeled
        let places = isWhole ? Array(0..<part.labels.count) : TarFolder.heldOut(part, split)
        guard !places.isEmpty else { throw HeldOut.none(root) }
        let images = encoded(part.images, containers)
        return try Dataset(
            name: name, split: split, images: .encoded(isWhole ? images : images.picked(places)),
            labels: places.map { part.labels[$0] }, classNames: split == .unlabeled ? ["unlabeled"] : classNames)
    }

    /// Shards without labels are walked only when they are asked for.
    private func unlabeled(_ name: String) throws -> Dataset {
        guard let files = shards.files[.unlabeled] else {
            throw DataError(
                root,
                "has no tar files for unlabeled; put them into a folder of that name, or the word into their names")
        }
        let index = try ShardIndex(root, files, named: settings.index, progress)
        var left = LeftOut()
        let images = try TarImages(
            root, index.shards.enumerated().map { ($0.offset, $0.element) }, imageKey: settings.imageKey,
            isLabelled: false, &left)
        return try Dataset(name: name, unlabeled: .encoded(encoded(images, index.shards.map(\.name))))
    }

    private func encoded(_ images: TarImages, _ containers: [String]) -> EncodedImages {
        EncodedImages(root: root, containers: containers, places: images.places, paths: images.paths)
    }
}
