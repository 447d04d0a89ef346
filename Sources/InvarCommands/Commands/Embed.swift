import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarTraining

struct Embed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "embed",
        abstract: "Write the trained encoder's representation of every image, for NumPy and others.",
        discussion: """
            Writes PREFIX.npy (float32, images × width), PREFIX-labels.npy (int32), and
            both in PREFIX.safetensors. Images are normalized and not augmented,
            BatchNorm uses its running statistics.

            Examples:

              \(programName) embed runs/first --split test --output runs/first/test
              \(programName) embed --architecture vicreg-resnet18 --encoder resnet18.safetensors \\
                --data DIRECTORY --output features/resnet18
              python3 -c "import numpy; print(numpy.load('runs/first/test.npy').shape)"
            """)

    @OptionGroup var source: EncoderChoice
    @Option(
        help: "A data set's name or a directory (see: list); the run's own unless given.", transform: PathOption.parse)
    var data: String?
    @OptionGroup(title: "Data") var reading: DataOptions
    @Option(help: "train, test, or unlabeled where the data has such.")
    var split = "test"
    @Option(
        help: "PREFIX of the files; the run's directory, or the encoder's file, and the split unless given.",
        transform: PathOption.parse)
    var output: String?
    @OptionGroup var compute: ExecutorOptions
    @OptionGroup var bad: BadImagesOption

    func run() throws {
        let trained = try source.read()
        let (executor, threads) = try compute.chosen()
        let part = try Choices.split(split)
        let dataset = try trained.images(data, reading).dataset(part)
        let prefix = prefix(part, trained)
        try Choices.makeDirectory(of: prefix)
        let encoder = try EncoderFeatures(
            trained.model, values: trained.values, branch: trained.branch,
            executor: executor, threads: threads)
        let display = ProgressDisplay(plain: false)
        let log = trained.path(BadImagesOption.log)
        let features = try encoder(dataset, bad: bad.count(in: log)) { done in
            display.update {
                ProgressBar(
                    label: "embedding", fraction: Double(done) / Double(dataset.count), isUnicode: Terminal.isUnicode)
            }
        }
        display.finish(clearing: true)
        BadImagesOption.say([(part.rawValue, features.count, dataset.count)], log: log)
        let values = StoredTensor(shape: [features.count, features.width], features.values)
        let labels = StoredTensor(shape: [features.count], .int32(features.labels))
        try NpyFile.write(values, to: prefix + ".npy")
        try NpyFile.write(labels, to: prefix + "-labels.npy")
        try SafetensorsFile.write(
            ["representations": values, "labels": labels],
            metadata: ["architecture": trained.model.name, "data": dataset.name, "split": part.rawValue],
            to: prefix + ".safetensors")
        Output.line("\(prefix).npy, \(prefix)-labels.npy, \(prefix).safetensors: \(features.count) × \(features.width)")
    }

    private func prefix(_ split: Dataset.Split, _ trained: TrainedEncoder) -> String {
        guard let output else { return trained.path(split.rawValue) }
        return output.hasSuffix("/") || FileStatus(output)?.isDirectory == true ? "\(output)/\(split.rawValue)" : output
    }
}
