import Foundation
import func InvarGraph.counted

/// What a kind of data set tells of a directory before any image is read.
protocol DataLayout: Sendable {
    /// In words: "images in folders".
    var kind: String { get }
    /// The splits that are there, each with its place and size: "train (120 images)".
    var splits: [Dataset.Split: String] { get }
    var classNames: [String] { get }
    /// What lies there and is not taken.
    var leftOut: LeftOut { get }
    /// What else a person should know before anything runs.
    var notes: [String] { get }
    /// What is not as it was when something was noted of it.
    var notices: [String] { get }

    /// - Throws: `DataError` where the split is missing, empty or damaged.
    func dataset(_ split: Dataset.Split, name: String) throws -> Dataset
}

extension DataLayout {
    var notices: [String] { [] }
}

/// A data set that was found: which kind it is, which of its parts are the splits, and which classes all of them have
/// together.
package struct DataSource: Sendable {
    package let name: String
    package let settings: DataSettings
    let directory: String
    let layout: any DataLayout
    let hint: String?

    init(name: String, settings: DataSettings, directory: String, layout: any DataLayout, hint: String?) {
        (self.name, self.settings, self.directory) = (name, settings, directory)
        (self.layout, self.hint) = (layout, hint)
    }

    /// Finds a data set by its name (see `DatasetCatalog`) or in a directory; rows where the settings name their files.
    ///
    /// - Parameter progress: hears how far the walk through tar shards is.
    /// - Throws: `DataError` for an unknown name, with the nearest one; for files that are missing, with what to install;
    ///   for a directory whose splits or classes cannot be told; for an index that is damaged.
    package init(
        _ nameOrPath: String, settings: DataSettings = DataSettings(),
        environment: [String: String] = ProcessEnvironment.variables, progress: IndexProgress? = nil
    ) throws {
        self.settings = settings
        if let table = settings.table {
            (name, directory, hint) = (TableLayout.name(table), nameOrPath, nil)
            layout = try TableLayout(table, settings: settings)
            try checkSettings()
            return
        }
        let isHereToo = FileStatus(nameOrPath)?.isDirectory == true
        let here = "the directory \(nameOrPath) of this place is another: write ./\(nameOrPath) for it"
        if let maker = DatasetCatalog.own[nameOrPath] {
            (name, directory, hint) = (nameOrPath, nameOrPath, isHereToo ? here : nil)
            layout = OwnLayout(maker)
            try checkSettings()
            return
        }
        if let entry = DatasetCatalog.entries.first(where: { $0.name == nameOrPath }) {
            directory = try DatasetCatalog.directory(
                of: entry, environment: environment, advice: isHereToo ? "; \(here)" : "")
            (name, hint) = (entry.name, isHereToo ? here : nil)
        } else {
            guard let status = FileStatus(nameOrPath) else { throw DatasetCatalog.unknown(nameOrPath) }
            guard status.isDirectory else {
                throw DataError(nameOrPath, "is not a directory; give the directory that holds the images")
            }
            (directory, hint) = (nameOrPath, nil)
            name = URL(fileURLWithPath: nameOrPath).standardizedFileURL.lastPathComponent
        }
        let name = name
        let known = DatasetCatalog.entries.first { $0.name == name }?.classNames
        switch DatasetKind(of: directory) {
        case .idx: layout = try IdxFolder(directory, classNames: known, settings: settings)
        case .npy: layout = try NpyFolder(directory, settings: settings)
        case .published(let format, let place): layout = try PublishedFiles(format, directory: place)
        case .tar: layout = try TarFolder(directory, settings: settings, progress: progress)
        case .folder: layout = try ImageFolder(directory, settings: settings)
        case .sounds: layout = try SoundFolder(directory, settings: settings)
        case nil:
            if let other = PublishedFiles.otherVersion(in: directory) { throw other }
            // a folder where nothing is found has its errors worded there
            layout = try ImageFolder(directory, settings: settings)
        }
        try checkSettings()
    }

    /// - Throws: `DataError` for a choice that this kind of data does not leave.
    private func checkSettings() throws {
        let (isTar, isFolder) = (layout is TarFolder, layout is ImageFolder || layout is SoundFolder)
        for (option, isGiven, hasEffect) in [
            ("--split-folders", settings.splitFolders != nil, isTar || isFolder),
            ("--image-key", settings.imageKey != nil, isTar),
            ("--index", settings.index != nil, isTar),
        ] where isGiven && !hasEffect {
            throw DataError(name, "is \(layout.kind), for which there is no \(option); leave it out")
        }
    }

    /// What was taken as what, in one line.
    package var line: String {
        let words: [(Dataset.Split, String)] = [(.train, "training"), (.test, "test"), (.unlabeled, "unlabelled")]
        let parts = words.compactMap { split, word in layout.splits[split].map { "\(word): \($0)" } }
        let classes = layout.classNames.count
        let found =
            ["\(layout.kind)"] + [
                parts.joined(separator: ", "), classes == 0 ? "no labels" : counted(classes, "class", "classes"),
            ]
            + layout.notes + (hint.map { [$0] } ?? []) + (layout.leftOut.words.map { ["left out: \($0)"] } ?? [])
        let place =
            settings.table != nil || directory == name || directory.hasSuffix("/\(name)") ? "" : " in \(directory)"
        return "data \(name)\(place): " + found.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// What was noted earlier of the data and is no longer so: sentences for a person.
    package var notices: [String] { layout.notices }

    /// Whether members of tar shards with this ending are looked at: `png`, `left.jpg`.
    package static func isKindOfImage(_ kind: String) -> Bool { FolderListing.isPicture(".\(kind)") }

    /// - Throws: `DataError` where the split is missing, empty or damaged.
    package func dataset(_ split: Dataset.Split) throws -> Dataset { try layout.dataset(split, name: name.shown) }
}

extension Dataset {
    /// Loads a dataset by name (see `DatasetCatalog`) or from a directory: idx files (plain or .gz), NumPy's arrays, the binary
    /// files of CIFAR or STL-10, tar shards, images in folders, or WAV files in folders. Which it is, its content says (docs/data.md).
    ///
    /// - Throws: `DataError` for an unknown name, with the nearest one; for files that are missing, with what
    ///   to install; for files that are damaged or do not match.
    public static func load(
        _ nameOrPath: String, split: Split, environment: [String: String] = ProcessEnvironment.variables
    ) throws -> Dataset {
        try DataSource(nameOrPath, environment: environment).dataset(split)
    }
}
