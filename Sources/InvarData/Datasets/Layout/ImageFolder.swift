import func InvarGraph.counted

/// A folder of images, or of sounds, by class: `root/train/CLASS/*` and `root/test/CLASS/*` (or `val`, …), or `root/CLASS/*`, of which
/// one image in ten is held out. A folder of images without classes (`root/*`) has one class.
struct ImageFolder: DataLayout {
    let kind: String
    let splits: [Dataset.Split: String]
    let classNames: [String]
    let leftOut: LeftOut
    let notes: [String]

    private let root: String
    private let media: Media
    private let folders: SplitFolders
    private let numbers: ClassNumbers
    /// What each split takes its images from; that of training is the test's too where there are no folders for them.
    private let parts: [Dataset.Split: Labelled]

    /// The name of the only class of images that lie in no folder.
    private static func noClass(_ media: Media) -> String { "\(media.item)s" }

    /// Whether folders within this one hold images, or sounds.
    static func hasFolders(of media: Media, _ root: String) -> Bool {
        var visited = Set([FileStatus(root)?.identity].compactMap { $0 })
        return (try? FolderListing(root))?.folders.contains { holds(media, "\(root)/\($0)", &visited) } ?? false
    }

    private static func holds(_ media: Media, _ path: String, _ visited: inout Set<FileStatus.Identity>) -> Bool {
        guard let status = FileStatus(path), visited.insert(status.identity).inserted,
            let listing = try? FolderListing(path)
        else { return false }
        return !listing.items(media).isEmpty || listing.folders.contains { holds(media, "\(path)/\($0)", &visited) }
    }

    /// - Throws: `DataError` for a class without images, classes that only the test has, and folders of which it is not
    ///   clear whether they are splits.
    init(_ root: String, _ media: Media = .pictures, settings: DataSettings) throws {
        (self.root, self.media, kind) = (root, media, "\(media.item)s in folders")
        let top = try FolderListing(root)
        folders = try ImageFolder.splitFolders(root, media, top, settings)
        var left = LeftOut()
        left.media = media
        var parts: [Dataset.Split: Labelled] = [:]
        if folders.areSplits {
            left.add(top.allBut(media))
            left.add(.loose, top.items(media).count)
            left.add("folder", folders.others)
            for split in [Dataset.Split.train, .test] {
                guard let folder = folders.folders[split] else { continue }
                parts[split] = try Labelled(root, folder, media, split, settings, &left)
            }
        } else {
            let passedOver = Set([folders.folders[.unlabeled]].compactMap { $0 })
            parts[.train] = try Labelled(root, "", media, .train, settings, &left, passedOver: passedOver)
        }
        let names = parts.mapValues(\.classNames)
        var notes = try ClassNumbers.compare(
            training: Set(names[.train] ?? []), test: Set(names[.test] ?? []), root, settings, name: { $0 })
        numbers = ClassNumbers(names.values.joined())
        if names.values.allSatisfy({ $0 == [ImageFolder.noClass(media)] }), !names.isEmpty {
            notes.append("no folders of classes")
        }
        if let empty = parts[.train]?.empty, !empty.isEmpty {
            notes.append("classes without \(media.item)s: \(empty.prefix(5).joined(separator: ", "))")
        }
        (self.parts, self.notes, leftOut, classNames) = (parts, notes, left, numbers.names)
        splits = ImageFolder.words(folders, parts, media)
    }

    /// Which of the folders at the top are splits. It is looked into them only where a name speaks of one.
    private static func splitFolders(
        _ root: String, _ media: Media, _ top: FolderListing, _ settings: DataSettings
    ) throws -> SplitFolders {
        guard settings.splitFolders != nil || top.folders.contains(where: { SplitWord($0) != nil }) else {
            return try SplitFolders([], choice: nil, subject: root)
        }
        let candidates = top.folders.compactMap { name -> SplitFolders.Candidate? in
            var visited: Set<FileStatus.Identity> = []
            guard holds(media, "\(root)/\(name)", &visited) else { return nil }
            let isFlat = (try? FolderListing("\(root)/\(name)"))?.items(media).isEmpty == false
            return SplitFolders.Candidate(name: name, isFlat: isFlat)
        }
        return try SplitFolders(candidates, choice: settings.splitFolders, subject: root)
    }

