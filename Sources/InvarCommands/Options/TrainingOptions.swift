import ArgumentParser
import Invar
import InvarData
import InvarTraining

/// What every command that trains takes besides the recipe: changes no number, but for the data.
struct TrainingOptions: ParsableArguments {
    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup var features: SplitFeaturesOption
    @OptionGroup var bad: BadImagesOption
    @OptionGroup var compute: ExecutorOptions
    @Option(help: "Threads that prepare views. (default: 2)")
    var workers: Int?
    @OptionGroup var display: DisplayOption

    /// Finds the images, or the rows of models that see none: those that are given, or else those that an earlier run saw.
    func images(of models: [JointEmbedding], earlier: RunRecord?) throws -> (place: String, found: DataSource) {
        let files = try features.table()
        if let rows = models.first(where: \.image.isNone) {
            if let other = models.first(where: { !$0.image.isNone }) {
                throw CommandError(
                    "\(rows.name) takes rows alone, and \(other.name) sees images; compare models of one kind")
            }
            return try data.rows(files, earlier: earlier?.dataSettings, own: earlier?.dataPath, for: rows)
        }
        try DataOptions.refuseTable(files, of: models[0])
        guard files.test.features.isEmpty else {
            throw CommandError(
                "--test-features is for rows without images; \(models[0].name) is judged by what it makes of images")
        }
        return try data.source(
            own: earlier?.dataPath ?? earlier?.run.data.name ?? "fashion-mnist", earlier: earlier?.dataSettings)
    }

    /// The rows beside the images, and where they are.
    /// - Parameter isOfRows: whether there are no images.
    func rows(earlier: RunRecord?, isOfRows: Bool) throws -> (path: String, rows: FeatureRows)? {
        guard earlier?.dataSettings?.table == nil, !isOfRows else { return nil }
        return try (features.training.rows.besideImages() ?? earlier?.featuresPath).map {
            ($0, try FeatureRows(npy: $0))
        }
    }

    /// What is not given is as it was before.
    func options(
        before: RunRecord.Asked, _ images: (place: String, found: DataSource), featuresPath: String?
    ) throws -> RunOptions {
        var options = RunOptions(
            threads: compute.kernels.threads ?? before.threads ?? 0,
            workers: try Choices.workers(workers ?? before.workers ?? 2),
            dataPath: Choices.absolute(images.place), featuresPath: featuresPath.map(Choices.absolute))
        options.dataSettings = images.found.settings
        options.badImages = bad.badImages ?? before.badImages ?? BadImages.usualLimit
        options.schedules = compute.kernels.schedules.asked(before: before)
        options.compile = try compute.kernels.schedules.compileOptions(before: before)
        return options
    }
}

/// How progress is shown.
struct DisplayOption: ParsableArguments {
    @Flag(help: "Plain lines instead of a progress bar.")
    var plain = false
}
