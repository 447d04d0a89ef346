import Foundation
import Invar
import InvarData
import InvarTraining
import InvarRuntime
import Synchronization

/// An encoder with trained weights: pictures in, vectors out.
///
///     let encoder = try TrainedEncoder("runs/a")
///     let found = try encoder.embed(folder: "photographs")
///     for neighbour in found.nearest(5, to: found[0]) { print(neighbour.name, neighbour.distance) }
///
/// Pictures are resized, cropped in the middle and normalized as `invar embed` does it, and BatchNorm uses its running statistics. One of these may be
/// used by many threads at once: they take turns.
public final class TrainedEncoder: Sendable {
    /// The architecture that it is of.
    public let model: JointEmbedding
    /// Which branch's encoder it is, counted from 0; where the branches share one, 0.
    public let branch: Int
    /// The run's directory, or the file.
    public let source: String
    /// Numbers of a representation.
    public let width: Int

    /// Of every state of the encoder, by its name in the graph.
    package let values: [String: [Float]]
    /// Of the run that it is from, where it is from one.
    package let record: RunRecord?
    /// Tensors of the file that are no part of the encoder, in words.
    package let ignored: String?
    /// For how many steps it was trained, where its file says it.
    package let step: String?
    /// What computes it.
    package let executor: any Executor
    package let threads: Int
    private let batch: Int?
    /// Of the ranks that share the images of a data set.
    let communicator: any Communicator
    /// Makes pictures of any kind what the encoder takes; nothing where it takes rows of numbers.
    private let preparation: ImagePreparation?
    private let program = Mutex<EncoderFeatures?>(nil)

    /// - Parameters:
    ///   - path: a run's directory; or a safetensors file with an encoder: a run's `encoder.safetensors`, a checkpoint, or torchvision's weights of a ResNet.
    ///   - model: the architecture. It may be left out where the run or the file says its name and it is one of Invar's own (`Zoo`).
    ///   - branch: 0 or 1, where the branches have encoders of their own.
    ///   - batch: images that are computed together. 1 answers soonest for one image; some tens are faster for many small ones.
    ///   - executor: what computes.
    ///   - threads: one for each core, unless given.
    /// - Throws: `TrainingError` where there is no run, its architecture is not known or is another one; `DataError` for a damaged file; `Diagnostic`
    ///   for an architecture that cannot be built.
    public convenience init(
        _ path: String, of model: JointEmbedding? = nil, branch: Int = 0, batch: Int = 1, executor: ExecutorKind = .jit,
        threads: Int? = nil
    ) throws {
        try self.init(
            path, named: { try TrainedEncoder.architecture($0, path, given: model) }, given: model, branch: branch,
            batch: batch, executor: executor.executor(), threads: threads ?? TargetDescription.current.cores)
    }

    /// - Parameters:
    ///   - named: finds the architecture that a run's record or a file names; nothing where neither does.
    ///   - given: the architecture of a file, whatever it says itself.
    ///   - batch: images that are computed together; nothing: as many as suit the encoder (`EncoderFeatures`).
    ///   - communicator: of the ranks that share the images of a data set.
    package init(
        _ path: String, named: (String?) throws -> JointEmbedding, given: JointEmbedding?, branch: Int, batch: Int?,
        executor: any Executor, threads: Int, communicator: any Communicator = Alone()
    ) throws {
        if let batch, batch < 1 { throw EvaluationError("a batch of \(batch) images; use at least 1") }
        let isFile = FileStatus(path)?.isFile == true
        let run = try isFile ? nil : FinishedRunRecord(path)
        record = run?.record
        let file = run.map { $0.directory.encoder(branch: branch) } ?? path
        let model = try named(run?.record.run.architecture ?? (given == nil ? EncoderFile.architecture(of: file) : nil))
        let captured = try model.captureEncoder(batch: 1, branch: branch)
        if let run, FileStatus(file) == nil { throw run.missing(file, branch, model) }
        let contents = try EncoderFile.read(file, states: captured.states, architecture: model.name)
        (self.model, self.branch, source, width) = (model, branch, path, captured.width)
        (values, ignored, step) = (contents.values, contents.ignoredInWords, contents.step)
        (self.executor, self.threads, self.batch, self.communicator) = (executor, threads, batch, communicator)
        preparation = try Self.preparation(model, branch)
    }

