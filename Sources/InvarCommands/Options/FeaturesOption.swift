import ArgumentParser
import InvarData

/// The rows that an encoder takes in the images' place, for one split.
struct FeaturesOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "For a branch with Encoder(features:): an .npy file, float32, a row for each image of the split.",
            valueName: "file"), transform: PathOption.parse)
    var features: String?

    func apply(to dataset: Dataset) throws -> Dataset {
        try features.map { try dataset.with(FeatureRows(npy: $0), of: $0) } ?? dataset
    }
}

/// The same for commands that look at training and test images.
struct SplitFeaturesOption: ParsableArguments {
    @OptionGroup var training: FeaturesOption
    @Option(
        help: ArgumentHelp("The same for the test images; --features is for those of training.", valueName: "file"),
        transform: PathOption.parse)
    var testFeatures: String?

    func apply(training: Dataset, test: Dataset) throws -> (training: Dataset, test: Dataset) {
        (
            try self.training.apply(to: training),
            try testFeatures.map { try test.with(FeatureRows(npy: $0), of: $0) } ?? test
        )
    }
}
