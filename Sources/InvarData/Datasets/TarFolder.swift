import Foundation

/// A folder of tar shards. A member `KEY.jpg` has its class, a number, in a member `KEY.cls` beside it, as WebDataset
/// writes them; where a shard has no such members, the folder within the shard is the class: `CLASS/NAME.jpg`.
///
/// Training and test shards lie in folders `train` and `test` (or `val`), or have that word in their names; where
/// neither is so, one image in ten of each class is held out.
enum TarFolder {
    static func isOne(_ root: String) -> Bool {
        guard let top = try? FolderListing(root) else { return false }
        return top.files.contains(where: isShard)
            || top.folders.contains { name in
                parts.contains(name) && (try? FolderListing("\(root)/\(name)"))?.files.contains(where: isShard) == true
            }
    }

    private static let parts = ["train", "test", "val", "validation", "unlabeled"]

    private static func isShard(_ name: String) -> Bool {
        let name = name.lowercased()
        return [".tar", ".tar.gz", ".tgz", ".tar.zst", ".tar.xz"].contains { name.hasSuffix($0) }
    }

    static func load(_ root: String, split: Dataset.Split, name: String) throws -> Dataset {
        let (shards, isHeldOut) = try shards(root, split)
        var labelled = try Labels(root).images(of: TarIndex(root: root, names: shards), classesFrom: root)
        guard !labelled.labels.isEmpty else {
            throw DataError(root, "has tar files without images; members end in .jpg or .png")
        }
        if isHeldOut { labelled = labelled.heldOut(split) }
        if split == .unlabeled { labelled.labels = labelled.labels.map { _ in 0 } }
        return try Dataset(
            name: name, split: split, images: .encoded(labelled.images), labels: labelled.labels,
            classNames: labelled.classNames)
    }

    /// The shards of a split, or all where the split is made image by image.
    private static func shards(_ root: String, _ split: Dataset.Split) throws -> (names: [String], isHeldOut: Bool) {
        let top = try FolderListing(root)
        let wanted = split == .test ? ["test", "val", "validation"] : [split.rawValue]
        if let part = wanted.first(where: { top.folders.contains($0) }) {
            let files = try FolderListing("\(root)/\(part)").files.filter(isShard)
            guard !files.isEmpty else { throw DataError("\(root)/\(part)", "has no tar files") }
            return (files.map { "\(part)/\($0)" }, false)
        }
        let files = top.files.filter(isShard)
        func named(_ words: [String]) -> [String] {
            files.filter { file in
                let pieces = file.lowercased().split { !$0.isLetter }.map(String.init)
                return words.contains { pieces.contains($0) }
            }
        }
        let found = named(wanted)
        if !found.isEmpty { return (found, false) }
        guard named(parts).isEmpty, !files.isEmpty, split != .unlabeled else {
            throw DataError(
                root,
                "has no tar files for \(split.rawValue); put them into a folder of that name, or the word into their names"
            )
        }
        return (files, true)
    }

    /// Images of shards with their classes.
    struct Labelled {
        var images: EncodedImages
        var labels: [Int32]
        var classNames: [String]

        func heldOut(_ split: Dataset.Split) -> Labelled {
            var members: [[Int]] = classNames.map { _ in [] }
            for (place, label) in labels.enumerated() { members[Int(label)].append(place) }
            let places = members.flatMap { own in
                HeldOut.places(own.map { images.paths[$0] }, split).map { own[$0] }
            }.sorted()
            return Labelled(images: images.picked(places), labels: places.map { labels[$0] }, classNames: classNames)
        }
    }
}
