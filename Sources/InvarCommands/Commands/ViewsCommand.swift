import ArgumentParser
import Invar
import InvarData
import InvarDump

struct ViewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "views",
        abstract: "Draw what the encoder is shown: originals and their two views, as a PNG picture.",
        usage: "\(programName) views <architecture> [<options>]",
        discussion: """
            Look at it before a long run: if you cannot tell what a view shows, neither
            can the encoder; if the two views hardly differ, there is nothing to learn.

            Examples:

              \(programName) views vicreg-small --output views.png
              \(programName) views vicreg-small --data ./my-images --count 40 --seed 7
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

    func run() throws {
        let model = try Architectures.named(architecture)
        try Choices.atLeastOne(count, "--count")
        try Choices.atLeastOne(epoch, "--epoch")
        guard count <= 10_000 else { throw CommandError("--count \(count): at most 10000 fit a picture") }
        let path = try Choices.picture(output) ?? output
        let dataset = try reading.source(own: "fashion-mnist").found.dataset(.train)
        let sheet = try ContactSheet(dataset, views: model.views, image: model.image)
        try Choices.makeDirectory(of: path)
        let (picture, shown) = try sheet.compose(images: count, seed: seed, epoch: epoch - 1)
        try picture.write(png: path)
        Output.line(
            "\(path): \(Format.count(shown, "original")) and \(shown == 1 ? "its" : "their") two views, "
                + "\(picture.width)×\(picture.height) pixels"
        )
    }
}
