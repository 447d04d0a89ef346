import InvarBLAS
import InvarRuntime
import Testing

/// Σ(x − x̄)² in one sweep.
@Suite struct KernelsCentredTests {
    /// Reduces contiguous `x`; both the sum and the centred squares of one register.
    private func reduce<Scalar: BLASScalar>(
        _ x: [Scalar], _ shape: [Int], over axes: [Int], _ pool: WorkerPool
    ) -> (found: [[Scalar]], expected: [[Double]]) {
        var strides = shape
        var next = 1
        for axis in shape.indices.reversed() {
            strides[axis] = next
            next *= shape[axis]
        }
        var tape = LoopTape()
        let register = tape.load(0)
        let results = [
            LoopResult(register: register, kind: .sum), LoopResult(register: register, kind: .centredSquares),
        ]
        let kernel = LoopKernel<Scalar>(
            shape: shape, operandStrides: [strides], tape: tape, results: results, reducedAxes: axes)
        let expected = NaiveLoop(shape: shape, strides: [strides], tape: tape)
            .results(results, axes, [x.map { Scalar.widen($0) }])
        return (runLoop(kernel, [x], resultSizes: expected.map(\.count), pool: pool), expected)
    }

    @Test(arguments: [1, 3, 17, 64, 1000])
    func largeMeansCostNothing(channels: Int) {
        var random = KernelRandom(channels)
        for (shape, axes) in [
            ([997, channels], [0]), ([3, 331, channels], [1]), ([3, 331, channels], [0, 1]),
            ([7, 13, 5, channels], [0, 2]),
            ([channels, 1201], [1]), ([29, channels, 31], [0, 2]), ([2, channels, 23], [1]),
        ] {
            let x = (0..<shape.reduce(1, *)).map { _ in Float(1e4 + random.value()) }
            KernelPools.each { pool in
                let (found, expected) = reduce(x, shape, over: axes, pool)
                for (f, e) in zip(found[1], expected[1]) {
                    #expect(abs(Double(f) - e) <= 1e-5 * e, "\(shape) over \(axes): \(f), \(e)")
                }
                for (f, e) in zip(found[0], expected[0]) { #expect(abs(Double(f) / e - 1) < 1e-6) }
            }
        }
    }

    /// The pivot of a run of blocks may be far from everything that follows.
    @Test func aFirstRowFarFromTheRest() {
        var random = KernelRandom(8)
        for channels in [5, 400, 1000] {
            let x = (0..<(700 * channels)).map { i in Float((i < channels ? -5e4 : 0) + random.value()) }
            let (found, expected) = reduce(x, [700, channels], over: [0], WorkerPool(threads: 2))
            for (f, e) in zip(found[1], expected[1]) { #expect(abs(Double(f) - e) <= 1e-5 * e) }
        }
    }

    @Test func oneElementIsItsOwnMean() {
        let x: [Float] = [3e7, -1, 0.1, 5]
        for (shape, axes) in [([4], []), ([1, 4], [0]), ([4, 1], [1]), ([2, 1, 2], [1])] {
            #expect(reduce(x, shape, over: axes, WorkerPool(threads: 1)).found[1] == [0, 0, 0, 0])
        }
        #expect(
            reduce([Float](repeating: 0.1, count: 5000), [5000], over: [0], WorkerPool(threads: 2)).found[1][0] < 1e-12)
    }

    @Test(arguments: [Float.nan, .infinity, -.infinity])
    func whatIsNotANumberSpreads(value: Float) {
        for (shape, axes) in [
            ([2003], [0]), ([900, 3], [0]), ([5, 700], [1]), ([3, 40, 17], [1]), ([300, 33], [0]),
        ] {
            let count = shape.reduce(1, *)
            for position in [0, count / 2, count - 1] {
                var x = [Float](repeating: 1, count: count)
                x[position] = value
                let found = reduce(x, shape, over: axes, WorkerPool(threads: 2)).found[1]
                #expect(found.filter { $0.isNaN }.count == 1 && found.filter { $0 == 0 }.count == found.count - 1)
            }
        }
    }

    /// A store in place of the operand that is reduced: what is summed is what was there before.
    @Test func reductionsReadBeforeStoresOverwrite() {
        var random = KernelRandom(9)
        for (rows, columns) in [(1, 1), (700, 3), (61, 64), (1031, 17), (5, 3000)] {
            let x = random.array(rows * columns, of: Double.self)
            var tape = LoopTape()
            let value = tape.load(0)
            let y = tape.binary(.add, tape.binary(.multiply, value, value), tape.constant(7))
            let results: [LoopResult] = [
                LoopResult(register: y), LoopResult(register: value, kind: .sum), LoopResult(register: y, kind: .sum),
                LoopResult(register: value, kind: .centredSquares), LoopResult(register: y, kind: .maximum),
            ]
            let kernel = LoopKernel<Double>(
                shape: [rows, columns], operandStrides: [[columns, 1]], tape: tape, results: results, reducedAxes: [0])
            let expected = NaiveLoop(shape: [rows, columns], strides: [[columns, 1]], tape: tape)
                .results(results, [0], [x])
            var first: [[Double]]?
            KernelPools.each { pool in
                let scratch = KernelScratch(kernel.scratchBytes(threads: pool.threads))
                let memory = UnsafeMutablePointer<Double>.allocate(capacity: x.count + 4 * columns)
                defer { memory.deallocate() }
                memory.initialize(from: x, count: x.count)
                let sums = (0..<4).map { memory + (x.count + $0 * columns) }
                kernel.run(
                    operands: [UnsafePointer(memory)], results: [memory] + sums, scratch: scratch.base, pool: pool)
                #expect(scratch.isIntact)
                let found =
                    [Array(UnsafeBufferPointer(start: memory, count: x.count))]
                    + sums.map { Array(UnsafeBufferPointer(start: $0, count: columns)) }
                for (f, e) in zip(found, expected) { #expect(kernelError(f, e) < 1e-11, "\(rows) \(columns)") }
                if let first { #expect(zip(first, found).allSatisfy { sameBits($0, $1) }) } else { first = found }
            }
        }
    }
}
