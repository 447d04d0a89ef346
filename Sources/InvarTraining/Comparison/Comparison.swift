import Foundation
import InvarData

/// What became of several architectures that were trained alike.
public struct Comparison: Codable, Sendable, Hashable {
    /// One architecture with one seed.
    public struct Run: Codable, Sendable, Hashable {
        public let architecture: String
        public let seed: UInt64
        /// Means over the last epoch, before their coefficients; empty for a run that diverged.
        public var terms: [String: Double] = [:]
        public var collapse: CollapseMeasures?
        /// The smaller of the embedding's width and the batch: what the effective rank cannot exceed.
        public var fullRank = 0
        /// Percent of the test images classified right.
        public var knn: Double?
        public var linear: Double?
        public var imagesPerSecond: Double?
        /// Why there are no numbers.
        public var failure: String?

        public init(architecture: String, seed: UInt64) {
            self.architecture = architecture
            self.seed = seed
        }
    }

    /// How all of them were trained and judged.
    public struct Settings: Codable, Sendable, Hashable {
        public var data: String
        public var trainImages: Int
        public var testImages: Int
        public var epochs: Int
        public var batch: Int
        public var optimizer: String
        /// The highest.
        public var learningRate: Double
        public var neighbours: NeighbourChoice
        /// Those that were asked for; nothing in a file of an earlier version.
        public var seeds: [UInt64]?

        public init(
            data: String, trainImages: Int, testImages: Int, configuration: TrainingConfiguration,
            neighbours: NeighbourChoice, seeds: [UInt64]? = nil
        ) {
            (self.data, self.trainImages, self.testImages) = (data, trainImages, testImages)
            (epochs, batch, optimizer) = (configuration.epochs, configuration.batch, configuration.optimizer.name)
            learningRate = configuration.schedule.peak(batch: configuration.batch)
            (self.neighbours, self.seeds) = (neighbours, seeds)
        }
    }

    public var settings: Settings
    public var runs: [Run] = []

    public init(settings: Settings) { self.settings = settings }

    /// The architectures in the order in which they came.
    public var architectures: [String] {
        runs.reduce(into: []) { if !$0.contains($1.architecture) { $0.append($1.architecture) } }
    }

    public func runs(of architecture: String) -> [Run] { runs.filter { $0.architecture == architecture } }

    /// What a comparison in a directory was begun with; nothing where there is none, or its file cannot be read.
    package static func settings(in directory: String) -> Settings? {
        guard let bytes = try? FileBytes.read("\(directory)/comparison.json"),
            let found = try? jsonDecoder().decode(Comparison.self, from: bytes).settings,
            found.trainImages > 0, found.testImages > 0, found.seeds?.isEmpty != true
        else { return nil }
        return found
    }

    /// The text of `comparison.json`.
    public func json() throws -> String { try prettyJSON(self) }
}

/// Mean and standard deviation (÷ n − 1; 0 for one value) over seeds.
public struct MeanSpread: Sendable, Hashable {
    public let mean: Double
    public let spread: Double

    /// Nothing for no values.
    public init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        self.mean = mean
        spread = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : 0
    }
}
