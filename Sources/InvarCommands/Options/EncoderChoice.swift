import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarTraining

/// Which encoder a command looks at: a run's, or one in a file, such as torchvision's.
struct EncoderChoice: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The directory of a run; or --architecture and --encoder.", valueName: "run"),
        completion: .runs, transform: PathOption.parse)
    var directory: String?
    @Option(help: "Without a run: the architecture that --encoder is of (see: list).", completion: .architectures)
    var architecture: String?
    @Option(
        help: "Without a run: a safetensors file with its weights; torchvision's ResNets fit.",
        completion: .file(extensions: ["safetensors"]), transform: PathOption.parse)
    var encoder: String?
    @OptionGroup var branch: BranchOption

    func read() throws -> TrainedEncoder {
        let branch = try branch.index()
        switch (directory, architecture, encoder) {
        case (let directory?, nil, nil): return try TrainedEncoder(run: directory, branch: branch)
        case (nil, let architecture?, let encoder?):
            return try TrainedEncoder(Architectures.named(architecture), file: encoder, branch: branch)
        default:
            throw CommandError(
                "give the directory of a run, or --architecture and --encoder together for weights in a file")
        }
    }
}

/// An encoder and its weights.
struct TrainedEncoder {
    let model: JointEmbedding
    let branch: Int
    let values: [String: [Float]]
    /// Where the run's images came from; nothing where there was no run.
    private let data: String?
    /// The run's directory, or the file.
    let name: String
    /// How the run's images were read.
    private let settings: DataSettings?
    /// That the run began with.
    let seed: UInt64
    /// What the names of files about it begin with.
    private let beginning: String

    /// What `pretrain` wrote.
    init(run path: String, branch: Int) throws {
        let run = try TrainedRun(path)
        let file = run.directory.encoder(branch: branch)
        guard FileStatus(file) != nil else {
            throw CommandError(
                branch == 0
                    ? "\(file) is not there; the run has not saved its encoder yet"
                    : "\(file) is not there: the branches of \(run.model.name) share their encoder; leave out --branch")
        }
        let states = try run.model.captureEncoder(batch: 1, branch: branch).states
        values = try EncoderFile.read(file, states: states, architecture: run.model.name).values
        (model, self.branch, name, beginning) = (run.model, branch, path, path + "/")
        settings = run.record.dataSettings
        (data, seed) = (run.data, run.record.run.configuration.seed)
    }

    /// A file alone.
    init(_ model: JointEmbedding, file: String, branch: Int) throws {
        let states = try model.captureEncoder(batch: 1, branch: branch).states
        let contents = try EncoderFile.read(file, states: states, architecture: model.name)
        if let ignored = contents.ignoredInWords { Output.note("\(file): \(ignored) ignored") }
        (self.model, self.branch, values) = (model, branch, contents.values)
        (data, settings, seed) = (nil, nil, 0)
        name = file
        beginning = (file.hasSuffix(".safetensors") ? String(file.dropLast(".safetensors".count)) : file) + "-"
    }

    /// Those that were asked for, or else the run's own.
    func images(_ reading: DataOptions) throws -> ChosenImages {
        guard let own = data ?? reading.data else {
            throw CommandError("--data is missing: a file with weights does not say which images to look at")
        }
        let (place, found) = try reading.source(own: own, earlier: settings)
        return ChosenImages(place, own: data, found)
    }

    /// The last part of the path.
    var shortName: String { PathParts.name(name) }

    /// Beside everything else that is about this encoder.
    var badImages: String { beginning + BadImagesOption.log }

    /// In the run's directory, or beside the file: `resnet50-test` for `resnet50.safetensors`. Another branch's, and other images', have names of
    /// their own.
    func path(_ name: String, of images: ChosenImages, ending: String = "") -> String {
        beginning + name + BranchOption.suffix(branch) + images.suffix + ending
    }
}
