import Glibc
import InvarBLAS
import InvarRuntime
import TestSupport
import Testing

@Suite struct KernelsLoopTests {
    private func check<Scalar: BLASScalar>(_ type: Scalar.Type, seed: Int, tolerance: Double) {
        var loop = RandomLoop(seed: seed)
        let naive = NaiveLoop(shape: loop.shape, strides: loop.strides, tape: loop.tape)
        var operands: [[Scalar]] = []
        for size in loop.sizes {
            operands.append(
                (0..<size).map { (_: Int) -> Scalar in Scalar.narrow(Double(loop.random.below(65) - 32) / 16) })
        }
        let wide = operands.map { $0.map { Scalar.widen($0) } }
        let (results, axes) = loop.results()
        let expected = naive.results(results, axes, wide)
        let kernel = LoopKernel<Scalar>(
            shape: loop.shape, operandStrides: loop.strides, tape: loop.tape, results: results, reducedAxes: axes)
        var first: [[Scalar]]?
        KernelPools.each { pool in
            let found = runLoop(kernel, operands, resultSizes: expected.map(\.count), pool: pool)
            for (result, (f, e)) in zip(results, zip(found, expected)) {
                let length = Double(naive.count / max(e.count, 1))
                let scale = result.kind == .sum || result.kind == .centredSquares ? length.squareRoot() * 16 : 1
                // Sums of large elements cancel: judge by the elements' size.
                let magnitude = max(1, e.filter(\.isFinite).map { abs($0) }.max() ?? 1)
                let error = kernelError(f.map { Scalar.narrow(Scalar.widen($0) / magnitude) }, e.map { $0 / magnitude })
                #expect(
                    error < tolerance * max(scale, 1),
                    "seed \(seed), shape \(loop.shape), \(loop.tape), \(result), axes \(axes)")
            }
            if let first {
                #expect(zip(first, found).allSatisfy { sameBits($0, $1) }, "bits, seed \(seed)")
            } else {
                first = found
            }
        }
    }

    @Test func randomTapesAgreePointByPointInDouble() {
        for seed in 0..<700 { check(Double.self, seed: seed, tolerance: 1e-13) }
    }

    /// Equality and sign are left to Double: rounding may decide them here.
    @Test func randomTapesAgreeInFloat() {
        for seed in 1000..<1700 {
            let tape = RandomLoop(seed: seed).tape
            let jumps = tape.instructions.contains {
                switch $0 {
                case .compare, .select, .unary(.sign, _): true
                default: false
                }
            }
            if !jumps { check(Float.self, seed: seed, tolerance: 3e-5) }
        }
    }

    /// Largest error in units in the last place over a range.
    private func worst(_ op: LoopUnary, from low: Double, to high: Double) -> Double {
        let count = 200_003
        let step = (high - low) / Double(count - 1)
        let x: [Float] = (0..<count).map { (i: Int) -> Float in Float(low + step * Double(i)) }
        var tape = LoopTape()
        _ = tape.unary(op, tape.load(0))
        let kernel = LoopKernel<Float>(shape: [count], operandStrides: [[1]], tape: tape)
        let y = runLoop(kernel, [x], resultSizes: [count], pool: WorkerPool(threads: 2))[0]
        let expected = x.map { NaiveLoop.unary(op, Double($0)) }
        let units = expected.map { Double(max(Float(abs($0)).ulp, Float.leastNormalMagnitude.ulp)) }
        return largestDifference(zip(y, units).map { Double($0) / $1 }, zip(expected, units).map { $0 / $1 })
    }

    @Test func functionsAreAccurateInFloat() {
        #expect(worst(.exp, from: -87, to: 88.7) < 2.5)
        #expect(worst(.exp, from: -104, to: -86) < 2.5)
        #expect(worst(.exp, from: -1e-3, to: 1e-3) < 1.5)
        #expect(worst(.log, from: 1e-6, to: 4) < 2.5)
        #expect(worst(.log, from: 0.99, to: 1.01) < 2.5)
        #expect(worst(.log, from: 1e-44, to: 1e-37) < 2.5)
        #expect(worst(.log, from: 1, to: 3e38) < 2.5)
        #expect(worst(.tanh, from: -10, to: 10) < 4)
        #expect(worst(.tanh, from: -0.5, to: 0.5) < 4)
        #expect(worst(.erf, from: -5, to: 5) < 5)
        #expect(worst(.erf, from: -0.1, to: 0.1) < 3)
        #expect(worst(.expm1, from: -2, to: 2) < 2)
        #expect(worst(.sqrt, from: 0, to: 100) <= 0.5)
        #expect(worst(.rsqrt, from: 1e-3, to: 100) < 1.6)
    }

    @Test func specialValues() {
        let x: [Float] = [.nan, .infinity, -.infinity, 0, -0.0, 1, -1, 1e-45, 3e38, -3e38, 200, -200]
        for op in LoopUnary.allCases {
            var tape = LoopTape()
            _ = tape.unary(op, tape.load(0))
            let kernel = LoopKernel<Float>(shape: [x.count], operandStrides: [[1]], tape: tape)
            let y = runLoop(kernel, [x], resultSizes: [x.count], pool: WorkerPool(threads: 1))[0]
            for (value, found) in zip(x, y) {
                let expected = Float(NaiveLoop.unary(op, Double(value)))
                #expect(
                    found == expected || (found.isNaN && expected.isNaN) || abs(found - expected) <= 4 * expected.ulp,
                    "\(op) \(value)")
            }
        }
    }

    @Test func everyReductionPropagatesNaN() {
        for (shape, axes) in [
            ([2000], [0]), ([50, 33], [0]), ([50, 33], [1]), ([3, 40, 17], [1]), ([4, 5], [0, 1]),
        ] {
            let count = shape.reduce(1, *)
            for position in [0, count / 2, count - 1] {
                var x = [Float](repeating: 1, count: count)
                x[position] = .nan
                var tape = LoopTape()
                _ = tape.load(0)
                var strides = shape
                var next = 1
                for axis in shape.indices.reversed() {
                    strides[axis] = next
                    next *= shape[axis]
                }
                for kind in [LoopResult.Kind.sum, .maximum, .centredSquares] {
                    let kernel = LoopKernel<Float>(
                        shape: shape, operandStrides: [strides], tape: tape,
                        results: [LoopResult(register: 0, kind: kind)], reducedAxes: axes)
                    let size = shape.indices.reduce(1) { axes.contains($1) ? $0 : $0 * shape[$1] }
                    let y = runLoop(kernel, [x], resultSizes: [size], pool: WorkerPool(threads: 2))[0]
                    #expect(y.filter { $0.isNaN }.count == 1, "\(kind) \(shape) \(axes)")
                }
            }
        }
    }

    /// A mean of 200 000 rows loses nothing to the number of rows.
    @Test func longSumsAreAccurate() {
        let (rows, columns) = (200_003, 5)
        let x: [Float] = (0..<rows * columns).map { (i: Int) -> Float in
            let fraction = Float(i % 7) / 8
            return 1000 + Float(i % columns) + fraction
        }
        var exact = [Double](repeating: 0, count: columns)
        for (i, value) in x.enumerated() { exact[i % columns] += Double(value) }
        var tape = LoopTape()
        _ = tape.load(0)
        let byColumn = LoopKernel<Float>(
            shape: [rows, columns], operandStrides: [[columns, 1]], tape: tape,
            results: [LoopResult(register: 0, kind: .sum)], reducedAxes: [0])
        let all = LoopKernel<Float>(
            shape: [rows, columns], operandStrides: [[columns, 1]], tape: tape,
            results: [LoopResult(register: 0, kind: .sum)], reducedAxes: [0, 1])
        let pool = WorkerPool(threads: 2)
        let sums = runLoop(byColumn, [x], resultSizes: [columns], pool: pool)[0]
        for (sum, e) in zip(sums, exact) { #expect(abs(Double(sum) / e - 1) < 2e-7) }
        #expect(abs(Double(runLoop(all, [x], resultSizes: [1], pool: pool)[0][0]) / exact.reduce(0, +) - 1) < 2e-7)
    }

    @Test func resultsMayTakeOperandsMemory() {
        // p -= lr · m, m = 0.9 m + g, in place, both in one kernel; odd count.
        let count = 70_001
        var random = KernelRandom(3)
        let p = random.array(count, of: Float.self), m = random.array(count, of: Float.self),
            g = random.array(count, of: Float.self)
        var tape = LoopTape()
        let (lp, lm, lg) = (tape.load(0), tape.load(1), tape.load(2))
        let newM = tape.binary(.add, tape.binary(.multiply, lm, tape.constant(0.9)), lg)
        let newP = tape.binary(.subtract, lp, tape.binary(.multiply, newM, tape.load(3)))
        // A result that is an operand as it was before the update.
        let kernel = LoopKernel<Float>(
            shape: [count], operandStrides: [[1], [1], [1], [0]], tape: tape,
            results: [newM, newP, lm].map { LoopResult(register: $0) })
        KernelPools.each { pool in
            var (p2, m2, old) = (p, m, [Float](repeating: 0, count: count))
            let scratch = KernelScratch(kernel.scratchBytes(threads: pool.threads))
            var rate: Float = 0.25
            p2.withUnsafeMutableBufferPointer { pb in
                m2.withUnsafeMutableBufferPointer { mb in
                    old.withUnsafeMutableBufferPointer { ob in
                        g.withUnsafeBufferPointer { gb in
                            guard let p = pb.baseAddress, let m = mb.baseAddress, let o = ob.baseAddress,
                                let g = gb.baseAddress
                            else { return }
                            withUnsafePointer(to: &rate) { r in
                                kernel.run(
                                    operands: [UnsafePointer(p), UnsafePointer(m), g, r], results: [m, p, o],
                                    scratch: scratch.base, pool: pool)
                            }
                        }
                    }
                }
            }
            var wrong = 0
            for i in 0..<count {
                let moment: Float = m[i] * 0.9 + g[i]
                let parameter: Float = p[i] - moment * 0.25
                if m2[i] != moment || p2[i] != parameter { wrong += 1 }
            }
            #expect(wrong == 0)
            #expect(sameBits(old, m))
        }
    }

    @Test func resultsMayBeSlices() {
        // [6, 50] into columns 3..<53 of [6, 60], and transposed into [50, 6].
        var random = KernelRandom(4)
        let x = random.array(300, of: Double.self)
        var tape = LoopTape()
        let y = tape.unary(.negate, tape.load(0))
        let kernel = LoopKernel<Double>(
            shape: [6, 50], operandStrides: [[50, 1]], tape: tape,
            results: [
                LoopResult(register: y, strides: [60, 1]), LoopResult(register: y, strides: [1, 6]),
                LoopResult(register: 0),
            ])
        let found = runLoop(kernel, [x], resultSizes: [350, 300, 300], pool: WorkerPool(threads: 2))
        for i in 0..<6 {
            for j in 0..<50 {
                let expected: Double = -x[i * 50 + j]
                #expect(found[0][i * 60 + j] == expected)
                #expect(found[1][j * 6 + i] == expected)
            }
            // Between the slice's rows nothing is touched.
            if i < 5 { #expect(found[0][(i * 60 + 50)..<(i * 60 + 60)].allSatisfy { $0 == 77 }) }
        }
        #expect(found[2] == x)
    }

    @Test func emptySpaces() {
        var tape = LoopTape()
        _ = tape.load(0)
        let pool = WorkerPool(threads: 2)
        let store = LoopKernel<Float>(shape: [0, 3], operandStrides: [[3, 1]], tape: tape)
        #expect(runLoop(store, [[]], resultSizes: [0], pool: pool)[0].isEmpty)
        let sum = LoopKernel<Float>(
            shape: [0, 3], operandStrides: [[3, 1]], tape: tape, results: [LoopResult(register: 0, kind: .sum)],
            reducedAxes: [0])
        #expect(runLoop(sum, [[]], resultSizes: [3], pool: pool)[0] == [0, 0, 0])
        let scalar = LoopKernel<Float>(shape: [], operandStrides: [[]], tape: tape)
        #expect(runLoop(scalar, [[5]], resultSizes: [1], pool: pool)[0] == [5])
    }
}
