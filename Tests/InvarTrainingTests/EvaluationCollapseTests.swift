import Foundation
import InvarRuntime
import InvarTraining
import Testing

/// The closed forms that a measure of collapse has to meet.
@Suite struct EvaluationCollapseTests {
    /// Sylvester's matrix: rows and columns are orthogonal, and all but the first column have mean 0.
    private func hadamard(_ n: Int) -> [[Float]] {
        (0..<n).map { row in (0..<n).map { (row & $0).nonzeroBitCount.isMultiple(of: 2) ? 1 : -1 } }
    }

    @Test(arguments: [2, 4, 16, 64])
    func equalSingularValuesAreFullRank(n: Int) {
        let measures = CollapseMeasures(embedding: hadamard(n).flatMap { $0 }, rows: n, width: n)
        #expect(abs(measures.effectiveRank - Double(n)) < 1e-9 * Double(n))
    }

    @Test func decorrelatedColumnsOfUnitSpread() {
        let n = 16
        let rows = hadamard(n).map { Array($0[1...7]) }
        let measures = CollapseMeasures(embedding: rows.flatMap { $0 }, rows: n, width: 7)
        #expect(abs(measures.effectiveRank - 7) < 1e-9)
        #expect(measures.meanAbsoluteCorrelation < 1e-12)
        #expect(abs(measures.meanStandardDeviation - (16.0 / 15).squareRoot()) < 1e-12)
    }

    @Test(arguments: [(7, 3), (3, 7), (1, 5), (31, 31), (256, 512)])
    func outerProductHasRankOne(rows: Int, width: Int) {
        let values = (0..<rows).flatMap { r in (0..<width).map { Float(sin(Double(r) + 1)) * Float(cos(Double($0))) } }
        let measures = CollapseMeasures(embedding: values, rows: rows, width: width)
        // float32 rounds each product, so that the smaller singular values are 1e-8 of the largest, not 0
        #expect(abs(measures.effectiveRank - 1) < 1e-3)
        if rows > 1 { #expect(measures.meanAbsoluteCorrelation > 0.999) }
    }

    @Test(arguments: [Float(0.1), -3.7, 1e6])
    func constantInputIsCollapse(value: Float) {
        let row = (0..<64).map { value * (1 + Float($0) / 7) }
        let values = (0..<50).flatMap { _ in row }
        let measures = CollapseMeasures(embedding: values, rows: 50, width: 64)
        #expect(measures.meanStandardDeviation == 0)
        #expect(measures.meanAbsoluteCorrelation == 1)
        #expect(abs(measures.effectiveRank - 1) < 1e-6)
    }

    @Test func zeroHasNoRank() {
        let measures = CollapseMeasures(embedding: [Float](repeating: 0, count: 12), rows: 4, width: 3)
        #expect(measures.effectiveRank == 0)
        #expect(measures.meanStandardDeviation == 0)
    }

    @Test(arguments: [Float.nan, .infinity])
    func notFiniteIsNotANumber(value: Float) {
        let measures = CollapseMeasures(embedding: [1, 2, value, 4, 5, 6], rows: 3, width: 2)
        #expect(measures.effectiveRank.isNaN)
        #expect(measures.meanStandardDeviation.isNaN)
        #expect(measures.meanAbsoluteCorrelation.isNaN)
    }

    @Test(arguments: [(13, 5), (40, 300), (17, 1), (1, 17)])
    func agreesWithTheDefinition(rows: Int, width: Int) {
        var random = CounterRandom(seed: 3, stream: rows, item: width)
        let values = (0..<(rows * width)).map { _ in random.normal() + 2 }
        let measures = CollapseMeasures(embedding: values, rows: rows, width: width)
        let columns = (0..<width).map { c in (0..<rows).map { Double(values[$0 * width + c]) } }
        let means = columns.map { $0.reduce(0, +) / Double(rows) }
        let spreads = zip(columns, means).map { column, mean in
            (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(rows - 1, 1))).squareRoot()
        }
        #expect(abs(measures.meanStandardDeviation - spreads.reduce(0, +) / Double(width)) < 1e-9)
        guard width > 1, rows > 1 else { return }
        var total = 0.0
        for a in 0..<width {
            for b in 0..<width where a != b {
                let covariance =
                    (0..<rows).reduce(0) { $0 + (columns[a][$1] - means[a]) * (columns[b][$1] - means[b]) }
                    / Double(rows - 1)
                total += abs(covariance / (spreads[a] * spreads[b]))
            }
        }
        #expect(abs(measures.meanAbsoluteCorrelation - total / Double(width * (width - 1))) < 1e-9)
        #expect(measures.effectiveRank > 1 && measures.effectiveRank <= Double(min(rows, width)))
    }
}
