import Foundation
import InvarData

/// What became of several architectures that were trained alike.
package struct Comparison: Codable, Sendable, Hashable {
    /// How good a frozen representation is, in percent of the test images classified right.
    package struct Point: Codable, Sendable, Hashable {
        /// That the encoder was trained for; 0 for one that was not, and for pixels.
        package let epochs: Int
        package let knn: Double
        package let linear: Double
        /// The images that kNN and probe were fitted to and asked about: all that can be read.
        package let trainImages: Int
        package let testImages: Int

        package init(epochs: Int, knn: Double, linear: Double, trainImages: Int, testImages: Int) {
            (self.epochs, self.knn, self.linear) = (epochs, knn, linear)
            (self.trainImages, self.testImages) = (trainImages, testImages)
        }
    }

    /// One architecture with one seed, and one budget of epochs.
    package struct Run: Codable, Sendable, Hashable {
        package let architecture: String
        package let seed: UInt64
        /// That it was trained for, and that its learning rates were for; nothing in a file of an earlier version.
        package var epochs: Int?
        /// After how many epochs it was judged, the last among them; nothing in a file of an earlier version.
        package var points: [Point]?
        /// The encoder that it began with.
        package var untrained: Point?
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
        /// `row` or `signal`; nothing for images.
        package var itemName: String?
        /// What messages call one of them.
        package var item: String { itemName ?? "image" }
        /// After how many epochs runs were judged besides their end; nothing where at their end alone.
        package var atEpochs: [Int]?
        /// Whether each of these has runs of its own.
        package var eachBudget: Bool?

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
    /// Of the images as they are; nothing where they are too large for that.
    package var pixels: Point?

    package init(settings: Settings) { self.settings = settings }

    /// The architectures in the order in which they came.
    package var architectures: [String] {
        runs.reduce(into: []) { if !$0.contains($1.architecture) { $0.append($1.architecture) } }
    }

    /// How long the runs were trained that stand beside each other: the longest budget that all architectures have a run of.
    package var comparedEpochs: Int {
        let budgets = architectures.map { name in
            Set(runs.filter { $0.architecture == name }.map { $0.epochs ?? settings.epochs })
        }
        return budgets.dropFirst().reduce(budgets.first ?? []) { $0.intersection($1) }.max() ?? settings.epochs
    }

    /// Those with the budget that is compared.
    package func runs(of architecture: String) -> [Run] {
        let epochs = comparedEpochs
        return runs.filter { $0.architecture == architecture && ($0.epochs ?? settings.epochs) == epochs }
    }

    /// What a comparison in a directory was begun with; nothing where there is none, or its file cannot be read.
    package static func settings(in directory: String) -> Settings? { read(in: directory)?.settings }

    /// As it was kept last; nothing where there is none, or its file cannot be read.
    static func read(in directory: String) -> Comparison? {
        guard let bytes = try? FileBytes.read("\(directory)/comparison.json"),
            let found = try? jsonDecoder().decode(Comparison.self, from: bytes),
            found.settings.trainImages > 0, found.settings.testImages > 0, found.settings.seeds?.isEmpty != true,
            found.settings.atEpochs?.contains(where: { $0 < 1 }) != true
        else { return nil }
        return found
    }

    /// The text of `comparison.json`: with the curves, which are made of the runs.
    package func json() throws -> String {
        struct Curves: Encodable {
            let knn: [Curve]
            let linear: [Curve]
        }
        struct File: Encodable {
            let settings: Settings
            let runs: [Run]
            let pixels: Point?
            let curves: Curves
        }
        return try prettyJSON(
            File(
                settings: settings, runs: runs, pixels: pixels,
                curves: Curves(knn: curves(of: \.knn), linear: curves(of: \.linear))))
    }
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