    /// - Parameter values: of every state of the first branch's encoder, by its name in the graph.
    package init(
        _ model: JointEmbedding, values: [String: [Float]], executor: any Executor, threads: Int, batch: Int = 1
    ) throws {
        (self.model, branch, source, width) = (model, 0, model.name, try model.captureEncoder(batch: 1).width)
        (self.values, record, ignored, step) = (values, nil, nil, nil)
        (self.executor, self.threads, self.batch, communicator) = (executor, threads, batch, Alone())
        preparation = try Self.preparation(model, branch)
    }

    private static func preparation(_ model: JointEmbedding, _ branch: Int) throws -> ImagePreparation? {
        try model.featureWidths()[branch] == nil ? ImagePreparation(views: model.views, image: model.image) : nil
    }

    /// - Throws: `EvaluationError` where the encoder takes no images.
    func expectImages() throws -> ImagePreparation {
        guard let preparation else {
            throw EvaluationError(
                "branch \(branch + 1) of \(model.name) takes rows of numbers in the images' place; give it a data set that has them"
            )
        }
        return preparation
    }

    private static func architecture(_ name: String?, _ path: String, given: JointEmbedding?) throws -> JointEmbedding {
        if let given {
            if let name, name != given.name {
                throw TrainingError(
                    .checkpoint, "\(path) is of the architecture \(name), and not of \(given.name); give that one")
            }
            return given
        }
        guard let name else {
            throw TrainingError(
                .checkpoint,
                "\(path) does not say which architecture its weights are of; give it: TrainedEncoder(\"\(path)\", of: …)"
            )
        }
        if let found = (Zoo.all + Zoo.successors + Zoo.ablations).first(where: { $0.name == name }) { return found }
        throw TrainingError(
            .checkpoint,
            "\(path) is of the architecture \(name), which is none of Invar's own; give it: TrainedEncoder(\"\(path)\", of: …)"
        )
    }

    /// Compiles the encoder, which else happens with the first image.
    /// - Throws: `ArenaError` for too little memory.
    public func prepare() throws { try withProgram { _ in } }

    /// What runs the encoder, one caller at a time.
    package func withProgram<Result: Sendable>(_ body: (EncoderFeatures) throws -> Result) throws -> Result {
        try program.withLock { program in
            if let ready = program { return try body(ready) }
            let ready = try EncoderFeatures(
                model, values: values, branch: branch, batch: batch, executor: executor, threads: threads,
                communicator: communicator)
            program = ready
            return try body(ready)
        }
    }
}

/// A directory that a run was written to.
package struct FinishedRunRecord {
    package let directory: RunDirectory
    package let record: RunRecord

    /// - Throws: `TrainingError` where there is no run, or for a damaged record.
    package init(_ path: String) throws {
        directory = RunDirectory(path)
        guard FileStatus(directory.record) != nil else {
            let exists = FileStatus(path) != nil
            throw TrainingError(
                .directory,
                "\(path) \(exists ? "holds no run (there is no run.json)" : "is not there"); give a directory that "
                    + "invar pretrain wrote")
        }
        record = try RunRecord(path: directory.record)
    }

    fileprivate func missing(_ file: String, _ branch: Int, _ model: JointEmbedding) -> TrainingError {
        TrainingError(
            .directory,
            branch == 0
                ? "\(file) is not there; the run has not saved its encoder yet"
                : "\(file) is not there: the branches of \(model.name) share their encoder, which is branch 1")
    }
}
