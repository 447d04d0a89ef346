import Glibc
import InvarBLAS
import InvarRuntime
import Testing

/// A tape evaluated point by point in Double.
struct NaiveLoop {
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

    /// What each result must be; reductions have size 1 along `reducedAxes`.
    func results(_ results: [LoopResult], _ reducedAxes: [Int], _ operands: [[Double]]) -> [[Double]] {
        let outer = shape.indices.map { reducedAxes.contains($0) ? 1 : shape[$0] }
        var groups = results.map { result in
            [[Double]](repeating: [], count: (result.kind == .store ? shape : outer).reduce(1, *))
        }
        for index in 0..<count {
            let point = coordinates(index)
            let values = registers(at: point, operands)
            var target = 0
            for axis in point.indices { target = target * outer[axis] + (outer[axis] == 1 ? 0 : point[axis]) }
            for (slot, result) in results.enumerated() {
                groups[slot][result.kind == .store ? index : target].append(values[result.register])
            }
        }
        return zip(results, groups).map { result, groups in groups.map { NaiveLoop.reduce(result.kind, $0) } }
    }

    private static func reduce(_ kind: LoopResult.Kind, _ values: [Double]) -> Double {
        switch kind {
        case .store: return values[0]
        case .sum: return values.reduce(0, +)
        case .maximum: return values.reduce(-.infinity) { binary(.maximum, $0, $1) }
        case .centredSquares:
            let mean = values.reduce(0, +) / Double(max(values.count, 1))
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
    }
}

/// A random case: a shape, operands of every kind of stride, a tape.
struct RandomLoop {
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

    /// Registers to store and to reduce, some of them twice.
    mutating func results() -> (results: [LoopResult], reducedAxes: [Int]) {
        let registers = tape.instructions.count
        let kinds: [LoopResult.Kind]
        switch random.below(4) {
        case 0: kinds = [.store]
        case 1: kinds = [.store, .store]
        case 2: kinds = [random.pick([.sum, .maximum, .centredSquares])]
        default: kinds = (0..<2 + random.below(4)).map { _ in random.pick(LoopResult.Kind.allCases) }
        }
        var last = registers - 1
        let results = kinds.map { kind in
            if random.below(2) == 0 { last = random.below(registers) }
            return LoopResult(register: last, kind: kind)
        }
        let axes = shape.indices.filter { _ in random.below(2) == 0 }
        return (results, kinds.allSatisfy { $0 == .store } ? [] : axes)
    }
}

/// Runs a kernel on arrays.
func runLoop<Scalar: BLASScalar>(
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
