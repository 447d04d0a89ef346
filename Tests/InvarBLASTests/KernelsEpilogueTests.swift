import AllocationCounter
import InvarBLAS
import InvarRuntime
import Testing

/// A contraction followed by a loop over its result, tile by tile, is the contraction and then the loop.
@Suite struct KernelsEpilogueTests {
    /// A contraction's result: its rows and columns, what may follow it, and how to compute it.
    private struct Contraction<Scalar: BLASScalar> {
        var rows, columns: Int
        var tiles: ContractionRows?
        var run: (UnsafeMutablePointer<Scalar>, LoopEpilogue<Scalar>?, WorkerPool) -> Void
    }

    /// y = max(y + b, 0) in place; Σy, Σ(y − ȳ)² and max y of what it was.
    private func loop(_ shape: [Int], _ bias: [Int]) -> (LoopTape, [LoopResult], [[Int]]) {
        var tape = LoopTape()
        let y = tape.load(0)
        let shifted = tape.binary(.maximum, tape.binary(.add, y, tape.load(1)), tape.constant(0))
        var strides = shape
        var next = 1
        for axis in shape.indices.reversed() {
            strides[axis] = next
            next *= shape[axis]
        }
        let results = [
            LoopResult(register: shifted), LoopResult(register: y, kind: .sum),
            LoopResult(register: y, kind: .centredSquares), LoopResult(register: shifted, kind: .maximum),
        ]
        return (tape, results, [strides, bias])
    }

