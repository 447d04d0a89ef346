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
    }

    package static let newestFormat = 1

    package var format = RunRecord.newestFormat
    package var run: RunIdentity
    package let dataPath: String?
    package let featuresPath: String?
    /// Which images of it; nothing in records of earlier versions, which knew those of training only.
    package var dataSplit: String?
    /// How it was read; nothing in records of earlier versions, which knew one way.
    package var dataSettings: DataSettings?
    package let parameters: Int
    package let stepsPerEpoch: Int
    package var sessions: [Session] = []

    /// - Throws: `TrainingError` for a record that is damaged or of a newer Invar.
    package init(path: String) throws {
        struct Version: Decodable { let format: Int }
        do {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let version = try JSONDecoder().decode(Version.self, from: bytes).format
            guard version <= RunRecord.newestFormat else {
                throw TrainingError(
                    .directory,
                    "\(path) has format \(version); this Invar (\(invarVersion)) reads up to "
                        + "\(RunRecord.newestFormat): use the newer Invar that wrote it")
            }
            self = try JSONDecoder().decode(RunRecord.self, from: bytes)
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

    func write(to path: String) throws {
        try AtomicFile.write(prettyJSON(self), to: path)
    }
}
