import Glibc
import InvarBLAS
import InvarRuntime
import Testing

/// A tape evaluated point by point in Double.
private struct NaiveLoop {
    var shape: [Int]
    var strides: [[Int]]
    var tape: LoopTape

    var count: Int { shape.reduce(1, *) }

    func coordinates(_ index: Int) -> [Int] {
        var rest = index
        var result = shape
        for axis in shape.indices.reversed() {
            result[axis] = rest % shape[axis]
            rest /= shape[axis]
        }
        return result
    }

    func registers(at point: [Int], _ operands: [[Double]]) -> [Double] {
        var r: [Double] = []
        for instruction in tape.instructions {
            switch instruction {
            case .load(let o):
                var offset = 0
                for axis in point.indices { offset += point[axis] * strides[o][axis] }
                r.append(operands[o][offset])
            case .constant(let value): r.append(value)
            case .iota(let axis): r.append(Double(point[axis]))
            case .unary(let op, let a): r.append(NaiveLoop.unary(op, r[a]))
            case .binary(let op, let a, let b): r.append(NaiveLoop.binary(op, r[a], r[b]))
            case .compare(let op, let a, let b):
                let holds =
                    switch op {
                    case .equal: r[a] == r[b]
                    case .notEqual: r[a] != r[b]
                    case .less: r[a] < r[b]
                    case .lessOrEqual: r[a] <= r[b]
                    case .greater: r[a] > r[b]
                    case .greaterOrEqual: r[a] >= r[b]
                    }
                r.append(holds ? 1 : 0)
            case .select(let c, let a, let b): r.append(r[c] != 0 ? r[a] : r[b])
            }
        }
        return r
    }

    static func unary(_ op: LoopUnary, _ x: Double) -> Double {
        switch op {
        case .negate: -x
        case .exp: Glibc.exp(x)
        case .expm1: Glibc.expm1(x)
        case .log: Glibc.log(x)
        case .sqrt: x.squareRoot()
        case .rsqrt: 1 / x.squareRoot()
        case .tanh: Glibc.tanh(x)
        case .erf: Glibc.erf(x)
        case .abs: Swift.abs(x)
        case .sign: x > 0 ? 1 : x < 0 ? -1 : x
        case .reciprocal: 1 / x
        }
    }

    static func binary(_ op: LoopBinary, _ x: Double, _ y: Double) -> Double {
        switch op {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        case .maximum: x.isNaN || y.isNaN ? .nan : Swift.max(x, y)
        case .minimum: x.isNaN || y.isNaN ? .nan : Swift.min(x, y)
        case .power: Glibc.pow(x, y)
        }
    }
}

/// A random case: a shape, operands of every kind of stride, a tape.
private struct RandomLoop {
    var random: KernelRandom
    var shape: [Int] = []
    var strides: [[Int]] = []
    var sizes: [Int] = []
    var tape = LoopTape()

    init(seed: Int) {
        random = KernelRandom(seed)
        let limit = random.pick([1, 40, 300, 4000, 20000])
        var room = limit
        for _ in 0..<random.below(5) {
            let size = min(room, random.pick([1, 1, 2, 3, 7, 16, 17, 32, 49, 64, 100, 1031, 2100]))
            shape.append(size)
            room /= size
        }
        for _ in 0..<1 + random.below(4) { addOperand() }
        addInstructions()
    }

    private mutating func addOperand() {
        var row = [Int](repeating: 0, count: shape.count)
        // Axes in their order, or in any; gaps behind some; some repeated.
        var axes = Array(shape.indices.reversed())
        if random.below(3) == 0 { for i in axes.indices { axes.swapAt(i, random.below(axes.count)) } }
        let repeats = random.below(2) == 0
        let gap = random.below(4) == 0 ? 1 + random.below(3) : 0
        var next = gap > 0 && random.below(2) == 0 ? 2 : 1
        for axis in axes where !(repeats && random.below(2) == 0) {
            row[axis] = next
            next *= shape[axis]
            next += gap
        }
        strides.append(row)
        var size = 1
        for axis in shape.indices { size += (shape[axis] - 1) * row[axis] }
        sizes.append(size)
    }

