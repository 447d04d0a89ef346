import ArgumentParser
import Invar
import InvarData
import InvarDump
import InvarTraining

struct ViewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "views",
        abstract: "Draw what the encoder is shown: originals and their views, as a picture.",
        usage: "\(programName) views <architecture> [<options>]",
        discussion: """
            Look at it before a long run: if you cannot tell what a view shows, neither
            can the encoder; if the views hardly differ, there is nothing to learn.
            With --explain, what was drawn for each view stands beneath it.
            With --effects, one image is drawn as each effect alone shows it, by name:
            what there is to write into Views { … }.
            Signals are drawn as their course over time.

            Examples:

              \(programName) views vicreg-small --output views.png
              \(programName) views vicreg-small --data ./my-images --count 40 --seed 7
              \(programName) views vicreg-resnet50 --image cat.jpg --explain
              \(programName) views vicreg-resnet50 --image cat.jpg --effects
              \(programName) views my-encoder-of-sounds --data ./sounds
            """.flowing)

    @Argument(help: "The architecture whose views are drawn (see: list).", completion: .architectures)
    var architecture: String
    @OptionGroup(title: "Data") var reading: DataOptions
    @OptionGroup(title: "Data") var features: FeaturesOption
    @Option(help: "Where the picture goes, a .png or .svg file.", transform: PathOption.parse)
    var output = "views.png"
    @Option(help: "How many originals.")
    var count = 16
    @Option(help: "The run's seed: the same seed, the same views.")
    var seed: UInt64 = 0
    @Option(help: "The epoch, counted from 1, whose views are drawn.")
    var epoch = 1
    @Option(help: "A picture file to draw instead of a data set's images.", transform: PathOption.parse)
    var image: String?
    @Flag(help: "Draw each effect alone, of one image, with its name.")
    var effects = false
    @Option(
        help: ArgumentHelp(
            "Pixels of the longer side, with --effects. (default: the view's)", valueName: "pixels"))
    var side: Int?
    @Flag(help: "Say what was drawn for each view, too: crop, factors, angles.")
    var explain = false

    func run() throws {
        let model = try Architectures.named(architecture)
        let path = try checked(model)
        let dataset = try dataset(for: model)
        if effects { return try drawEffects(of: dataset, image: model.image, path) }
        let entries = try ShownViews.entries(model, dataset, count: count, seed: seed, epoch: epoch - 1)
        let explained =
            explain
            ? try ContactSheet(dataset, views: model.views, image: model.image)
                .explain(images: count, seed: seed, epoch: epoch - 1) : nil
        let figure = ViewsPicture.figure(
            entries, explanations: explained?.map(\.views), areSignals: model.image.isNone)
        try Output.write(figure, to: path)
        if let explained { say(explained) }
        let (shown, views) = (entries.count, entries.first?.views.count ?? 0)
        try Output.line(
            "\(path): \(Format.count(shown, "original")) and \(shown == 1 ? "its" : "their") \(Format.count(views, "view")), "
                + figure.pixelsInWords
        )
    }

    /// - Returns: where the picture goes.
    /// - Throws: `CommandError` for options that are impossible, by themselves or together, or with this model.
    private func checked(_ model: JointEmbedding) throws -> String {
        if model.image.isNone {
            guard try model.takesSignals else {
                throw CommandError("\(model.name) takes rows of numbers; there are no images to draw")
            }
            for (option, isGiven) in [("--image", image != nil), ("--effects", effects), ("--explain", explain)]
            where isGiven {
                throw CommandError("\(option) is for images, and \(model.name) takes signals; leave it out")
            }
        } else if let rows = features.features.first {
            throw CommandError("--features \(rows) is for signals, and \(model.name) sees images; leave it out")
        }
        try Choices.atLeastOne(count, "--count")
        try Choices.atLeastOne(epoch, "--epoch")
        guard count <= 1000 else { throw CommandError("--count \(count): at most 1000 fit a picture") }
        guard !effects || !explain else {
            throw CommandError(
                "--effects with --explain: effects alone are not an architecture's views; use one of both")
        }
        if let side {
            guard effects else {
                throw CommandError("--side \(side): views have their architecture's size; use it with --effects")
            }
            guard (8...1024).contains(side) else { throw CommandError("--side \(side): 8 to 1024 are possible") }
        }
        return try Choices.picture(output) ?? output
    }

    private func dataset(for model: JointEmbedding) throws -> Dataset {
        if model.image.isNone {
            let files = TableFiles(training: try features.part())
            return try reading.rows(files, earlier: nil, own: nil, for: model).found.dataset(.train)
        }
        return try image.map(pictured) ?? reading.source(own: "fashion-mnist").found.dataset(.train)
    }

    /// A set of this one picture.
    private func pictured(_ file: String) throws -> Dataset {
        guard FileStatus(file)?.isDirectory == false else {
            throw CommandError("--image \(file): there is no such file")
        }
        let images = EncodedImages(root: PathParts.folder(file), files: PathList([PathParts.name(file)]))
        return try Dataset(name: file, unlabeled: .encoded(images))
    }

    private func drawEffects(of dataset: Dataset, image: Image, _ path: String) throws {
        let figure = try EffectsPicture.figure(
            dataset, view: image, longerSide: side ?? max(image.height, image.width), seed: seed, epoch: epoch - 1)
        try Output.write(figure, to: path)
        try Output.line(
            "\(path): an original and \(Format.count(figure.panels.count - 1, "effect")), each alone, "
                + figure.pixelsInWords)
    }

    private func say(_ explained: [(image: String, views: [[String]])]) {
        for (name, views) in explained {
            Output.line(name)
            for (view, steps) in views.enumerated() {
                Output.line("  view \(view + 1)")
                for step in steps.isEmpty ? ["as the original"] : steps { Output.line("    \(step)") }
            }
        }
    }
}
