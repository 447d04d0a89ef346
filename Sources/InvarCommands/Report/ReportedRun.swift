import Foundation
import Invar
import InvarData
import InvarGraph
import InvarTraining

/// What a report says of one run: what its files say, and what was found out besides.
package struct ReportedRun {
    let directory: String
    let record: RunRecord
    /// Nothing where the run has logged no step yet.
    let curves: RunCurves?
    let evaluations: [Finding]
    /// What cannot be read, in words.
    private(set) var problems: [String] = []
    /// Nothing where this program does not know the architecture, or knows another one by its name.
    var model: WrittenModel?
    /// Originals and their views; none where there are no images, or they are not there.
    var views: [ContactSheet.Entry] = []
    /// What its encoder makes of images.
    var look: EncoderLook?
    /// Why there is none.
    var lookIsMissing: String?

    /// What a file of `evaluate` says.
    struct Finding {
        let file: String
        let evaluation: Evaluation
        /// Whether the encoder was written later.
        let isOld: Bool
    }

    /// Reads what is in the directory.
    /// - Throws: `TrainingError` where there is no run, or its record is damaged; `DataError` for a file that cannot be read.
    package init(_ directory: String) throws {
        guard let record = try RunRecord.ofRun(directory) else {
            let found = FileStatus(directory) == nil ? "is not there" : "holds no run (there is no run.json)"
            throw CommandError("\(directory) \(found); give a directory that \(programName) pretrain wrote")
        }
        (self.directory, self.record) = (directory, record)
        let metrics = RunDirectory(directory).metrics
        curves = try? RunCurves(directory)
        if let damaged = curves?.damagedLines, damaged > 0 {
            problems.append(
                "\(counted(damaged, "line")) of \(metrics) cannot be read, and the curves are without what was there")
        }
        var found: [Finding] = []
        for file in try Self.evaluations(in: directory) {
            let path = PathParts.join(directory, file)
            if let evaluation = try? jsonDecoder().decode(Evaluation.self, from: FileBytes.read(path)) {
                let isOld = Self.isOlder(path, than: RunDirectory(directory).encoder())
                found.append(Finding(file: file, evaluation: evaluation, isOld: isOld))
            } else {
                problems.append("\(path) is damaged, or is not what evaluate writes; evaluate again")
            }
        }
        evaluations = found
    }

    /// That of the run's own images first.
    private static func evaluations(in directory: String) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory)
        let others = names.filter { $0.hasPrefix("evaluation-") && $0.hasSuffix(".json") }.sorted()
        return names.filter { $0 == "evaluation.json" } + others
    }

    private static func isOlder(_ path: String, than other: String) -> Bool {
        guard let first = FileStatus(path)?.changed, let second = FileStatus(other)?.changed else { return false }
        return first.lexicographicallyPrecedes(second)
    }

    /// The last part of the path.
    var name: String {
        let name = PathParts.name(directory)
        return name == "." || name == ".." ? directory : name
    }

    var dataName: String { record.run.data.name }
    /// What there is of it: `image`, `row` or `signal`.
    var item: String { record.item }
    var steps: Int { record.stepsPerEpoch * record.run.configuration.epochs }

    /// Steps that are done, as the last checkpoint says it, or else the log.
    var step: Int {
        (try? Checkpoint(path: RunDirectory(directory).lastCheckpoint).progress.step) ?? curves?.lastStep ?? 0
    }

    /// `finished 5 epochs of 234 steps`, `2 of 5 epochs are done`
    var state: String {
        let (epochs, each) = (record.run.configuration.epochs, max(record.stepsPerEpoch, 1))
        let step = step
        if step >= steps { return "finished \(counted(epochs, "epoch")) of \(counted(each, "step"))" }
        let rest = step % each == 0 ? "" : ", and \(step % each) of \(counted(each, "step")) of the next"
        return "\(step / each) of \(counted(epochs, "epoch")) \(step / each == 1 ? "is" : "are") done\(rest)"
    }
}

/// A model's description, line by line.
struct WrittenModel {
    let model: JointEmbedding
    let layers: [WrittenLayer]
    let terms: [WrittenTerm]
    let target: Target?

    /// - Throws: a `Diagnostic` for a mistake in the description.
    init(_ model: JointEmbedding) throws {
        self.model = model
        (layers, terms, target) = try (model.writtenLayers(), model.writtenTerms(), model.writtenTarget())
    }

    /// The architecture of a run, where this program knows it as it was when the run began.
    init?(of record: RunRecord) throws {
        let run = record.run
        guard let model = Architectures.known.all.first(where: { $0.name == run.architecture }),
            model.image == run.image, model.views == run.views, model.rowViews == run.rowViews ?? RowViews(steps: []),
            try TrainingStep.forward(model, batch: run.configuration.batch).builder.finish().fingerprint == run.graph
        else { return nil }
        try self.init(model)
    }
}