    private static func words(
        _ folders: SplitFolders, _ parts: [Dataset.Split: Labelled], _ media: Media
    ) -> [Dataset.Split: String] {
        var words = parts.compactMapValues { part -> String? in
            part.count > 0 ? "\(part.folder.isEmpty ? "" : "\(part.folder) ")(\(counted(part.count, media.item)))" : nil
        }
        if !folders.areSplits, let all = parts[.train] {
            for split in [Dataset.Split.train, .test] { words[split] = all.heldOutInWords(split, media.item) }
        }
        words[.unlabeled] = folders.folders[.unlabeled]
        return words
    }

    func dataset(_ split: Dataset.Split, name: String) throws -> Dataset {
        let found = try files(of: split)
        guard split != .unlabeled else { return try Dataset(name: name, unlabeled: .encoded(found.files)) }
        return try Dataset(
            name: name, split: split, images: .encoded(found.files), labels: found.labels, classNames: classNames)
    }

    /// The files of a split, and the class of each.
    /// - Throws: `DataError` where the split is missing or empty.
    func files(of split: Dataset.Split) throws -> (files: EncodedImages, labels: [Int32]) {
        if split == .unlabeled { return (try unlabeled(), []) }
        guard let part = parts[folders.areSplits ? split : .train] else {
            let (other, missing) = split == .test ? ("training", "test or val") : ("the test", "train")
            throw DataError(
                root,
                "has a folder for \(other), and none named \(missing); add one, say which folders are training and test "
                    + "(--split-folders NAME,NAME), or that they are classes (--split-folders none)")
        }
        let places = folders.areSplits ? Array(0..<part.count) : part.heldOut(split)
        guard !places.isEmpty else {
            throw part.count > 0
                ? HeldOut.none(root, of: media.item)
                : DataError(
                    part.folder.isEmpty ? root : "\(root)/\(part.folder)",
                    "has no \(media.item)s; put them into a folder for each class, as "
                        + (media == .pictures ? "jpg or png" : "wav") + " files")
        }
        let files = EncodedImages(root: root, files: part.files)
        return (
            folders.areSplits ? files : files.picked(places),
            places.map { numbers[part.classNames[Int(part.classes[$0])]] }
        )
    }

    private func unlabeled() throws -> EncodedImages {
        guard let folder = folders.folders[.unlabeled] else {
            throw DataError(
                root, "has no folder unlabeled; choose train or test, whose labels pretraining does not look at")
        }
        return EncodedImages(root: root, files: try PictureFolder.all(root, folder, media).files)
    }

    /// The images of one split, or of all.
    private struct Labelled: Sendable {
        let folder: String
        var files = PathList()
        /// Each image's, by its place in `classNames`.
        var classes: [Int32] = []
        var classNames: [String] = []
        var empty: [String] = []

        var count: Int { classes.count }

        init(
            _ root: String, _ folder: String, _ media: Media, _ split: Dataset.Split, _ settings: DataSettings,
            _ left: inout LeftOut, passedOver: Set<String> = []
        ) throws {
            self.folder = folder
            let found = try PictureFolder(root, folder, media, passedOver: passedOver)
            left.add(found.leftOut)
            guard !found.classes.isEmpty else {
                guard found.loose.count > 0 else { return }
                classNames = [ImageFolder.noClass(media)]
                files = found.loose
                classes = [Int32](repeating: 0, count: files.count)
                return
            }
            left.add(.loose, found.loose.count)
            for one in found.classes {
                classes += [Int32](repeating: Int32(classNames.count), count: one.files.count)
                classNames.append(one.name)
                files.append(one.files)
            }
            guard split == .train, let first = found.empty.first else { return }
            guard settings.allowEmptyClasses else {
                let path = folder.isEmpty ? "\(root)/\(first)" : "\(root)/\(folder)/\(first)"
                throw DataError(
                    path,
                    "is a class without \(media.item)s (\(media.kinds)); delete the folder, fill it, or allow it (--allow-empty-classes)"
                )
            }
            empty = found.empty
            classNames += empty
        }

        func heldOut(_ split: Dataset.Split) -> [Int] {
            HeldOut.places(files, classes, classCount: classNames.count, split)
        }

        func heldOutInWords(_ split: Dataset.Split, _ item: String) -> String? {
            let count = heldOut(split).count
            return split == .test ? HeldOut.inWords(count, of: item) : count > 0 ? counted(count, item) : nil
        }
    }
}
