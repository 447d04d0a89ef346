import Foundation
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

private func features(_ rows: [[Float]]) -> Features {
    Features(values: rows.flatMap { $0 }, width: rows[0].count, labels: rows.map { _ in 0 }, classes: 1)
}

/// A matrix whose measures NumPy computed: corrcoef, svd, and std of the rows scaled to length 1.
let measured: [[Float]] = [
    [0.2, -3.44, -0.65, 3.42], [2.14, -1.03, -0.52, 2.73], [1.75, -0.42, 0.76, 2.0], [0.04, -1.81, 0.68, 1.69],
    [0.92, -2.76, -0.98, 2.97], [0.29, -2.24, 0.1, 2.62], [1.41, -1.17, -1.39, 3.64], [0.02, -2.89, -1.34, 3.66],
]

@Suite struct CorrelationTests {
    @Test func agreesWithNumPy() throws {
        let found = try Correlation(features(measured))
        let wanted = [
            [1.0, 0.77614811, 0.01646517, -0.1037205], [0.77614811, 1.0, 0.42216511, -0.48490707],
            [0.01646517, 0.42216511, 1.0, -0.94200557], [-0.1037205, -0.48490707, -0.94200557, 1.0],
        ].flatMap { $0 }
        #expect(largestDifference(found.matrix, wanted) < 1e-6)
        #expect(abs(found.measures.meanAbsolute - 0.45756859) < 1e-7)
        #expect(abs(found.measures.rms - 0.56482559) < 1e-7)
        #expect(abs(found.measures.effectiveRank - 2.72229297) < 1e-6)
        #expect(abs(found.measures.normalizedSpread - 0.38395030) < 1e-6)
        #expect((found.measures.images, found.measures.dimensions, found.measures.dead) == (8, 4, 0))
    }

    /// What was put in is found: pairs of dimensions that share half of their variance, all others independent.
    @Test func plantedPairsAreFound() throws {
        var random = CounterRandom(seed: 3)
        let (rows, pairs) = (20_000, 4)
        let values = (0..<rows).flatMap { _ in
            (0..<pairs).flatMap { pair in
                let shared = random.normal()
                let sign: Float = pair.isMultiple(of: 2) ? 1 : -1
                return [shared + random.normal() + 5, sign * (shared + random.normal()) * 30]
            }
        }
        let width = 2 * pairs
        let found = try Correlation(
            Features(
                values: values, width: width, labels: (0..<rows).map { _ in 0 },
                classes: 1))
        for a in 0..<width {
            for b in 0..<width {
                let value = Double(found.matrix[a * width + b])
                let sign = (a / 2).isMultiple(of: 2) ? 0.5 : -0.5
                let wanted = a == b ? 1 : a / 2 == b / 2 ? sign : 0
                #expect(abs(value - wanted) < 0.04, "\(a), \(b)")
            }
        }
    }

    /// The same numbers as those that training reports, where both are defined.
    @Test func agreesWithTheMeasuresOfTraining() throws {
        var random = CounterRandom(seed: 4)
        let (rows, width) = (60, 9)
        let values = (0..<rows).flatMap { _ in
            let shared = random.normal()
            return (0..<width).map { Float($0) * shared + random.normal() + 1 }
        }
        let ours = try Correlation(features((0..<rows).map { Array(values[($0 * width)..<(($0 + 1) * width)]) }))
            .measures
        let theirs = CollapseMeasures(embedding: values, rows: rows, width: width)
        #expect(abs(ours.meanAbsolute - theirs.meanAbsoluteCorrelation) < 1e-6)
        #expect(abs(ours.effectiveRank - theirs.effectiveRank) < 1e-6)
    }

    @Test func aDeadDimensionIsNoHealth() throws {
        let found = try Correlation(features(measured.map { $0 + [7.7] }))
        #expect(found.measures.dead == 1)
        for a in 0..<5 { #expect(found.matrix[a * 5 + 4].isNaN && found.matrix[4 * 5 + a].isNaN) }
        let living = 0.45756859 * 12
        #expect(abs(found.measures.meanAbsolute - (living + 8) / 20) < 1e-6)
        let constant = try Correlation(features((0..<6).map { _ in [1, 2, 3] })).measures
        #expect((constant.dead, constant.meanAbsolute, constant.rms) == (3, 1, 1))
        #expect(abs(constant.effectiveRank - 1) < 1e-9 && constant.normalizedSpread < 1e-6)
    }

    /// Isotropic rows spread by 1/√d in each dimension.
    @Test func isotropicRowsHaveSpreadOne() throws {
        var random = CounterRandom(seed: 9)
        let rows = (0..<4000).map { _ in (0..<16).map { _ in random.normal() } }
        let found = try Correlation(features(rows)).measures
        #expect(abs(found.normalizedSpread - 1) < 0.02)
        #expect(found.effectiveRank > 15.9 && found.meanAbsolute < 0.03)
    }

    /// More rows than a block, and a mean that is far larger than what varies.
    @Test func momentsAreThoseOfAllRows() {
        var random = CounterRandom(seed: 11)
        let (rows, width) = (2500, 3)
        let values = (0..<(rows * width)).map { _ in 100 + random.normal() }
        let moments = ColumnMoments(features((0..<rows).map { Array(values[($0 * width)..<(($0 + 1) * width)]) }))
        for a in 0..<width {
            for b in 0..<width {
                var (scatter, gram) = (0.0, 0.0)
                for row in 0..<rows {
                    let (x, y) = (Double(values[row * width + a]), Double(values[row * width + b]))
                    scatter += (x - moments.means[a]) * (y - moments.means[b])
                    gram += x * y
                }
                #expect(abs(moments.scatter[a * width + b] - scatter) < 1e-8 * Double(rows))
                #expect(abs(moments.gram[a * width + b] - gram) < 1e-12 * gram)
            }
        }
    }
}
