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

            Examples:

              \(programName) views vicreg-small --output views.png
              \(programName) views vicreg-small --data ./my-images --count 40 --seed 7
              \(programName) views vicreg-resnet50 --image cat.jpg --explain
              \(programName) views vicreg-resnet50 --image cat.jpg --effects
            """.flowing)

    @Argument(help: "The architecture whose views are drawn (see: list).", completion: .architectures)
    var architecture: String
    @OptionGroup(title: "Data") var reading: DataOptions
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
        guard !model.image.isNone else {
            let what = try model.takesSignals ? "signals" : "rows of numbers"
            throw CommandError("\(model.name) takes \(what); there are no images to draw")
        }
        try Choices.atLeastOne(count, "--count")
        try Choices.atLeastOne(epoch, "--epoch")
        guard count <= 1000 else { throw CommandError("--count \(count): at most 1000 fit a picture") }
        let path = try Choices.picture(output) ?? output
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
        let dataset = try image.map(pictured) ?? reading.source(own: "fashion-mnist").found.dataset(.train)
        if effects { return try drawEffects(of: dataset, image: model.image, path) }
        let sheet = try ContactSheet(dataset, views: model.views, image: model.image)
        let entries = try sheet.entries(images: count, seed: seed, epoch: epoch - 1)
        let shown = entries.count
        let explained = explain ? try sheet.explain(images: count, seed: seed, epoch: epoch - 1) : nil
        let figure = ViewsPicture.figure(entries, explanations: explained?.map(\.views))
        try Output.write(figure, to: path)
        if let explained { say(explained) }
        try Output.line(
            "\(path): \(Format.count(shown, "original")) and \(shown == 1 ? "its" : "their") \(Format.count(model.views.total, "view")), "
                + figure.pixelsInWords
        )
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
