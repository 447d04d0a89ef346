import ArgumentParser
import InvarData

/// The rows that encoders take, in the images' place or by themselves, for one split.
struct FeaturesOption: ParsableArguments {
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "For encoders of rows, Encoder(features:): an .npy file, float32, a row for each image of the split. Without images: the rows; given twice, each branch has its own.",
            valueName: "file"), transform: PathOption.parse)
    var features: [String] = []

    /// The file of rows that belong to images.
    func besideImages() throws -> String? {
        guard features.count <= 1 else {
            throw CommandError(
                "--features is given \(features.count) times; of images one branch takes rows, from one file")
        }
        return features.first
    }

    func apply(to dataset: Dataset) throws -> Dataset {
        guard !dataset.isOfRows else { return dataset }
        return try besideImages().map { try dataset.with(FeatureRows(npy: $0), of: $0) } ?? dataset
    }

    /// As the files of rows that stand by themselves.
    func part(labels: String? = nil) throws -> TableFiles.Part {
        guard features.count <= 2 else {
            throw CommandError("--features is given \(features.count) times; there are two branches")
        }
        return TableFiles.Part(features: features.map(Choices.absolute), labels: labels.map(Choices.absolute))
    }
}

/// The same with the classes of rows that stand by themselves.
struct LabelledFeaturesOption: ParsableArguments {
    @OptionGroup var rows: FeaturesOption
    @Option(
        help: ArgumentHelp(
            "The rows' classes: an .npy file of whole numbers, one for each row of --features.", valueName: "file"),
        transform: PathOption.parse)
    var labels: String?

    /// The files of the split that is looked at.
    func table(_ split: Dataset.Split) throws -> TableFiles {
        let part = try rows.part(labels: labels)
        return split == .test ? TableFiles(training: TableFiles.Part(), test: part) : TableFiles(training: part)
    }
}

/// The same for commands that look at training and test.
struct SplitFeaturesOption: ParsableArguments {
    @OptionGroup var training: LabelledFeaturesOption
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("The same for the test; --features is for training.", valueName: "file"),
        transform: PathOption.parse)
    var testFeatures: [String] = []
    @Option(
        help: ArgumentHelp("The same for the test; --labels is for training.", valueName: "file"),
        transform: PathOption.parse)
    var testLabels: String?

    func apply(training: Dataset, test: Dataset) throws -> (training: Dataset, test: Dataset) {
        (try self.training.rows.apply(to: training), try testRows.apply(to: test))
    }

    func table() throws -> TableFiles {
        TableFiles(
            training: try training.rows.part(labels: training.labels), test: try testRows.part(labels: testLabels))
    }

    private var testRows: FeaturesOption {
        var rows = FeaturesOption()
        rows.features = testFeatures
        return rows
    }
}
