import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarKit
import InvarRuntime
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

    func read(_ executor: any Executor, threads: Int) throws -> ChosenEncoder {
        let branch = try branch.index()
        func encoder(_ path: String, of model: JointEmbedding? = nil) throws -> TrainedEncoder {
            try TrainedEncoder(
                path, named: { try model ?? Architectures.named($0 ?? "") }, given: model, branch: branch,
                batch: nil, executor: executor, threads: threads,
                communicator: ProcessRanks.current.communicator)
        }
        switch (directory, architecture, self.encoder) {
        case (let directory?, nil, nil): return ChosenEncoder(try encoder(directory))
        case (nil, let architecture?, let file?):
            return ChosenEncoder(try encoder(file, of: Architectures.named(architecture)))
        default:
            throw CommandError(
                "give the directory of a run, or --architecture and --encoder together for weights in a file")
        }
    }
}

/// An encoder that a command looks at, the images that it belongs to, and the names of files about it.
struct ChosenEncoder {
    let encoder: TrainedEncoder
    /// Where the run's images came from; nothing where there was no run.
    private let data: String?
    /// What the names of files about it begin with.
    private let beginning: String

    init(_ encoder: TrainedEncoder) {
        self.encoder = encoder
        let source = encoder.source
        if let record = encoder.record {
            data = record.dataPath ?? record.run.data.name
            beginning = source + "/"
        } else {
            if let ignored = encoder.ignored { Output.note("\(source): \(ignored) ignored") }
            data = nil
            beginning =
                (source.hasSuffix(".safetensors") ? String(source.dropLast(".safetensors".count)) : source) + "-"
        }
    }

    var model: JointEmbedding { encoder.model }

    /// Those that were asked for, or else the run's own.
    /// - Parameter table: the files of rows that were asked for, where there are no images.
    func images(_ reading: DataOptions, _ table: TableFiles) throws -> ChosenImages {
        if model.image.isNone {
            let settings = encoder.record?.dataSettings
            let (place, found) = try reading.rows(table, earlier: settings, own: data, for: model)
            return found.settings.table == nil
                ? ChosenImages(place, own: data, found) : ChosenImages(own: settings?.table, found)
        }
        try DataOptions.refuseTable(table, of: model)
        guard let own = data ?? reading.data else {
            throw CommandError("--data is missing: a file with weights does not say which images to look at")
        }
        let (place, found) = try reading.source(own: own, earlier: encoder.record?.dataSettings)
        return ChosenImages(place, own: data, found)
    }

    /// The same encoder in another format: beside the run's `encoder.safetensors`, or the file that it was read from.
    /// - Parameter ending: of the name, with its dot.
    func path(ending: String) -> String {
        let name = encoder.record == nil ? String(beginning.dropLast()) : beginning + "encoder"
        return name + BranchOption.suffix(encoder.branch) + ending
    }

    /// The last part of the path.
    var shortName: String { PathParts.name(encoder.source) }

    /// Beside everything else that is about this encoder.
    var badImages: String { beginning + BadImagesOption.log }

    /// In the run's directory, or beside the file: `resnet50-test` for `resnet50.safetensors`. Another branch's, and other images', have names of
    /// their own.
    func path(_ name: String, of images: ChosenImages, ending: String = "") -> String {
        beginning + name + BranchOption.suffix(encoder.branch) + images.suffix + ending
    }
}
