import InvarCompiler
import InvarGraph
import InvarReference
import TestSupport
import Testing

@Suite struct NestTests {
    @Test(arguments: 0..<8) func randomNestsInDouble(part: Int) throws {
        for seed in stride(from: part, to: 400, by: 8) { try RandomNest(seed: seed).step(.float64).check(limit: 1e-12) }
    }

    /// Equality and sign are left to double precision: rounding may decide them here.
    @Test(arguments: 0..<8) func randomNestsInFloat(part: Int) throws {
        for seed in stride(from: 1000 + part, to: 1400, by: 8) {
            let nest = RandomNest(seed: seed)
            if !nest.jumps { try nest.step(.float32).check(limit: 3e-5) }
        }
    }

    /// Cut into many tiles: along kept axes, and along reduced ones where there are too few of those.
    @Test(
        arguments: [
            ([200_003], [0]), ([300, 700], [0]), ([300, 700], [1]), ([2, 3000, 33], [1]), ([2, 300, 130], [0, 1]),
            ([5, 4000, 10], [1]), ([40, 49, 64], [1]), ([2, 40_000], [0]), ([3, 7, 9001], [0, 2]), ([60_000, 3], [0]),
            ([100, 10, 100], [0, 2]), ([90_000, 2], [1]),
        ] as [([Int], [Int])])
    func manyTiles(shape: [Int], axes: [Int]) throws {
        var random = SplitMix(seed: shape[0])
        let nest = LoopNest.plain(
            shape, over: axes, [.load(0), .binary(.multiply, 0, 0)],
            results: [(1, nil), (0, .sum), (1, .centredSquares), (0, .max)])
        for element in [ElementType.float32, .float64] {
            try StepCase(
                kernel: .loop(nest), element: element, operands: [random.tensor(shape)],
                results: nest.resultShapes.map { .own($0) }
            ).check(limit: element == .float32 ? 1e-6 : 1e-12)
        }
    }

    private func run(_ op: Unary, _ x: [Double], _ element: ElementType) throws -> [Double] {
        let nest = LoopNest.plain([x.count], [.load(0), .unary(op, 0)], results: [(1, nil)])
        return try StepCase(
            kernel: .loop(nest), element: element, operands: [HostTensor(shape: [x.count], x)],
            results: [.own([x.count])]
        ).found(threads: 2)[0]
    }

    /// Largest error in units in the last place over a range.
    private func worst(_ op: Unary, from low: Double, to high: Double) throws -> Double {
        let count = 200_003
        let step = (high - low) / Double(count - 1)
        let x = (0..<count).map { Double(Float(low + step * Double($0))) }
        let expected = x.map { op.reference($0) }
        let units = expected.map { Double(max(Float(abs($0)).ulp, Float.leastNormalMagnitude.ulp)) }
        let found = try run(op, x, .float32)
        return largestDifference(zip(found, units).map { $0 / $1 }, zip(expected, units).map { $0 / $1 })
    }

    @Test func functionsAreAccurateInFloat() throws {
        #expect(try worst(.exp, from: -87, to: 88.7) < 2.5)
        #expect(try worst(.exp, from: -104, to: -86) < 2.5)
        #expect(try worst(.exp, from: -1e-3, to: 1e-3) < 1.5)
        #expect(try worst(.log, from: 1e-6, to: 4) < 2.5)
        #expect(try worst(.log, from: 0.99, to: 1.01) < 2.5)
        #expect(try worst(.log, from: 1e-44, to: 1e-37) < 2.5)
        #expect(try worst(.log, from: 1, to: 3e38) < 2.5)
        #expect(try worst(.tanh, from: -10, to: 10) < 4)
        #expect(try worst(.tanh, from: -0.5, to: 0.5) < 4)
        #expect(try worst(.erf, from: -5, to: 5) < 5)
        #expect(try worst(.erf, from: -0.1, to: 0.1) < 3)
        #expect(try worst(.expm1, from: -2, to: 2) < 2)
        #expect(try worst(.sqrt, from: 0, to: 100) <= 0.5)
        #expect(try worst(.rsqrt, from: 1e-3, to: 100) < 1.6)
    }