    /// - Parameter follows: whether the loop is to come tile by tile.
    private func check<Scalar: BLASScalar>(
        _ c: Contraction<Scalar>, _ shape: [Int], over axes: [Int], follows: Bool, limit: Double,
        _ place: SourceLocation = #_sourceLocation
    ) {
        var bias = [Int](repeating: 0, count: shape.count)
        bias[shape.count - 1] = 1
        let (tape, results, strides) = loop(shape, bias)
        let kernel = LoopKernel<Scalar>(
            shape: shape, operandStrides: strides, tape: tape, results: results, reducedAxes: axes, following: c.tiles)
        #expect(kernel.followsTiles == follows, "\(shape) over \(axes)", sourceLocation: place)
        let afterwards = LoopKernel<Scalar>(
            shape: shape, operandStrides: strides, tape: tape, results: results, reducedAxes: axes)
        let count = c.rows * c.columns
        let sums = shape.indices.reduce(1) { axes.contains($1) ? $0 : $0 * shape[$1] }
        let memory = UnsafeMutablePointer<Scalar>.allocate(capacity: count + 3 * sums + c.columns)
        defer { memory.deallocate() }
        memory.initialize(repeating: 0.1, count: count + 3 * sums + c.columns)
        let operands = [UnsafePointer(memory), UnsafePointer(memory + (count + 3 * sums))]
        let targets = [memory] + (0..<3).map { memory + (count + $0 * sums) }
        func found() -> [Scalar] { Array(UnsafeBufferPointer(start: memory, count: count + 3 * sums)) }

        let pool = WorkerPool(threads: 1)
        let plain = KernelScratch(afterwards.scratchBytes(threads: 1))
        c.run(memory, nil, pool)
        afterwards.run(operands: operands, results: targets, scratch: plain.base, pool: pool)
        let expected = found().map { Scalar.widen($0) }
        var first: [Scalar]?
        KernelPools.each { pool in
            let scratch = KernelScratch(kernel.scratchBytes(threads: pool.threads))
            operands.withUnsafeBufferPointer { operands in
                targets.withUnsafeBufferPointer { targets in
                    guard let operands = operands.baseAddress, let targets = targets.baseAddress else { return }
                    let epilogue = LoopEpilogue(kernel, operands: operands, results: targets, scratch: scratch.base)
                    c.run(memory, epilogue, pool)
                    let before = invar_test_allocation_count()
                    c.run(memory, epilogue, pool)
                    #expect(invar_test_allocation_count() == before, "allocates", sourceLocation: place)
                }
            }
            #expect(scratch.isIntact, sourceLocation: place)
            #expect(kernelError(found(), expected) < limit, "\(shape) over \(axes)", sourceLocation: place)
            if let first { #expect(sameBits(first, found()), sourceLocation: place) } else { first = found() }
        }
    }

    /// The passes of a convolution; `body` has each one's result as a contraction, and the shape of the result.
    private func convolution<Scalar: BLASScalar>(
        _ type: Scalar.Type, _ s: ConvolutionShape, _ body: (ConvolutionPass, Contraction<Scalar>, [Int]) -> Void
    ) {
        var random = KernelRandom(s.n + s.h * 7 + s.c)
        let convolution = Convolution(s)
        let x = random.array(s.n * s.h * s.w * s.c, of: type), y = random.array(s.n * s.oh * s.ow * s.oc, of: type)
        let w = random.array(s.kh * s.kw * s.c / s.groups * s.oc, of: type)
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                w.withUnsafeBufferPointer { w in
                    guard let x = x.baseAddress, let y = y.baseAddress, let w = w.baseAddress else { return }
                    for pass in ConvolutionPass.allCases {
                        let scratch = KernelScratch(convolution.scratchBytes(pass, threads: 3, of: type))
                        let shape =
                            switch pass {
                            case .forward: [s.n, s.oh, s.ow, s.oc]
                            case .inputGradient: [s.n, s.h, s.w, s.c]
                            case .weightGradient: [s.kh, s.kw, s.c / s.groups, s.oc]
                            }
                        let contraction = Contraction<Scalar>(
                            rows: shape[0] * shape[1] * shape[2], columns: shape[3], tiles: convolution.rows(pass)
                        ) { result, epilogue, pool in
                            switch pass {
                            case .forward:
                                convolution.forward(
                                    x, w, result, epilogue: epilogue, scratch: scratch.base, pool: pool)
                            case .inputGradient:
                                convolution.inputGradient(
                                    y, w, result, epilogue: epilogue, scratch: scratch.base, pool: pool)
                            case .weightGradient:
                                convolution.weightGradient(
                                    x, y, result, epilogue: epilogue, scratch: scratch.base, pool: pool)
                            }
                        }
                        body(pass, contraction, shape)
                        #expect(scratch.isIntact)
                    }
                }
            }
        }
    }

    static let shapes = [
        ConvolutionShape(n: 6, h: 9, w: 7, c: 3, oh: 9, ow: 7, oc: 17, kh: 3, kw: 3, padTop: 1, padLeft: 1),
        ConvolutionShape(n: 26, h: 13, w: 11, c: 16, oh: 13, ow: 11, oc: 5, kh: 3, kw: 3, padTop: 1, padLeft: 1),
        ConvolutionShape(
            n: 10, h: 13, w: 13, c: 8, oh: 7, ow: 7, oc: 33, kh: 3, kw: 3, strideH: 2, strideW: 2, padTop: 1, padLeft: 1
        ),
        ConvolutionShape(n: 14, h: 17, w: 19, c: 8, oh: 17, ow: 19, oc: 12, kh: 1, kw: 1),
        ConvolutionShape(n: 6, h: 15, w: 14, c: 8, oh: 8, ow: 7, oc: 6, kh: 1, kw: 1, strideH: 2, strideW: 2),
        ConvolutionShape(
            n: 8, h: 11, w: 23, c: 18, oh: 11, ow: 23, oc: 18, kh: 3, kw: 3, padTop: 1, padLeft: 1, groups: 18),
        ConvolutionShape(n: 2, h: 5, w: 5, c: 1, oh: 1, ow: 1, oc: 1, kh: 5, kw: 5),
    ]

    /// Batch statistics, whole and of each half of a batch; means over a map; an image's own.
    @Test(arguments: shapes)
    func afterConvolutions(s: ConvolutionShape) {
        convolution(Double.self, s) { pass, contraction, shape in
            let follows = pass != .weightGradient
            check(contraction, shape, over: [0, 1, 2], follows: follows, limit: 1e-12)
            if pass != .weightGradient {
                check(
                    contraction, [2, s.n / 2] + shape.dropFirst(), over: [1, 2, 3], follows: follows, limit: 1e-12)
            }
            check(contraction, shape, over: [1, 2], follows: follows, limit: 1e-12)
            check(contraction, shape, over: [1, 2, 3], follows: follows, limit: 1e-12)
            check(contraction, shape, over: [3], follows: follows, limit: 1e-12)
            check(contraction, shape, over: [0], follows: follows, limit: 1e-12)
            check(contraction, shape, over: [], follows: follows, limit: 1e-12)
        }
        convolution(Float.self, s) { pass, contraction, shape in
            check(contraction, shape, over: [0, 1, 2], follows: pass != .weightGradient, limit: 1e-3)
        }
    }

    @Test func afterMatrixProducts() {
        var random = KernelRandom(21)
        for (m, n, k, batch, follows) in [
            (1, 1, 1, 1, true), (7, 5, 3, 1, true), (1030, 48, 600, 1, true), (300, 900, 400, 1, false),
            (33, 17, 65, 6, true), (520, 40, 700, 2, true),
        ] {
            for transposes in 0..<4 {
                let p = MatrixProduct(
                    m: m, n: n, k: k, transposeA: transposes & 1 != 0, transposeB: transposes & 2 != 0, batch: batch)
                let a = random.array(batch * m * k, of: Double.self), b = random.array(batch * k * n, of: Double.self)
                a.withUnsafeBufferPointer { a in
                    b.withUnsafeBufferPointer { b in
                        guard let a = a.baseAddress, let b = b.baseAddress else { return }
                        let contraction = Contraction<Double>(rows: batch * m, columns: n, tiles: p.rows) {
                            p.run(a, b, $0, epilogue: $1, pool: $2)
                        }
                        check(contraction, [batch * m, n], over: [0], follows: follows, limit: 1e-11)
                        check(contraction, [batch, m, n], over: [1], follows: follows, limit: 1e-11)
                        check(contraction, [batch, m, n], over: [0, 2], follows: follows, limit: 1e-11)
                        check(contraction, [batch * m, n], over: [1], follows: follows, limit: 1e-11)
                        check(contraction, [batch * m, n], over: [], follows: follows, limit: 1e-11)
                    }
                }
            }
        }
    }
}
