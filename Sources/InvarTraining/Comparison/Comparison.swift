import Foundation
import InvarData

/// What became of several architectures that were trained alike.
package struct Comparison: Codable, Sendable, Hashable {
    /// One architecture with one seed.
    package struct Run: Codable, Sendable, Hashable {
        package let architecture: String
        package let seed: UInt64
        /// Means over the last epoch, before their coefficients; empty for a run that diverged.
        package var terms: [String: Double] = [:]
        package var collapse: CollapseMeasures?
        /// The smaller of the embedding's width and the batch: what the effective rank cannot exceed.
        package var fullRank = 0
        /// Percent of the test images classified right.
        package var knn: Double?
        package var linear: Double?
        package var imagesPerSecond: Double?
        /// The images that kNN and probe were fitted to and asked about: all that can be read.
        package var trainImages: Int?
        package var testImages: Int?
        /// Why there are no numbers.
        package var failure: String?

        package init(architecture: String, seed: UInt64) {
            self.architecture = architecture
            self.seed = seed
        }
    }

    /// How all of them were trained and judged.
    package struct Settings: Codable, Sendable, Hashable {
        package var data: String
        package var trainImages: Int
        package var testImages: Int
        package var epochs: Int
        package var batch: Int
        package var optimizer: String
        /// The highest.
        package var learningRate: Double
        package var neighbours: NeighbourChoice
        /// Those that were asked for; nothing in a file of an earlier version.
        package var seeds: [UInt64]?
        /// Whether there are rows of numbers in the images' place.
        package var isOfRows: Bool?
        /// What messages call one of them.
        package var item: String { isOfRows == true ? "row" : "image" }

        package init(
            data: String, trainImages: Int, testImages: Int, configuration: TrainingConfiguration,
            neighbours: NeighbourChoice, seeds: [UInt64]? = nil
        ) {
            (self.data, self.trainImages, self.testImages) = (data, trainImages, testImages)
            (epochs, batch, optimizer) = (configuration.epochs, configuration.batch, configuration.optimizer.name)
            learningRate = configuration.schedule.peak(batch: configuration.batch)
            (self.neighbours, self.seeds) = (neighbours, seeds)
        }
    }

    package var settings: Settings
    package var runs: [Run] = []

    package init(settings: Settings) { self.settings = settings }

    /// The architectures in the order in which they came.
    package var architectures: [String] {
        runs.reduce(into: []) { if !$0.contains($1.architecture) { $0.append($1.architecture) } }
    }

    package func runs(of architecture: String) -> [Run] { runs.filter { $0.architecture == architecture } }

    /// What a comparison in a directory was begun with; nothing where there is none, or its file cannot be read.
    package static func settings(in directory: String) -> Settings? {
        guard let bytes = try? FileBytes.read("\(directory)/comparison.json"),
            let found = try? jsonDecoder().decode(Comparison.self, from: bytes).settings,
            found.trainImages > 0, found.testImages > 0, found.seeds?.isEmpty != true
        else { return nil }
        return found
    }

    /// The text of `comparison.json`.
    package func json() throws -> String { try prettyJSON(self) }
}

/// Mean and standard deviation (÷ n − 1; 0 for one value) over seeds.
package struct MeanSpread: Sendable, Hashable {
    package let mean: Double
    package let spread: Double

    /// Nothing for no values.
    package init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        self.mean = mean
        spread = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : 0
    }
}
