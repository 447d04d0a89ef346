import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarTraining

struct Embed: SharedCommand {
    static let configuration = CommandConfiguration(
        commandName: "embed",
        abstract: "Write the trained encoder's representation of every image, for NumPy and others.",
        usage: "\(programName) embed [<run>] [<options>]",
        discussion: """
            Writes PREFIX.npy (float32, images × width), PREFIX-labels.npy (int32; -1 where
            there are no labels), both in PREFIX.safetensors, and PREFIX.csv, which says of
            every image what it is: row in the arrays, split, label, class, file, and status. An
            image that cannot be read has a line too, without a row; its status says why.
            Images are normalized and not augmented, BatchNorm uses its running statistics.

            Examples:

              \(programName) embed runs/first --split test --output runs/first/test
              \(programName) embed --architecture vicreg-resnet18 --encoder resnet18.safetensors \\
                --data DIRECTORY --output features/resnet18
              \(programName) embed runs/first --split all --output runs/first/all
              # each process with its part of the images
              mpirun -n 4 \(programName) embed runs/first --split all
              python3 -c "import numpy; print(numpy.load('runs/first/all.npy').shape)"
            """.flowing)

    @OptionGroup var options: EncoderOptions
    @Option(
        help: "train, test, all (both, one after the other), or unlabeled where the data has such.",
        completion: .splits("all"))
    var split = "test"
    @OptionGroup var features: LabelledFeaturesOption
    @Option(
        help: "PREFIX of the files; the run's directory, or the encoder's file, and the split unless given.",
        transform: PathOption.parse)
    var output: String?

    func run() throws {
        let chosen = try options.chosen(features.table(Dataset.Split(rawValue: split) ?? .train))
        let (trained, images) = (chosen.trained, chosen.images)
        let datasets = try splits(images)
        let prefix = prefix(trained, images)
        let isFirst = ProcessRanks.current.isFirst
        if isFirst { try Choices.makeDirectory(of: prefix) }
        let encoder = trained.encoder
        let bad = try chosen.badImages()
        let display = ProgressDisplay()
        let all = datasets.reduce(0) { $0 + $1.count }
        var rows = EmbeddedRows(width: encoder.width)
        var (before, read) = (0, [Int]())
        for dataset in datasets {
            let features = try encoder.features(dataset, bad: bad) { done in
                display.show("embedding", Double(before + done) / Double(all))
            }
            rows.add(features, of: dataset, bad)
            read.append(features.count)
            before += dataset.count
        }
        display.finish(clearing: true)
        chosen.sayLeftOut(zip(datasets, read).map { ($0.split.rawValue, $1, $0.count) })
        let metadata = [
            "architecture": trained.model.name, "data": datasets[0].name, "dataPath": images.place, "split": split,
        ]
        if isFirst { try rows.write(prefix, metadata: metadata) }
        Output.line(
            "\(prefix).npy, \(prefix)-labels.npy, \(prefix).safetensors, \(prefix).csv: \(rows.count) × \(rows.width)"
                + (all > rows.count ? "; the .csv says which images could not be read" : ""))
    }

    private func splits(_ images: ChosenImages) throws -> [Dataset] {
        guard split == "all" else {
            guard let part = Dataset.Split(rawValue: split) else {
                throw CommandError(
                    unknown: "split", split, among: Dataset.Split.allCases.map(\.rawValue) + ["all"])
            }
            return [try features.rows.apply(to: images.dataset(part))]
        }
        guard features.rows.features.isEmpty else {
            throw CommandError("--features has the rows of one split; embed each split by itself")
        }
        let both = try [Dataset.Split.train, .test].map { try images.dataset($0) }
        guard both[0].classNames == both[1].classNames else {
            throw CommandError(
                "the training and test images of \(images.source) have different classes; embed each split by itself")
        }
        return both
    }

    private func prefix(_ trained: ChosenEncoder, _ images: ChosenImages) -> String {
        guard let output else { return trained.path(split, of: images) }
        return output.hasSuffix("/") || FileStatus(output)?.isDirectory == true ? "\(output)/\(split)" : output
    }
}
