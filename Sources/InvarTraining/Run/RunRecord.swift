import Foundation
import InvarData

/// `run.json`: what was asked for, and every time that the run was started or resumed.
package struct RunRecord: Sendable, Hashable, Codable {
    package struct Session: Sendable, Hashable, Codable {
        /// ISO 8601, in UTC.
        package let started: String
        /// Steps that were done before.
        package let fromStep: Int
        package let invar: String
        package let executor: String
        /// Which kernels are in use, and warnings.
        package let notes: [String]
        package let threads: Int
        package let workers: Int
        package let machine: Machine
        /// How many shared it; nothing in records of earlier versions, which knew one.
        package var ranks: Int?
        /// What began it, as a shell reads it; nothing where a program did, and in records of earlier versions.
        package var command: String?
    }

    /// What was asked for besides what decides the numbers, so that a resumed run need not be told again. Nothing for what a record
    /// of an earlier version does not say.
    package struct Asked: Sendable, Hashable, Codable {
        package var executor: String?
        /// A file, or `off`; nothing for those that are kept for the machine.
        package var schedules: String?
        /// 0: one for each core of the machine.
        package var threads: Int?
        /// Bytes.
        package var memory: Int?
        /// Nothing in records of earlier versions.
        package var microBatches: Int?
        package var workers: Int?
        package var logEvery: Int?
        package var checkpointEvery: Int?
        package var badImages: Int?
        package var monitor: Bool?
        /// Threads that were ranks; nothing where there was one, or processes were.
        package var ranks: Int?
        /// Nothing in records of earlier versions.
        package var shardsOptimizer: Bool?
        package var isReproducible: Bool?
        /// What is written for TensorBoard; nothing in records of earlier versions.
        package var tensorBoard: String?
        /// Whether a page about the run is kept up to date; nothing in records of earlier versions.
        package var report: Bool?

        package init() {}
    }

    package static let newestFormat = 1

    package var format = RunRecord.newestFormat
    package var run: RunIdentity
    package var dataPath: String?
    package var featuresPath: String?
    /// Which images of it; nothing in records of earlier versions, which knew those of training only.
    package var dataSplit: String?
    /// What there is of it, `image`, `row` or `signal`; nothing in records of earlier versions.
    package var dataItem: String?
    /// The same.
    package var item: String { dataItem ?? (run.image.isNone ? "row" : "image") }
    /// How it was read; nothing in records of earlier versions, which knew one way.
    package var dataSettings: DataSettings?
    package let parameters: Int
    package let stepsPerEpoch: Int
    /// Of the last session; nothing in records of earlier versions.
    package var asked: Asked?
    package var sessions: [Session] = []

    /// - Throws: `TrainingError` for a record that is damaged or of a newer Invar.
    package init(path: String) throws {
        struct Version: Decodable { let format: Int }
        do {
            let bytes = try FileBytes.read(path)
            let version = try JSONDecoder().decode(Version.self, from: bytes).format
            guard version <= RunRecord.newestFormat else {
                throw TrainingError(
                    .directory,
                    "\(path) has format \(version); this Invar (\(invarVersion)) reads up to "
                        + "\(RunRecord.newestFormat): use the newer Invar that wrote it")
            }
            self = try JSONDecoder().decode(RunRecord.self, from: bytes)
            if let problem {
                throw TrainingError(
                    .directory, "\(path) is damaged: \(problem); restore it, or train into another directory")
            }
        } catch let error as TrainingError {
            throw error
        } catch {
            throw TrainingError(
                .directory, "\(path) is damaged or is no run of Invar; restore it, or train into another directory")
        }
    }

    init(_ run: RunIdentity, dataPath: String?, featuresPath: String?, parameters: Int, stepsPerEpoch: Int) {
        self.run = run
        self.dataPath = dataPath
        self.featuresPath = featuresPath
        self.parameters = parameters
        self.stepsPerEpoch = stepsPerEpoch
    }

    /// A number that cannot be.
    private var problem: String? {
        if let found = run.configuration.problems.first { return found }
        // an image has a byte or more, and a step an image
        let most = 1 << 40
        for (name, value, least) in [
            ("data.count", run.data.count, 1), ("parameters", parameters, 0), ("stepsPerEpoch", stepsPerEpoch, 1),
        ] where !(least...most).contains(value) { return "\(name) is \(value)" }
        return nil
    }

    func write(to path: String) throws {
        try AtomicFile.write(prettyJSON(self), to: path)
    }
}