    private mutating func addInstructions() {
        for operand in strides.indices { _ = tape.load(operand) }
        for _ in 0..<1 + random.below(8) {
            func any(_ r: inout KernelRandom) -> Int { r.below(tape.instructions.count) }
            let (a, b, c) = (any(&random), any(&random), any(&random))
            switch random.below(10) {
            case 0: _ = tape.constant(Double(random.below(9)) / 4 - 1)
            case 1 where !shape.isEmpty: _ = tape.iota(random.below(shape.count))
            case 2, 3: _ = tape.unary(random.pick([.negate, .tanh, .erf, .abs, .sign]), a)
            case 4: _ = tape.compare(random.pick(Array(LoopCompare.allCases)), a, b)
            case 5: _ = tape.select(a, b, c)
            default: _ = tape.binary(random.pick([.add, .subtract, .multiply, .maximum, .minimum]), a, b)
            }
        }
        // Bounded values, so that sums do not overflow and rounding can be judged.
        let last = tape.instructions.count - 1
        if random.below(2) == 0 { _ = tape.unary(.tanh, last) }
    }
}

/// Runs a kernel on arrays.
private func run<Scalar: BLASScalar>(
    _ kernel: LoopKernel<Scalar>, _ operands: [[Scalar]], resultSizes: [Int], pool: WorkerPool
) -> [[Scalar]] {
    let scratch = KernelScratch(kernel.scratchBytes(threads: pool.threads))
    let inputs = operands.map { array in
        let p = UnsafeMutablePointer<Scalar>.allocate(capacity: max(1, array.count))
        p.initialize(from: array, count: array.count)
        return p
    }
    let outputs = resultSizes.map { size in
        let p = UnsafeMutablePointer<Scalar>.allocate(capacity: size + 16)
        p.initialize(repeating: 77, count: size + 16)
        return p
    }
    defer {
        inputs.forEach { $0.deallocate() }
        outputs.forEach { $0.deallocate() }
    }
    kernel.run(operands: inputs.map { UnsafePointer($0) }, results: outputs, scratch: scratch.base, pool: pool)
    #expect(scratch.isIntact)
    for (p, size) in zip(outputs, resultSizes) {
        #expect((size..<size + 16).allSatisfy { p[$0] == 77 }, "wrote past a result")
    }
    return zip(outputs, resultSizes).map { p, size in (0..<size).map { p[$0] } }
}

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
        let registers = loop.tape.instructions.count
        let results = loop.random.below(3) == 0 ? [loop.random.below(registers), registers - 1] : [registers - 1]
        var reduction: LoopReduction?
        if loop.random.below(2) == 0 {
            let axes = loop.shape.indices.filter { _ in loop.random.below(2) == 0 }
            reduction = LoopReduction(loop.random.pick(Array(LoopReduction.Kind.allCases)), axes: axes)
        }
        let outer = loop.shape.enumerated().map { reduction?.axes.contains($0.offset) == true ? 1 : $0.element }
        let outputCount = outer.reduce(1, *)
        let start: Double =
            switch reduction?.kind {
            case nil, .sum: 0
            case .maximum: -.infinity
            case .minimum: .infinity
            }
        var expected = results.map { _ in [Double](repeating: start, count: outputCount) }
        for index in 0..<naive.count {
            let point = naive.coordinates(index)
            let values = naive.registers(at: point, wide)
            var target = 0
            for axis in point.indices {
                target = target * outer[axis] + (outer[axis] == loop.shape[axis] ? point[axis] : 0)
            }
            for (slot, register) in results.enumerated() {
                switch reduction?.kind {
                case nil: expected[slot][target] = values[register]
                case .sum: expected[slot][target] += values[register]
                case .maximum:
                    expected[slot][target] = NaiveLoop.binary(.maximum, expected[slot][target], values[register])
                case .minimum:
                    expected[slot][target] = NaiveLoop.binary(.minimum, expected[slot][target], values[register])
                }
            }
        }
        let kernel = LoopKernel<Scalar>(
            shape: loop.shape, operandStrides: loop.strides, tape: loop.tape, results: results, reduction: reduction)
        var first: [[Scalar]]?
        KernelPools.each { pool in
            let found = run(kernel, operands, resultSizes: results.map { _ in outputCount }, pool: pool)
            for (f, e) in zip(found, expected) {
                let scale = reduction?.kind == .sum ? Double(naive.count / max(outputCount, 1)).squareRoot() * 16 : 1
                // Sums of large elements cancel: judge by the elements' size.
                let magnitude = max(1, e.map { abs($0) }.max() ?? 1)
                let error = kernelError(f.map { Scalar.narrow(Scalar.widen($0) / magnitude) }, e.map { $0 / magnitude })
                #expect(
                    error < tolerance * max(scale, 1),
                    "seed \(seed), shape \(loop.shape), \(loop.tape), \(String(describing: reduction))")
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
        let y = run(kernel, [x], resultSizes: [count], pool: WorkerPool(threads: 2))[0]
        return zip(x, y).reduce(0) { most, pair in
            let expected = NaiveLoop.unary(op, Double(pair.0))
            let unit = Double(max(Float(abs(expected)).ulp, Float.leastNormalMagnitude.ulp))
            return max(most, abs(Double(pair.1) - expected) / unit)
        }
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
            let y = run(kernel, [x], resultSizes: [x.count], pool: WorkerPool(threads: 1))[0]
            for (value, found) in zip(x, y) {
                let expected = Float(NaiveLoop.unary(op, Double(value)))
                #expect(
                    found == expected || (found.isNaN && expected.isNaN) || abs(found - expected) <= 4 * expected.ulp,
                    "\(op) \(value)")
            }
        }
    }

    @Test func maximumPropagatesNaNInEveryReduction() {
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
                for kind in LoopReduction.Kind.allCases {
                    let kernel = LoopKernel<Float>(
                        shape: shape, operandStrides: [strides], tape: tape, reduction: LoopReduction(kind, axes: axes))
                    let size = shape.indices.reduce(1) { axes.contains($1) ? $0 : $0 * shape[$1] }
                    let y = run(kernel, [x], resultSizes: [size], pool: WorkerPool(threads: 2))[0]
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
            reduction: LoopReduction(.sum, axes: [0]))
        let all = LoopKernel<Float>(
            shape: [rows, columns], operandStrides: [[columns, 1]], tape: tape,
            reduction: LoopReduction(.sum, axes: [0, 1]))
        let pool = WorkerPool(threads: 2)
        let sums = run(byColumn, [x], resultSizes: [columns], pool: pool)[0]
        for (sum, e) in zip(sums, exact) { #expect(abs(Double(sum) / e - 1) < 2e-7) }
        #expect(abs(Double(run(all, [x], resultSizes: [1], pool: pool)[0][0]) / exact.reduce(0, +) - 1) < 2e-7)
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
            shape: [count], operandStrides: [[1], [1], [1], [0]], tape: tape, results: [newM, newP, lm])
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
            shape: [6, 50], operandStrides: [[50, 1]], tape: tape, results: [y, y, 0],
            resultStrides: [[60, 1], [1, 6], [50, 1]])
        let found = run(kernel, [x], resultSizes: [350, 300, 300], pool: WorkerPool(threads: 2))
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
        #expect(run(store, [[]], resultSizes: [0], pool: pool)[0].isEmpty)
        let sum = LoopKernel<Float>(
            shape: [0, 3], operandStrides: [[3, 1]], tape: tape, reduction: LoopReduction(.sum, axes: [0]))
        #expect(run(sum, [[]], resultSizes: [3], pool: pool)[0] == [0, 0, 0])
        let scalar = LoopKernel<Float>(shape: [], operandStrides: [[]], tape: tape)
        #expect(run(scalar, [[5]], resultSizes: [1], pool: pool)[0] == [5])
    }
}
