import Foundation
import InvarLinearAlgebra

/// How the dimensions of an output of many images depend on each other.
public struct Correlation: Sendable {
    package let width: Int
    /// width × width, row-major; NaN in the rows and columns of dimensions that do not vary.
    package let matrix: [Float]
    /// What the matrix comes to.
    public let measures: Measures

    /// What a matrix comes to. A pair of which one dimension is dead counts as a correlation of 1: collapse is never
    /// reported as health.
    public struct Measures: Codable, Sendable, Hashable {
        /// Rows that it was made from.
        public let images: Int
        /// Columns.
        public let dimensions: Int
        /// Mean of |correlation| over the pairs of different dimensions, from 0 (decorrelated) to 1.
        public let meanAbsolute: Double
        /// Root of the mean squared correlation over the same pairs.
        public let rms: Double
        /// Number of dimensions in use: see `EffectiveRank`.
        public let effectiveRank: Double
        /// Mean standard deviation of a dimension after each row was scaled to length 1, times √dimensions: 1 where rows
        /// point everywhere, 0 where all point the same way.
        public let normalizedSpread: Double
        /// Dimensions whose standard deviation is below a ten-thousandth of the mean one, or below the rounding of their mean.
        public let dead: Int
    }

    /// - Throws: `EigenvalueError` where numbers are not finite.
    package init(_ features: Features) throws {
        let moments = ColumnMoments(features)
        let width = features.width
        let deviations = moments.deviations
        let isDead = Correlation.dead(moments, deviations)
        var matrix = [Float](repeating: .nan, count: width * width)
        for a in 0..<width where !isDead[a] {
            let scale = 1 / (deviations[a] * Double(max(moments.rows - 1, 1)))
            for b in 0..<width where !isDead[b] {
                matrix[a * width + b] = Float(min(max(moments.scatter[a * width + b] * scale / deviations[b], -1), 1))
            }
        }
        let eigenvalues = try symmetricEigenvalues(width, moments.gram)
        let (mean, rms) = Correlation.pairs(matrix, width)
        measures = Measures(
            images: features.count, dimensions: width, meanAbsolute: mean, rms: rms,
            effectiveRank: EffectiveRank.of(eigenvalues: eigenvalues, rows: features.count, width: width),
            normalizedSpread: Correlation.normalizedSpread(features), dead: isDead.count { $0 })
        (self.width, self.matrix) = (width, matrix)
    }

    private static func dead(_ moments: ColumnMoments, _ deviations: [Double]) -> [Bool] {
        let mean = deviations.reduce(0, +) / Double(max(deviations.count, 1))
        return zip(deviations, moments.means).map { $0 <= max(1e-4 * mean, 1e-6 * abs($1)) }
    }

    private static func pairs(_ matrix: [Float], _ width: Int) -> (mean: Double, rms: Double) {
        guard width > 1 else { return (0, 0) }
        var (sum, squares) = (0.0, 0.0)
        for a in 0..<width {
            for b in 0..<width where a != b {
                let value = matrix[a * width + b]
                let size = value.isNaN ? 1 : Double(abs(value))
                sum += size
                squares += size * size
            }
        }
        let count = Double(width) * Double(width - 1)
        return (sum / count, (squares / count).squareRoot())
    }

    private static func normalizedSpread(_ features: Features) -> Double {
        let (rows, width) = (features.count, features.width)
        var (sums, squares) = ([Double](repeating: 0, count: width), [Double](repeating: 0, count: width))
        unsafe features.values.withUnsafeBufferPointer { values in
            for row in 0..<rows {
                let line = unsafe values[(row * width)..<((row + 1) * width)]
                let norm = unsafe line.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
                let scale = norm > 0 ? 1 / norm : 0
                for column in 0..<width {
                    let scaled = unsafe Double(values[row * width + column]) * scale
                    sums[column] += scaled
                    squares[column] += scaled * scaled
                }
            }
        }
        let deviations = zip(sums, squares).map { sum, square in
            let mean = sum / Double(max(rows, 1))
            return (max(square - Double(rows) * mean * mean, 0) / Double(max(rows - 1, 1))).squareRoot()
        }
        return deviations.reduce(0, +) / Double(max(width, 1)) * Double(width).squareRoot()
    }
}
