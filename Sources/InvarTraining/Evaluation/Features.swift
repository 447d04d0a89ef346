import InvarData

/// Labelled vectors: what the probes see of a dataset.
package struct Features: Sendable {
    /// count × width, row-major.
    package var values: [Float]
    package let width: Int
    package let labels: [Int32]
    package let classes: Int

    package var count: Int { labels.count }

    package init(values: [Float], width: Int, labels: [Int32], classes: Int) {
        precondition(values.count == width * labels.count, "internal: \(values.count) values for \(labels.count) rows")
        self.values = values
        self.width = width
        self.labels = labels
        self.classes = classes
    }

    /// The rows at these places, in this order.
    package func rows(_ places: [Int]) -> Features {
        var picked: [Float] = []
        picked.reserveCapacity(places.count * width)
        for place in places { picked += values[(place * width)..<((place + 1) * width)] }
        return Features(values: picked, width: width, labels: places.map { labels[$0] }, classes: classes)
    }

    /// The images' bytes divided by 255; images that cannot be read are left out.
    package init(pixelsOf dataset: Dataset, bad: BadImages? = nil) throws {
        let (values, missing) = try dataset.rawPixels(bad: bad)
        let all = Features(
            values: values, width: dataset.rawShape.size, labels: dataset.labels, classes: dataset.classNames.count)
        self = missing.isEmpty ? all : all.rows((0..<dataset.count).filter { !missing.contains($0) })
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
                target[index] = (features.values[index] - shifts[column]) * factors[column]
            }
        }
    }
}

/// Why an encoder could not be evaluated.
public struct EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
    package init(_ description: String) { self.description = description }
}
