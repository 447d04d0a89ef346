import Foundation
import InvarGraph
import TestSupport
import Testing

/// The functions that layers and losses share, against their formulas in double precision.
@Suite struct CompositionTests {
    private func values(_ x: HostTensor, _ function: (Tensor) -> Tensor) throws -> HostTensor {
        let builder = GraphBuilder()
        builder.output("y", function(builder.input("x", TensorType(x.shape, .float64))))
        return try #require(NaiveEvaluator(try builder.finish(), inputs: ["x": x]).outputs["y"])
    }

    private func rows(_ x: HostTensor) -> [[Double]] {
        (0..<x.shape[0]).map { Array(x.values[($0 * x.shape[1])..<(($0 + 1) * x.shape[1])]) }
    }

    private var x: HostTensor {
        var random = SplitMix(seed: 11)
        return random.tensor([4, 6])
    }

    @Test func softmaxAndLogSumExp() throws {
        for (row, found) in zip(rows(x), rows(try values(x) { softmax($0, axis: 1) })) {
            let raised = row.map { Foundation.exp($0) }
            let sum = raised.reduce(0, +)
            #expect(zip(found, raised).allSatisfy { abs($0 - $1 / sum) < 1e-12 })
        }
        let sums = try values(x) { logSumExp($0, axis: 1) }
        #expect(sums.shape == [4])
        for (row, found) in zip(rows(x), sums.values) {
            #expect(abs(found - Foundation.log(row.map { Foundation.exp($0) }.reduce(0, +))) < 1e-12)
        }
        #expect(try values(x) { logSumExp($0, axis: 0, keepingAxes: true) }.shape == [1, 6])
        // beyond the range of exp
        let large = HostTensor(shape: [1, 2], [1000, 1000])
        #expect(try values(large) { softmax($0, axis: 1) }.values == [0.5, 0.5])
        #expect(abs(try values(large) { logSumExp($0, axis: 1) }.values[0] - 1000 - Foundation.log(2)) < 1e-12)
    }

    @Test func sigmoidEverywhere() throws {
        let points = [-1000, -90, -80, -30, -1, -0.0, 0, 1, 30, 1000]
        let found = try values(HostTensor(shape: [points.count], points)) { sigmoid($0) }.values
        for (point, found) in zip(points, found) {
            let want = 1 / (1 + Foundation.exp(-point))
            #expect(abs(found - want) <= 1e-12 * want + 2e-35, "\(point)")
        }
        let slopes = try gradient(HostTensor(shape: [points.count], points)) { sigmoid($0) }
        for (point, slope) in zip(points, slopes) {
            let want = Foundation.exp(-abs(point)) / Foundation.pow(1 + Foundation.exp(-abs(point)), 2)
            #expect(abs(slope - want) <= 1e-12, "\(point): \(slope)")
        }
    }

    private func gradient(_ x: HostTensor, _ function: (Tensor) -> Tensor) throws -> [Double] {
        let builder = GraphBuilder()
        let input = builder.input("x", TensorType(x.shape, .float64))
        builder.output("g", builder.gradients(of: function(input).sum(), withRespectTo: [input])[0])
        return try #require(NaiveEvaluator(try builder.finish(), inputs: ["x": x]).outputs["g"]).values
    }

