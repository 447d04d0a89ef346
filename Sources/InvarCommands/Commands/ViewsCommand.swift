import ArgumentParser
import Invar
import InvarData
import InvarDump
import InvarTraining

struct ViewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "views",
        abstract: "Draw what the encoder is shown: originals and their two views, as a PNG picture.",
        usage: "\(programName) views <architecture> [<options>]",
        discussion: """
            Look at it before a long run: if you cannot tell what a view shows, neither
            can the encoder; if the two views hardly differ, there is nothing to learn.
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
    @Option(help: "Where the picture goes, a .png file.", transform: PathOption.parse)
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
    @Flag(help: "Say what was drawn for each view, too: crop, factors, angles.")
    var explain = false

    func run() throws {
        let model = try Architectures.named(architecture)
        guard !model.image.isNone else {
            throw CommandError("\(model.name) takes rows of numbers; there are no images to draw")
        }
        try Choices.atLeastOne(count, "--count")
        try Choices.atLeastOne(epoch, "--epoch")
        guard count <= 10_000 else { throw CommandError("--count \(count): at most 10000 fit a picture") }
        let path = try Choices.picture(output) ?? output
        guard !effects || !explain else {
            throw CommandError(
                "--effects with --explain: effects alone are not an architecture's views; use one of both")
        }
        let dataset = try image.map(pictured) ?? reading.source(own: "fashion-mnist").found.dataset(.train)
        try Choices.makeDirectory(of: path)
        if effects { return try drawEffects(of: dataset, image: model.image, path) }
        let sheet = try ContactSheet(dataset, views: model.views, image: model.image)
        let (picture, shown) = try sheet.compose(images: count, seed: seed, epoch: epoch - 1)
        let headed = EffectsPicture.headed(picture, columns: sheet.headings(images: shown))
        try headed.write(png: path)
        if explain { try say(sheet) }
        Output.line(
            "\(path): \(Format.count(shown, "original")) and \(shown == 1 ? "its" : "their") two views, "
                + "\(headed.width)×\(headed.height) pixels"
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
        let (picture, effects) = try EffectsPicture.draw(dataset, image: image, seed: seed, epoch: epoch - 1)
        try picture.write(png: path)
        Output.line(
            "\(path): an original and \(Format.count(effects, "effect")), each alone, "
                + "\(picture.width)×\(picture.height) pixels")
    }

    private func say(_ sheet: ContactSheet) throws {
        for (name, views) in try sheet.explain(images: count, seed: seed, epoch: epoch - 1) {
            Output.line(name)
            for (view, steps) in views.enumerated() {
                Output.line("  view \(view + 1)")
                for step in steps.isEmpty ? ["as the original"] : steps { Output.line("    \(step)") }
            }
        }
    }
}
