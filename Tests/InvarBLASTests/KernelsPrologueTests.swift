import AllocationCounter
import InvarBLAS
import InvarRuntime
import Testing

/// A convolution whose input is computed by a loop is the loop and then the convolution.
@Suite struct KernelsPrologueTests {
    /// x = max(u · scale + shift, 0) with a scale of every channel, and a shift of every image and channel.
    private func tape() -> LoopTape {
        var tape = LoopTape()
        let scaled = tape.binary(.multiply, tape.load(0), tape.load(1))
        _ = tape.binary(.maximum, tape.binary(.add, scaled, tape.load(2)), tape.constant(0))
        return tape
    }

    private func check<Scalar: BLASScalar>(_ type: Scalar.Type, _ s: ConvolutionShape, limit: Double) {
        var random = KernelRandom(s.h + s.c)
        let convolution = Convolution(s)
        let shape = [s.n, s.h, s.w, s.c]
        let strides = [[s.h * s.w * s.c, s.w * s.c, s.c, 1], [0, 0, 0, 1], [s.c, 0, 0, 1]]
        let kernel = LoopKernel<Scalar>(
            shape: shape, operandStrides: strides, tape: tape(), following: convolution.inputRows)
        let whole = LoopKernel<Scalar>(shape: shape, operandStrides: strides, tape: tape())
        let u = random.array(s.n * s.h * s.w * s.c, of: type),
            w = random.array(s.kh * s.kw * s.c / s.groups * s.oc, of: type)
        let vectors = random.array(s.c + s.n * s.c, of: type), dy = random.array(s.n * s.oh * s.ow * s.oc, of: type)
        u.withUnsafeBufferPointer { u in
            vectors.withUnsafeBufferPointer { v in
                guard let u = u.baseAddress, let v = v.baseAddress else { return }
                let operands = [u, v, v + s.c]
                let x = runLoop(whole, operands, count: s.n * s.h * s.w * s.c)
                operands.withUnsafeBufferPointer { operands in
                    guard let operands = operands.baseAddress else { return }
                    for pass in [ConvolutionPass.forward, .weightGradient] {
                        compare(convolution, pass, kernel, operands, x, w, dy, limit)
                    }
                }
            }
        }
    }

    private func runLoop<Scalar: BLASScalar>(
        _ kernel: LoopKernel<Scalar>, _ operands: [UnsafePointer<Scalar>], count: Int
    ) -> [Scalar] {
        let pool = WorkerPool(threads: 1)
        let scratch = KernelScratch(kernel.scratchBytes(threads: 1))
        return [Scalar](unsafeUninitializedCapacity: count) { x, initialized in
            if let x = x.baseAddress { kernel.run(operands: operands, results: [x], scratch: scratch.base, pool: pool) }
            initialized = count
        }
    }

