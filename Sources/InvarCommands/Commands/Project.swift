import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarDrawing
import InvarDump
import InvarGraph
import InvarTraining

struct Project: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project",
        abstract: "Draw the representations of a run in the plane, coloured by class.",
        discussion: """
            The two directions in which the representations differ most (principal
            components), as a picture. Labels only colour it. With --tensorboard also a
            folder for TensorBoard's projector, with the whole representations, the classes
            and the images, to turn around in three dimensions.

            Examples:

              \(programName) project runs/first
              \(programName) project runs/first --images 5000 \\
                --tensorboard runs/first/projector
              tensorboard --logdir runs/first/projector
            """.flowing)

    @OptionGroup var options: EncoderOptions
    @Option(help: "train or test.", completion: .list(["train", "test"]))
    var split = "test"
    @Option(help: "How many images, the first ones.")
    var images = 2000
    @OptionGroup var features: LabelledFeaturesOption
    @Option(
        help: "The picture, a .png or .svg file. (default: projection.png in the run's directory)",
        transform: PathOption.parse)
    var output: String?
    @Option(help: ArgumentHelp("A folder for TensorBoard's projector.", valueName: "dir"), transform: PathOption.parse)
    var tensorboard: String?

    func run() throws {
        guard images >= 2 else { throw CommandError("--images \(images): it must be 2 or more") }
        let part = try Dataset.Split("split", named: split)
        let (chosen, given) = (try options.chosen(features.table(part)), try Choices.picture(output))
        let trained = chosen.trained
        let path = given ?? trained.path("projection", of: chosen.images, ending: ".png")
        let dataset = try features.rows.apply(to: chosen.images.dataset(part)).prefix(images)
        try Choices.atLeastTwo(dataset.count, of: dataset, "a projection shows how they differ")
        guard trained.encoder.width >= 2 else {
            throw CommandError("the representation has one dimension; two are wanted")
        }
        let representations = try trained.encoder.features(dataset, bad: chosen.badImages())
        chosen.sayLeftOut([(part.rawValue, representations.count, dataset.count)])
        try Choices.atLeastTwo(representations.count, of: dataset, "a projection shows how they differ")
        let components = try PrincipalComponents(representations, count: 2)
        try Output.write(figure(trained, chosen.images, dataset, representations, components), to: path)
        Output.line(
            "\(path): \(representations.count) representations of \(part.rawValue) \(dataset.item)s of "
                + chosen.images.described(dataset.name))
        if let tensorboard {
            guard !dataset.isOfRows else {
                throw CommandError("--tensorboard shows the images, and \(dataset.name) has \(dataset.item)s")
            }
            let name = "representations of \(trained.model.name)"
            try ProjectorFolder.write(representations, of: dataset, name: name, to: tensorboard)
            Output.line("\(tensorboard): open it with tensorboard --logdir \(shellQuoted(tensorboard))")
        }
    }

    private func figure(
        _ trained: ChosenEncoder, _ chosen: ChosenImages, _ dataset: Dataset, _ features: Features,
        _ components: PrincipalComponents
    ) -> Figure {
        let shares = components.shares.map { Format.fixed(100 * $0, 1) }
        return ProjectionPicture.figure(
            title: visible(
                "\(trained.shortName): \(trained.model.name), \(features.count) \(dataset.item)s of ".shown
                    + chosen.described(dataset.name).shown),
            axes: [
                "first principal component (\(shares[0]) % of the variance)",
                "second principal component (\(shares[1]) %)",
            ], points: components.project(features), labels: features.labels.map { Int($0) },
            classNames: dataset.classNames.map { visible($0.shown) })
    }
}