    @Test func standardizedAndUnitRows() throws {
        for row in rows(try values(x) { $0.standardized([1], epsilon: 1e-12) }) {
            let mean = row.reduce(0, +) / 6
            #expect(abs(mean) < 1e-12)
            #expect(abs(row.reduce(0) { $0 + $1 * $1 } / 6 - 1) < 1e-9)
        }
        for row in rows(try values(x) { $0.unitRows }) { #expect(abs(row.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12) }
        #expect(try values(HostTensor(shape: [1, 2], [0, 0])) { $0.unitRows }.values == [0, 0])
    }

    @Test func theDiagonal() throws {
        let matrix = HostTensor(shape: [2, 2], [1, 2, 3, 4])
        #expect(try values(matrix) { $0.offDiagonal }.values == [0, 2, 3, 0])
        #expect(try values(matrix) { $0.offDiagonalMask }.values == [0, 1, 1, 0])
        #expect(try values(matrix) { $0.positions(along: 1) }.values == [0, 1, 0, 1])
    }

    /// Places as a stable sort has them, and as many of each axis.
    @Test func ranksAlongAnAxis() throws {
        let numbers = HostTensor(shape: [5, 3], [3, 1, 2, 1, 1, 2, -4, 1, .infinity, 9, 1, 0, 3, 1, -.infinity])
        #expect(try values(numbers) { $0.ranks(along: 0) }.values == [2, 0, 2, 1, 1, 3, 0, 2, 4, 4, 3, 1, 3, 4, 0])
        for (row, found) in zip(rows(x), rows(try values(x) { $0.ranks(along: 1) })) {
            let sorted = row.sorted()
            #expect(found == row.map { Double(sorted.firstIndex(of: $0) ?? -1) })
        }
        #expect(try values(HostTensor(shape: [1], [7])) { $0.ranks(along: 0) }.values == [0])
        let largest = try values(x) { $0.ranks(along: 1).compare(.greaterOrEqual, 4) }
        #expect(rows(largest).allSatisfy { $0.reduce(0, +) == 2 })
        #expect(try gradient(x) { $0.ranks(along: 0) * 3 }.allSatisfy { $0 == 0 })
    }

    @Test(arguments: [1, 2, 7]) func choleskysFactor(width: Int) throws {
        var random = SplitMix(seed: 3)
        let root = random.tensor([2, width + 2, width])
        func matrices(_ x: Tensor) -> Tensor { matmul(x, x, transposeA: true) }
        let inverse = try values(root) { inverseCholeskyFactor(matrices($0)) }
        #expect(inverse.shape == [2, width, width])
        let white = try values(root) { x in
            let inverse = inverseCholeskyFactor(matrices(x))
            return matmul(matmul(inverse, matrices(x)), inverse, transposeB: true)
        }
        for place in inverse.values.indices {
            let (row, column) = (place / width % width, place % width)
            if column > row { #expect(inverse.values[place] == 0) }
            #expect(abs(white.values[place] - (row == column ? 1 : 0)) < 1e-10)
        }
        #expect(
            try derivativeComplaints([[width + 2, width]]) {
                inverseCholeskyFactor(matrices($1[0]) + 0.5 * $1[0].slice(axis: 0, 0..<width).identityLike)
            } == [])
    }

    @Test func quantilesOfTheNormalDistribution() throws {
        let points = [1e-6, 1e-4, 0.02, 0.3, 0.5, 0.75, 0.99, 0.9999, 1 - 1e-6]
        let found = try values(HostTensor(shape: [points.count], points)) { normalQuantile($0) }.values
        for (point, found) in zip(points, found) {
            let back = erfc(-found / 2.0.squareRoot()) / 2
            let density = Foundation.exp(-found * found / 2) / (2 * Double.pi).squareRoot()
            #expect(abs(back - point) <= 2e-7 * density * max(1, abs(found)), "\(point): \(found)")
        }
        #expect(found[4] == 0)
    }

    @Test func derivatives() throws {
        #expect(try derivativeComplaints([[3, 4]]) { softmax($1[0], axis: 1) } == [])
        #expect(try derivativeComplaints([[3, 4]]) { softmax($1[0], axis: 0) } == [])
        #expect(try derivativeComplaints([[3, 4, 2]]) { logSumExp($1[0], axis: 1) } == [])
        #expect(try derivativeComplaints([[3, 4]]) { sigmoid($1[0]) } == [])
        #expect(try derivativeComplaints([[5, 3]]) { $1[0].standardized([0]) } == [])
        #expect(try derivativeComplaints([[3, 4]]) { $1[0].unitRows } == [])
        #expect(try derivativeComplaints([[4, 4]]) { $1[0].offDiagonal.squared() } == [])
        // Dropout, of what is dropped
        #expect(
            try derivativeComplaints([[3, 4], [3, 4]], only: [0]) {
                $1[0] * ($1[1].compare(.greaterOrEqual, 0.2) * 1.25)
            } == [])
        // SiLU
        #expect(try derivativeComplaints([[3, 4]]) { $1[0] * sigmoid($1[0]) } == [])
    }

    @Test func whatTheyCannotTake() {
        func complaint(_ shape: [Int], _ function: (Tensor) -> Tensor) -> String? {
            let builder = GraphBuilder()
            builder.output("y", function(builder.input("x", TensorType(shape))))
            do {
                _ = try builder.finish()
                return nil
            } catch { return "\(error)" }
        }
        #expect(complaint([2, 3]) { $0.offDiagonal } == "error: offDiagonal takes a square matrix, found f32[2,3]")
        #expect(complaint([2]) { $0.unitRows } == "error: unitRows takes rows N×D, found f32[2]")
        #expect(complaint([2, 3]) { softmax($0, axis: 2) } != nil)
        #expect(complaint([2, 3]) { logSumExp($0, axis: 2) } != nil)
        #expect(complaint([2, 3]) { $0.positions(along: 2) } != nil)
        #expect(
            complaint([2, 3]) { inverseCholeskyFactor($0) }
                == "error: cholesky: takes square matrices, found f32[2,3]")
        #expect(complaint([2, 3]) { $0.ranks(along: 2) } == "error: ranks takes an axis from 0 to 1, found 2")
    }
}

extension Tensor {
    /// Ones on the diagonal of a square matrix, of this shape.
    fileprivate var identityLike: Tensor { 1 - offDiagonalMask }
}