    private func compare<Scalar: BLASScalar>(
        _ convolution: Convolution, _ pass: ConvolutionPass, _ kernel: LoopKernel<Scalar>,
        _ operands: UnsafePointer<UnsafePointer<Scalar>>, _ x: [Scalar], _ w: [Scalar], _ dy: [Scalar], _ limit: Double
    ) {
        let s = convolution.shape
        func run(_ x: UnsafePointer<Scalar>?, _ prologue: LoopPrologue<Scalar>?, _ pool: WorkerPool) -> [Scalar] {
            var result = [Scalar](repeating: .nan, count: pass == .forward ? dy.count : w.count)
            let scratch = KernelScratch(convolution.scratchBytes(pass, threads: pool.threads, of: Scalar.self))
            w.withUnsafeBufferPointer { w in
                dy.withUnsafeBufferPointer { dy in
                    result.withUnsafeMutableBufferPointer { result in
                        guard let w = w.baseAddress, let dy = dy.baseAddress, let y = result.baseAddress else { return }
                        let before = invar_test_allocation_count()
                        if pass == .forward {
                            convolution.forward(x, w, y, prologue: prologue, scratch: scratch.base, pool: pool)
                        } else {
                            convolution.weightGradient(x, dy, y, prologue: prologue, scratch: scratch.base, pool: pool)
                        }
                        // OpenBLAS's first call may.
                        if prologue != nil { #expect(invar_test_allocation_count() == before) }
                    }
                }
            }
            #expect(scratch.isIntact)
            return result
        }
        let expected = run(x, nil, WorkerPool(threads: 1)).map { Scalar.widen($0) }
        let scale = Double(s.kh * s.kw * s.c + s.n * s.oh * s.ow)
        var first: [Scalar]?
        KernelPools.each { pool in
            let scratch = KernelScratch(convolution.prologueScratchBytes(kernel, pass, threads: pool.threads))
            let found = run(nil, LoopPrologue(kernel, operands: operands, scratch: scratch.base), pool)
            #expect(scratch.isIntact)
            #expect(kernelError(found, expected) < limit * scale, "\(pass) \(s)")
            if let first { #expect(sameBits(first, found)) } else { first = found }
        }
    }

    @Test func everyKindOfConvolution() {
        for s in KernelsEpilogueTests.shapes {
            check(Double.self, s, limit: 1e-14)
            check(Float.self, s, limit: 1e-6)
        }
    }

    /// Too large for a worker's scratch: computed whole.
    @Test func largeImages() {
        check(
            Float.self,
            ConvolutionShape(n: 2, h: 66, w: 65, c: 260, oh: 33, ow: 33, oc: 3, kh: 1, kw: 1, strideH: 2, strideW: 2),
            limit: 1e-6)
    }

    /// y = conv(relu(u), w) and then Σy of every channel, all in one.
    @Test func betweenTwoLoops() {
        for s in KernelsEpilogueTests.shapes {
            let convolution = Convolution(s)
            var random = KernelRandom(s.c)
            let (pixels, count) = (s.n * s.oh * s.ow, s.n * s.h * s.w * s.c)
            let u = random.array(count, of: Double.self)
            let w = random.array(s.kh * s.kw * s.c / s.groups * s.oc, of: Double.self)
            var relu = LoopTape()
            _ = relu.binary(.maximum, relu.load(0), relu.constant(0))
            var sum = LoopTape()
            let y = sum.load(0)
            let before = LoopKernel<Double>(
                shape: [count / s.c, s.c], operandStrides: [[s.c, 1]], tape: relu, following: convolution.inputRows)
            let after = LoopKernel<Double>(
                shape: [pixels, s.oc], operandStrides: [[s.oc, 1]], tape: sum,
                results: [LoopResult(register: y, kind: .sum)], reducedAxes: [0],
                following: convolution.rows(.forward, hasPrologue: true))
            #expect(before.followsTiles && after.followsTiles)
            var expected = [Double](repeating: 0, count: pixels * s.oc)
            let plain = KernelScratch(convolution.scratchBytes(.forward, threads: 1, of: Double.self))
            convolution.forward(
                u.map { max($0, 0) }, w, &expected, scratch: plain.base, pool: WorkerPool(threads: 1))
            var sums = [Double](repeating: 0, count: s.oc)
            for (i, y) in expected.enumerated() { sums[i % s.oc] += y }
            KernelPools.each { pool in
                var found = [Double](repeating: .nan, count: pixels * s.oc + s.oc)
                let bytes = [
                    convolution.prologueScratchBytes(before, .forward, threads: pool.threads),
                    after.scratchBytes(threads: pool.threads),
                    convolution.scratchBytes(.forward, threads: pool.threads, of: Double.self),
                ]
                let scratch = bytes.map { KernelScratch($0) }
                u.withUnsafeBufferPointer { u in
                    found.withUnsafeMutableBufferPointer { y in
                        guard let u = u.baseAddress, let y = y.baseAddress else { return }
                        withUnsafePointer(to: u) { input in
                            withUnsafePointer(to: UnsafePointer(y)) { output in
                                withUnsafePointer(to: y + pixels * s.oc) { sums in
                                    convolution.forward(
                                        nil, w, y,
                                        prologue: LoopPrologue(before, operands: input, scratch: scratch[0].base),
                                        epilogue: LoopEpilogue(
                                            after, operands: output, results: sums, scratch: scratch[1].base),
                                        scratch: scratch[2].base, pool: pool)
                                }
                            }
                        }
                    }
                }
                #expect(scratch.allSatisfy { $0.isIntact })
                #expect(kernelError(found, expected + sums) < 1e-11, "\(s)")
            }
        }
    }
}