    @Test(arguments: Unary.allCases) func specialValues(op: Unary) throws {
        let x: [Float] = [.nan, .infinity, -.infinity, 0, -0.0, 1, -1, .leastNonzeroMagnitude, 3e38, -3e38, 200, -200]
        let y = try run(op, x.map(Double.init), .float32).map { Float($0) }
        for (value, found) in zip(x, y) {
            let expected = Float(op.reference(Double(value)))
            #expect(
                found == expected || (found.isNaN && expected.isNaN) || abs(found - expected) <= 4 * expected.ulp,
                "\(op) \(value)")
        }
    }

    @Test func everyReductionPropagatesNaN() throws {
        for (shape, axes) in [
            ([2000], [0]), ([50, 33], [0]), ([50, 33], [1]), ([3, 40, 17], [1]), ([4, 5], [0, 1]), ([900, 90], [0]),
        ] {
            let count = shape.reduce(1, *)
            for position in [0, count / 2, count - 1] {
                var x = HostTensor(shape: shape, filledWith: 1)
                x.values[position] = .nan
                for kind in [Reduction.sum, .max, .centredSquares] {
                    let nest = LoopNest.plain(shape, over: axes, results: [(0, kind)])
                    let y = try StepCase(
                        kernel: .loop(nest), element: .float32, operands: [x], results: [.own([nest.keptPoints])]
                    ).found(threads: 2)[0]
                    #expect(y.filter { $0.isNaN }.count == 1, "\(kind) \(shape) \(axes)")
                }
            }
        }
    }

    /// A mean of 200 000 rows loses nothing to the number of rows.
    @Test func longSumsAreAccurate() throws {
        let (rows, columns) = (200_003, 5)
        let x = (0..<rows * columns).map { Double(1000 + $0 % columns) + Double($0 % 7) / 8 }
        var exact = [Double](repeating: 0, count: columns)
        for (i, value) in x.enumerated() { exact[i % columns] += value }
        for (axes, want) in [([0], exact), ([0, 1], [exact.reduce(0, +)])] {
            let nest = LoopNest.plain([rows, columns], over: axes, results: [(0, .sum)])
            let sums = try StepCase(
                kernel: .loop(nest), element: .float32, operands: [HostTensor(shape: [rows, columns], x)],
                results: [.own([want.count])]
            ).found(threads: 2)[0]
            for (sum, e) in zip(sums, want) { #expect(abs(sum / e - 1) < 1e-7) }
        }
    }

    /// What repeats from row to row is loaded once for many of them, and stays where it is whatever is computed meanwhile.
    @Test func repeatedOperandsStay() throws {
        var random = SplitMix(seed: 6)
        var nest = LoopNest.plain(
            [2, 300, 513], over: [0, 1], operands: 3,
            [
                .load(0), .unary(.negate, 0), .binary(.multiply, 1, 0), .load(1), .binary(.add, 2, 3),
                .binary(.multiply, 4, 4), .load(2), .binary(.add, 5, 6), .load(1), .binary(.multiply, 7, 8),
            ], results: [(9, nil), (9, .sum)])
        nest.sources[1].strides = [0, 0, 1]
        nest.sources[2].strides = [513, 0, 1]
        try StepCase(
            kernel: .loop(nest),
            operands: [random.tensor([2, 300, 513]), random.tensor([513]), random.tensor([2, 513])],
            results: nest.resultShapes.map { .own($0) }
        ).check(limit: 1e-12)
    }

    /// p -= lr · m, m = 0.9 m + g, both in place in one kernel; and what m was before.
    @Test(arguments: [5, 1024, 70_001]) func resultsMayTakeOperandsMemory(count: Int) throws {
        var random = SplitMix(seed: count)
        var nest = LoopNest.plain(
            [count], operands: 4,
            [
                .load(0), .load(1), .load(2), .constant(0.9), .binary(.multiply, 1, 3), .binary(.add, 4, 2), .load(3),
                .binary(.multiply, 5, 6), .binary(.subtract, 0, 7),
            ], results: [(5, nil), (8, nil), (1, nil)])
        nest.sources[3].strides = [0]
        try StepCase(
            kernel: .loop(nest), element: .float32,
            operands: [random.tensor([count]), random.tensor([count]), random.tensor([count]), random.tensor([1])],
            results: [.operand(1), .operand(0), .own([count])]
        ).check(limit: 1e-6)
    }

    /// Two results that change places with what they are made of.
    @Test func resultsMayTakeEachOthersOperands() throws {
        var random = SplitMix(seed: 5)
        let nest = LoopNest.plain([3000], operands: 2, [.load(0), .load(1)], results: [(0, nil), (1, nil)])
        try StepCase(
            kernel: .loop(nest), operands: [random.tensor([3000]), random.tensor([3000])],
            results: [.operand(1), .operand(0)]
        ).check(limit: 0)
    }

    /// A store in place of the operand that is reduced: what is summed is what was there before.
    @Test(arguments: [(1, 1), (700, 3), (61, 64), (1031, 17), (5, 3000)])
    func reductionsReadBeforeStoresOverwrite(rows: Int, columns: Int) throws {
        var random = SplitMix(seed: rows)
        let nest = LoopNest.plain(
            [rows, columns], over: [0],
            [.load(0), .binary(.multiply, 0, 0), .constant(7), .binary(.add, 1, 2)],
            results: [(3, nil), (0, .sum), (3, .sum), (0, .centredSquares), (3, .max)])
        try StepCase(
            kernel: .loop(nest), operands: [random.tensor([rows, columns])],
            results: [.operand(0)] + [StepCase.Place](repeating: .own([columns]), count: 4)
        ).check(limit: 1e-12)
    }

    /// [6, 50] into columns of [6, 60], and transposed into [50, 6].
    @Test func resultsMayBeSlices() throws {
        var random = SplitMix(seed: 4)
        var nest = LoopNest.plain([6, 50], [.load(0), .unary(.negate, 0)], results: [(1, nil), (1, nil), (0, nil)])
        nest.results[0].fate = .store([60, 1])
        nest.results[1].fate = .store([1, 6])
        try StepCase(
            kernel: .loop(nest), operands: [random.tensor([6, 50])], results: nest.resultShapes.map { .own($0) }
        ).check(limit: 0)
    }

    @Test func aSinglePoint() throws {
        let nest = LoopNest(
            axes: [], sources: [.init(.operand(0), strides: []), .init(.index, strides: [])],
            instructions: [.load(0), .index(1), .binary(.add, 0, 1)],
            results: [.init(2, .store([])), .init(0, .reduce(.centredSquares)), .init(0, .reduce(.max))])
        try StepCase(
            kernel: .loop(nest), operands: [HostTensor(shape: [1], [5])], results: [.own([1]), .own([1]), .own([1])]
        ).check(limit: 0)
    }
}
