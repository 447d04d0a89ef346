import Foundation
import Invar
import InvarData

/// Where a run stands: what is needed beside the state to go on as if never stopped.
package struct Progress: Sendable, Hashable, Codable {
    /// Steps that are done, over all epochs. From it follow the epoch, the place in it, its images and their views, and
    /// the learning rate.
    package var step = 0
    /// Of the epoch that the next step belongs to.
    package var totals = EpochTotals()

    /// Whether a run can stand there, as far as can be said without the run.
    var isPossible: Bool { (0...(1 << 53)).contains(step) && totals.isPossible && totals.steps <= step }
}

/// A whole run at one moment, as a safetensors file: every piece of state, the progress, and whose it is.
package struct Checkpoint {
    package let path: String
    package let run: RunIdentity
    package let progress: Progress
    private let file: SafetensorsFile

    /// 2: everything that is believed has a checksum. 1: the tensors alone had; what else it says is checked as far as can be.
    package static let newestVersion = 2
    private static let format = "invar.checkpoint"
    /// Where the checksum of the tensors stands.
    private let tensorsKey: String

    /// Replaces the file at `path` as a whole, or leaves it as it was.
    package static func write(_ store: StateStore, _ progress: Progress, of run: RunIdentity, to path: String) throws {
        let tensors = store.states.byName { $0.stored(store.values($0)) }
        var metadata = [
            "format": format, "version": "\(newestVersion)", "invar": invarVersion,
            "progress": try compactJSON(progress), "run": try compactJSON(run), "tensors": checksum(tensors),
        ]
        metadata["checksum"] = checksum(metadata)
        try SafetensorsFile.write(tensors, metadata: metadata, to: path)
    }

    /// Reads and checks who wrote it and where it stands; the tensors come later.
    /// - Throws: `DataError` for a file that is damaged, `TrainingError` for one that is no checkpoint, or a newer one.
    package init(path: String) throws {
        self.path = path
        file = try SafetensorsFile(path: path)
        let metadata = file.metadata
        guard metadata["format"] == Checkpoint.format, let version = metadata["version"].flatMap(Int.init) else {
            let found =
                metadata["format"].map { "it says \"\($0)\"" } ?? "\(file.entries.count) tensors without its metadata"
            throw TrainingError(
                .checkpoint, "\(path) is no checkpoint of Invar (\(found)); give a file that Invar wrote")
        }
        guard version <= Checkpoint.newestVersion else {
            throw TrainingError(
                .checkpoint,
                "\(path) has version \(version), written by Invar \(metadata["invar"] ?? "unknown"); this Invar "
                    + "(\(invarVersion)) reads up to \(Checkpoint.newestVersion): use the newer one")
        }
        tensorsKey = version == 1 ? "checksum" : "tensors"
        guard version == 1 || version == 2 && metadata["checksum"] == Checkpoint.checksum(metadata) else {
            throw Checkpoint.damaged(path, "what it says of itself does not have the checksum that it was written with")
        }
        guard let run = metadata["run"].flatMap({ Checkpoint.parse(RunIdentity.self, $0) }),
            let progress = metadata["progress"].flatMap({ Checkpoint.parse(Progress.self, $0) }), progress.isPossible
        else { throw Checkpoint.damaged(path, "it does not say whose it is and where it stands") }
        self.run = run
        self.progress = progress
    }

    /// All values in the order of the states, in the graph's layout.
    /// - Throws: `TrainingError` where a tensor is missing, has another shape, is one too many, or was changed.
    package func values(_ states: [StateSpec]) throws -> [[Float]] {
        try checkShapes(states)
        let tensors = try states.byName { try file.tensor($0.name) }
        guard Checkpoint.checksum(tensors) == file.metadata[tensorsKey] else {
            throw Checkpoint.damaged(path, "its values do not have the checksum that they were written with")
        }
        return states.map { spec in tensors[spec.name].map(spec.values) ?? [] }
    }

    /// The values of some of the states, by name; the file's checksum is not looked at.
    /// - Throws: `TrainingError` where a tensor is missing or has another shape.
    package func values(ofSome states: [StateSpec]) throws -> [String: [Float]] {
        try refuse(shapeProblems(states))
        return try states.byName { $0.values(try file.tensor($0.name)) }
    }

    private func checkShapes(_ states: [StateSpec]) throws {
        let known = Set(states.map(\.name))
        try refuse(
            shapeProblems(states)
                + file.names.filter { !known.contains($0) }.map { "\($0) is not in this architecture" })
    }

    private func shapeProblems(_ states: [StateSpec]) -> [String] {
        var problems: [String] = []
        for spec in states {
            guard let entry = file.entries[spec.name] else {
                problems.append("\(spec.name) is missing")
                continue
            }
            if entry.shape != spec.fileShape || entry.element != .float32 {
                problems.append(
                    "\(spec.name) is \(entry.dtype)\(entry.shape), F32\(spec.fileShape) is wanted")
            }
        }
        return problems
    }

    private func refuse(_ problems: [String]) throws {
        guard problems.isEmpty else {
            let more = problems.count > 3 ? ", and \(problems.count - 3) more" : ""
            throw TrainingError(
                .checkpoint,
                "\(path) does not fit this architecture and optimizer: "
                    + problems.prefix(3).joined(separator: "; ") + more
                    + ". Resume with the architecture it was written by, or train into another directory")
        }
    }

    private static func damaged(_ path: String, _ why: String) -> TrainingError {
        TrainingError(
            .checkpoint, "\(path) is damaged: \(why). Restore it from a copy, or delete it to begin this run again")
    }

    private static func checksum(_ tensors: [String: StoredTensor]) -> String {
        var hash = Fingerprint()
        for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
            hash.add(name)
            hash.add(tensor.floats)
        }
        return hash.text
    }

    /// Of everything that stands beside the tensors, their checksum among it.
    private static func checksum(_ metadata: [String: String]) -> String {
        var hash = Fingerprint()
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) where name != "checksum" {
            hash.add("\(name.utf8.count) \(value.utf8.count) \(name)\(value)")
        }
        return hash.text
    }

    private static func parse<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
