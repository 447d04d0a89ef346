import Foundation
import InvarLinearAlgebra

/// What tells a collapsed embedding from a healthy one, for one batch of one branch.
///
/// Collapse is never reported as health: a constant embedding has a standard deviation of 0, a correlation of 1 and
/// an effective rank of 1 (0 if it is zero everywhere). If any element is not finite, all three are NaN.
public struct CollapseMeasures: Sendable, Hashable, Codable {
    /// Mean over the dimensions of the standard deviation over the batch (divisor n − 1).
    public let meanStandardDeviation: Double
    /// Mean of |correlation| over all pairs of different dimensions, from 0 (decorrelated) to 1. A dimension that does
    /// not vary tells nothing that another does not, so its pairs count as 1.
    public let meanAbsoluteCorrelation: Double
    /// exp(−Σ p ln p) with p = σ / Σσ over the singular values σ of the embedding: the number of dimensions in use, from 1
    /// to min(rows, width). RankMe, Garrido et al. 2023; not centred, as there.
    public let effectiveRank: Double

    package init(meanStandardDeviation: Double, meanAbsoluteCorrelation: Double, effectiveRank: Double) {
        self.meanStandardDeviation = meanStandardDeviation
        self.meanAbsoluteCorrelation = meanAbsoluteCorrelation
        self.effectiveRank = effectiveRank
    }

    /// - Parameters:
    ///   - embedding: rows × width, row-major.
    ///   - rows: images in the batch.
    ///   - width: dimensions of the embedding.
    public init(embedding: [Float], rows: Int, width: Int) {
        precondition(
            rows > 0 && width > 0 && embedding.count == rows * width,
            "internal: \(embedding.count) values for an embedding of \(rows)×\(width)")
        let values = embedding.map(Double.init)
        let standardized = StandardizedColumns(values, rows: rows, width: width)
        guard embedding.allSatisfy(\.isFinite),
            let rank = try? Self.effectiveRank(values, rows: rows, width: width)
        else {
            (meanStandardDeviation, meanAbsoluteCorrelation, effectiveRank) = (.nan, .nan, .nan)
            return
        }
        meanStandardDeviation = standardized.deviations.reduce(0, +) / Double(width)
        meanAbsoluteCorrelation = Self.correlation(standardized, rows: rows, width: width)
        effectiveRank = rank
    }

    /// The singular values are the roots of the eigenvalues of the smaller Gram matrix. In Double, because the roots of
    /// float32's rounding errors would add up to whole dimensions.
    private static func effectiveRank(_ values: [Double], rows: Int, width: Int) throws -> Double {
        let largest = values.reduce(0) { max($0, abs($1)) }
        guard largest > 0 else { return 0 }
        let scaled = values.map { $0 / largest }
        let size = min(rows, width)
        let gram =
            rows < width
            ? denseProduct(scaled, scaled, m: rows, n: rows, k: width, transposeB: true)
            : denseProduct(scaled, scaled, m: width, n: width, k: rows, transposeA: true)
        return EffectiveRank.of(eigenvalues: try symmetricEigenvalues(size, gram), rows: rows, width: width)
    }

    /// The correlation matrix, a block of rows at a time, so that a width of 8192 does not need 512 MiB.
    private static func correlation(_ columns: StandardizedColumns, rows: Int, width: Int) -> Double {
        guard width > 1 else { return 0 }
        let block = 256
        var total = 0.0
        for start in stride(from: 0, to: width, by: block) {
            let count = min(block, width - start)
            var part = [Double](repeating: 0, count: rows * count)
            for row in 0..<rows {
                for column in 0..<count { part[row * count + column] = columns.values[row * width + start + column] }
            }
            let correlations = denseProduct(part, columns.values, m: count, n: width, k: rows, transposeA: true)
            for (index, value) in correlations.enumerated() where index % width != start + index / width {
                let (a, b) = (start + index / width, index % width)
                let isConstant = columns.deviations[a] == 0 || columns.deviations[b] == 0
                total += isConstant ? 1 : min(abs(value), 1)
            }
        }
        return total / (Double(width) * Double(width - 1))
    }
}

/// Columns with mean 0 and unit length, or 0 where a column does not vary.
private struct StandardizedColumns {
    var values: [Double]
    /// Divisor n − 1.
    var deviations: [Double]

    init(_ embedding: [Double], rows: Int, width: Int) {
        values = embedding
        var means = [Double](repeating: 0, count: width)
        var squares = [Double](repeating: 0, count: width)
        for row in 0..<rows { for column in 0..<width { means[column] += embedding[row * width + column] } }
        for column in 0..<width { means[column] /= Double(rows) }
        for row in 0..<rows {
            for column in 0..<width {
                let centred = embedding[row * width + column] - means[column]
                values[row * width + column] = centred
                squares[column] += centred * centred
            }
        }
        // Less than this is the rounding of a mean, not variation.
        for column in 0..<width where squares[column].squareRoot() <= abs(means[column]) * 1e-12 * Double(rows) {
            squares[column] = 0
        }
        deviations = squares.map { ($0 / Double(max(rows - 1, 1))).squareRoot() }
        let scales = squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
        for row in 0..<rows { for column in 0..<width { values[row * width + column] *= scales[column] } }
    }
}
