import Invar
import InvarData

/// Labelled vectors: what the probes see of a dataset.
package struct Features: Sendable {
    /// count × width, row-major.
    package var values: [Float]
    package let width: Int
    package let labels: [Int32]
    package let classes: Int
    /// Which image of its dataset each row is of.
    package let places: [Int]

    package var count: Int { labels.count }

    /// - Parameter places: row i is of image i, unless something else is said.
    package init(values: [Float], width: Int, labels: [Int32], classes: Int, places: [Int]? = nil) {
        precondition(values.count == width * labels.count, "internal: \(values.count) values for \(labels.count) rows")
        self.values = values
        self.width = width
        self.labels = labels
        self.classes = classes
        self.places = places ?? Array(labels.indices)
    }

    /// Percent of the rows whose class is their own label.
    func percentRight(_ classes: [Int]) -> Double {
        100 * Double(zip(classes, labels).count { $0 == Int($1) }) / Double(max(count, 1))
    }

    /// The rows at these places, in this order.
    package func rows(_ rows: [Int]) -> Features {
        var picked: [Float] = []
        picked.reserveCapacity(rows.count * width)
        for row in rows { picked += values[(row * width)..<((row + 1) * width)] }
        return Features(
            values: picked, width: width, labels: rows.map { labels[$0] }, classes: classes,
            places: rows.map { places[$0] })
    }

    /// What is left without the rows of these images.
    func without(_ missing: Set<Int>) -> Features {
        missing.isEmpty ? self : rows(labels.indices.filter { !missing.contains(places[$0]) })
    }

    /// The images' bytes divided by 255; images that cannot be read are left out.
    /// - Parameter channels: of a model that sees the images.
    package init(pixelsOf dataset: Dataset, of channels: Int = 3, bad: BadImages? = nil) throws {
        let (values, missing) = try dataset.rawPixels(of: channels, bad: bad)
        self = Features(
            values: values, width: dataset.rawShape(of: channels).size, labels: dataset.labels,
            classes: dataset.classNames.count
        ).without(Set(missing))
    }

    /// A branch's rows, each column standardized over those of training: the plainest representation that a table has. Of signals
    /// their samples.
    /// - Parameters:
    ///   - training: rows of the same columns.
    ///   - shape: what signals are cut to; nothing for rows.
    init(
        rowsOf dataset: Dataset, branch: Int, standardizedBy training: Dataset, as shape: SignalShape? = nil
    ) throws {
        guard let own = dataset.rows(of: branch), let all = training.rows(of: branch) else {
            throw EvaluationError("\(dataset.name) has no rows of numbers")
        }
        let (rows, known) = (own.taken(as: shape), all.taken(as: shape))
        let (means, deviations) = TrainingRows.moments(known.values, width: known.width)
        var values = rows.values
        for place in values.indices {
            let column = place % rows.width
            values[place] = (values[place] - means[column]) / (deviations[column] > 0 ? deviations[column] : 1)
        }
        self.init(values: values, width: rows.width, labels: dataset.labels, classes: dataset.classNames.count)
    }

    /// The same of augmented images.
    init(pixelsOf images: AugmentedImages, epoch: Int) throws {
        let dataset = images.dataset
        var values = [Float](repeating: 0, count: dataset.count * images.imageSize)
        let missing = try unsafe values.withUnsafeMutableBufferPointer {
            try unsafe images.write(Array(0..<dataset.count), epoch: epoch, into: $0)
        }
        try images.batches.checkSomeAreLeft(without: Set(missing))
        self = Features(
            values: values, width: images.imageSize, labels: dataset.labels, classes: dataset.classNames.count
        ).without(Set(missing))
    }
}

/// Each column shifted and scaled to mean 0 and standard deviation 1 (n − 1) over the rows that it was made from.
package struct Standardization: Sendable {
    package let means: [Double]
    /// Standard deviation + 1e-6, so that a column that does not vary becomes 0.
    package let scales: [Double]

    package init(_ features: Features) {
        let (rows, width) = (features.count, features.width)
        var means = [Double](repeating: 0, count: width)
        var squares = [Double](repeating: 0, count: width)
        for row in 0..<rows {
            for column in 0..<width { means[column] += Double(features.values[row * width + column]) }
        }
        for column in 0..<width { means[column] /= Double(rows) }
        for row in 0..<rows {
            for column in 0..<width {
                let centred = Double(features.values[row * width + column]) - means[column]
                squares[column] += centred * centred
            }
        }
        self.means = means
        scales = squares.map { ($0 / Double(max(rows - 1, 1))).squareRoot() + 1e-6 }
    }

    /// Writes the standardized rows.
    package func write(_ features: Features, into target: UnsafeMutableBufferPointer<Float>) {
        precondition(target.count == features.values.count, "internal: no room for the standardized features")
        let shifts = means.map { Float($0) }
        let factors = scales.map { Float(1 / $0) }
        let width = features.width
        for row in 0..<features.count {
            for column in 0..<width {
                let index = row * width + column
                unsafe target[index] = (features.values[index] - shifts[column]) * factors[column]
            }
        }
    }
}

/// Why an encoder could not be evaluated.
public struct EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What, where, and what to do.
    public let description: String
    package init(_ description: String) { self.description = description }
}
