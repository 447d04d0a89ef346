import ArgumentParser
import Invar
import InvarData

/// How a directory of images is read where it leaves a choice: of every command that takes --data.
struct DataOptions: ParsableArguments {
    @Option(
        help: "A data set's name or a directory (see: list). (default: the run's own, or fashion-mnist)",
        completion: .data, transform: PathOption.parse)
    var data: String?
    @Option(
        help: ArgumentHelp(
            "Which folders (or words in names of shards) are training and test; none: no folder is, each is a class. (default: by their names)",
            valueName: "train,test|none"))
    var splitFolders: String?
    @Option(
        help: ArgumentHelp(
            "Which member of a tar shard is the image where several have one key: png for KEY.png, left.jpg for KEY.left.jpg; several with commas.",
            valueName: "kind"))
    var imageKey: String?
    @Flag(help: "Allow classes that have no images in training.")
    var allowEmptyClasses = false
    @Option(
        help: "The index of tar shards, where it does not lie among them (see: index).", completion: .file(),
        transform: PathOption.parse)
    var index: String?

    /// Finds the data, and says what was taken as what beside the results.
    /// - Parameters:
    ///   - own: what is looked at where nothing is given: the run's.
    ///   - earlier: how the run read its own; what is given here goes before.
    /// - Throws: `CommandError` for an impossible option, `DataError` for data that cannot be read.
    func source(own: String, earlier: DataSettings? = nil) throws -> (place: String, found: DataSource) {
        let place = data ?? own
        let display = IndexDisplay(place)
        let communicator = ProcessRanks.current.communicator
        let source = try DataSource(
            place, settings: settings(data == nil ? earlier : nil), progress: display.progress()
        ) { try communicator.fromFirst($0()) }
        display.finish()
        for notice in source.notices { Output.warning(notice) }
        Output.note(source.line)
        return (place, source)
    }

    /// Reads the rows of a model that sees no images, or the signals, of which there may be a directory.
    /// - Parameters:
    ///   - earlier: the run's own files or directory; what is given goes before.
    ///   - own: the directory of the run, where it had no files.
    func rows(
        _ given: TableFiles, earlier: DataSettings?, own: String?, for model: JointEmbedding
    ) throws -> (place: String, found: DataSource) {
        let isGiven = !(given.training.features + given.test.features).isEmpty
        guard try model.takesSignals else { return try table(given, earlier: earlier?.table, for: model) }
        if let data, isGiven {
            throw CommandError(
                "--data \(data) and --features: give one of them, a folder of sounds or an array of signals")
        }
        guard data != nil || !isGiven && earlier?.table == nil else {
            return try table(given, earlier: earlier?.table, for: model)
        }
        guard let place = data ?? own else {
            throw CommandError(
                "\(model.name) takes signals; give a folder of WAV files (--data), or an array (--features FILE.npy)")
        }
        try DataOptions.refuseTable(given, of: model)
        return try source(own: place, earlier: earlier)
    }

    private func table(
        _ given: TableFiles, earlier: TableFiles?, for model: JointEmbedding
    ) throws -> (place: String, found: DataSource) {
        for (option, isGiven) in [
            ("--data", data != nil), ("--split-folders", splitFolders != nil), ("--image-key", imageKey != nil),
            ("--index", index != nil),
        ] where isGiven {
            throw CommandError(
                "\(option) is for images, and \(model.name) takes rows of numbers; give --features FILE.npy")
        }
        let files = earlier.map { $0.replaced(by: given) } ?? given
        var settings = DataSettings(allowEmptyClasses: allowEmptyClasses)
        settings.table = files
        let place = (files.training.features + files.test.features).first ?? ""
        let source = try DataSource(place, settings: settings)
        Output.note(source.line)
        return (place, source)
    }

    /// - Throws: `CommandError` for options that say something of rows without images, for a model that sees images.
    static func refuseTable(_ given: TableFiles, of model: JointEmbedding) throws {
        let files = [
            ("--labels", given.training.labels), ("--test-labels", given.test.labels),
        ]
        for (option, file) in files where file != nil {
            throw CommandError(
                "\(option) is for rows without images; what \(model.name) looks at brings its classes along")
        }
    }

    private func settings(_ earlier: DataSettings?) throws -> DataSettings {
        var settings = earlier ?? DataSettings()
        if let splitFolders {
            let names = DataOptions.list(splitFolders)
            guard (1...2).contains(names.count), Set(names).count == names.count else {
                throw CommandError(
                    "--split-folders \(splitFolders): give the folder of training and that of the test, as in train,test; or none"
                )
            }
            settings.splitFolders = names == ["none"] ? [] : names
        }
        if let imageKey {
            let kinds = DataOptions.list(imageKey).map { $0.lowercased() }
            guard !kinds.isEmpty, kinds.allSatisfy({ DataSource.isKindOfImage($0) }) else {
                throw CommandError(
                    "--image-key \(imageKey): give the ending of a picture's name, such as png or left.jpg")
            }
            settings.imageKey = kinds
        }
        if allowEmptyClasses { settings.allowEmptyClasses = true }
        if let own = settings.index, FileStatus(own) == nil {
            Output.warning("the index \(own), which the run was begun with, is gone")
            settings.index = nil
        }
        if let index { settings.index = index }
        return settings
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map(String.init)
    }
}

extension JointEmbedding {
    /// Whether a branch takes signals.
    var takesSignals: Bool { get throws { try signalShapes().contains { $0 != nil } } }
}

extension DataSource {
    /// All images of a split, or the first so many.
    func dataset(_ split: Dataset.Split, images: Int?) throws -> Dataset {
        try Choices.atLeastOne(images, "--\(split)-images")
        let whole = try dataset(split)
        guard let images else { return whole }
        guard images <= whole.count else {
            throw CommandError("--\(split)-images \(images): \(name) has \(whole.count)")
        }
        return try whole.prefix(images)
    }
}
