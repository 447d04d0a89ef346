import InvarBLAS
import InvarRuntime
import Testing

/// A convolution and its gradients by their definition.
private struct NaiveConvolution {
    let s: ConvolutionShape

    private func each(_ body: (_ x: Int, _ w: Int, _ y: Int) -> Void) {
        let (ic, oc) = (s.c / s.groups, s.oc / s.groups)
        for n in 0..<s.n {
            for oy in 0..<s.oh {
                for ox in 0..<s.ow {
                    for ky in 0..<s.kh {
                        for kx in 0..<s.kw {
                            let (iy, ix) = (oy * s.strideH - s.padTop + ky, ox * s.strideW - s.padLeft + kx)
                            guard iy >= 0, iy < s.h, ix >= 0, ix < s.w else { continue }
                            for o in 0..<s.oc {
                                for i in 0..<ic {
                                    body(
                                        ((n * s.h + iy) * s.w + ix) * s.c + o / oc * ic + i,
                                        ((ky * s.kw + kx) * ic + i) * s.oc + o, ((n * s.oh + oy) * s.ow + ox) * s.oc + o
                                    )
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    func run<Scalar: BLASScalar>(_ x: [Scalar], _ w: [Scalar], _ dy: [Scalar]) -> (
        y: [Double], dx: [Double], dw: [Double]
    ) {
        var y = [Double](repeating: 0, count: dy.count)
        var dx = [Double](repeating: 0, count: x.count), dw = [Double](repeating: 0, count: w.count)
        each { xi, wi, yi in
            y[yi] += Scalar.widen(x[xi]) * Scalar.widen(w[wi])
            dx[xi] += Scalar.widen(dy[yi]) * Scalar.widen(w[wi])
            dw[wi] += Scalar.widen(x[xi]) * Scalar.widen(dy[yi])
        }
        return (y, dx, dw)
    }
}

@Suite struct KernelsConvolutionTests {
    private func check<Scalar: BLASScalar>(_ type: Scalar.Type, _ s: ConvolutionShape, seed: Int, limit: Double) {
        var random = KernelRandom(seed)
        let x = random.array(s.n * s.h * s.w * s.c, of: type)
        let w = random.array(s.kh * s.kw * s.c / s.groups * s.oc, of: type)
        let dy = random.array(s.n * s.oh * s.ow * s.oc, of: type)
        let expected = NaiveConvolution(s: s).run(x, w, dy)
        let convolution = Convolution(s)
        var firsts: [[Scalar]] = []
        KernelPools.each { pool in
            var y = [Scalar](repeating: .nan, count: dy.count)
            var dx = [Scalar](repeating: .nan, count: x.count), dw = [Scalar](repeating: .nan, count: w.count)
            let scratch = ConvolutionPass.allCases.map {
                KernelScratch(convolution.scratchBytes($0, threads: pool.threads, of: type))
            }
            convolution.forward(x, w, &y, scratch: scratch[0].base, pool: pool)
            convolution.inputGradient(dy, w, &dx, scratch: scratch[1].base, pool: pool)
            convolution.weightGradient(x, dy, &dw, scratch: scratch[2].base, pool: pool)
            let scale = Double(s.kh * s.kw * s.c + s.n * s.oh * s.ow)
            #expect(kernelError(y, expected.y) < limit * scale, "forward \(s)")
            #expect(kernelError(dx, expected.dx) < limit * scale, "input gradient \(s)")
            #expect(kernelError(dw, expected.dw) < limit * scale, "weight gradient \(s)")
            #expect(scratch.allSatisfy { $0.isIntact }, "scratch \(s)")
            if firsts.isEmpty { firsts = [y, dx, dw] }
            #expect(zip(firsts, [y, dx, dw]).allSatisfy { sameBits($0, $1) }, "bits \(s)")
        }
    }

    @Test(arguments: [1, 2, 3])
    func everyKindAgreesWithItsDefinition(stride: Int) {
        var seed = stride * 1000
        for kernel in [1, 2, 3, 7] {
            for pad in [0, 1, 3] {
                for (c, oc, groups) in [
                    (1, 5, 1), (3, 16, 1), (4, 6, 2), (17, 19, 1), (32, 32, 1), (5, 5, 5), (18, 18, 18), (6, 12, 6),
                    (34, 34, 2),
                ] {
                    for (h, w) in [(1, 1), (7, 5), (13, 11)] {
                        seed += 1
                        // One more row and column below and to the right than above and to the left, when there is room.
                        let (oh, ow) = (
                            (h + 2 * pad + 1 - kernel) / stride + 1, (w + 2 * pad + 1 - kernel) / stride + 1
                        )
                        guard h + 2 * pad + 1 >= kernel, w + 2 * pad + 1 >= kernel else { continue }
                        let s = ConvolutionShape(
                            n: 1 + seed % 3, h: h, w: w, c: c, oh: oh, ow: ow, oc: oc, kh: kernel, kw: kernel,
                            strideH: stride, strideW: stride, padTop: pad, padLeft: pad, groups: groups)
                        check(Double.self, s, seed: seed, limit: 1e-14)
                        if seed % 4 == 0 { check(Float.self, s, seed: seed, limit: 1e-6) }
                    }
                }
            }
        }
    }

    @Test func oblongKernelsStridesAndManyImages() {
        for (index, groups) in [1, 3, 9].enumerated() {
            let s = ConvolutionShape(
                n: 29, h: 9, w: 14, c: 9, oh: 5, ow: 5, oc: 9, kh: 3, kw: 5, strideH: 2, strideW: 3, padTop: 1,
                padLeft: 0,
                groups: groups)
            check(Double.self, s, seed: index, limit: 1e-14)
            check(Float.self, s, seed: index, limit: 1e-6)
        }
        // The first layer, the plain product, and the usual one, at their sizes.
        check(
            Float.self,
            ConvolutionShape(n: 9, h: 28, w: 28, c: 1, oh: 28, ow: 28, oc: 32, kh: 3, kw: 3, padTop: 1, padLeft: 1),
            seed: 1, limit: 1e-6)
        check(
            Float.self, ConvolutionShape(n: 19, h: 14, w: 14, c: 32, oh: 14, ow: 14, oc: 8, kh: 1, kw: 1), seed: 2,
            limit: 1e-6)
        check(
            Float.self,
            ConvolutionShape(n: 11, h: 14, w: 14, c: 32, oh: 14, ow: 14, oc: 16, kh: 3, kw: 3, padTop: 1, padLeft: 1),
            seed: 3, limit: 1e-6)
        check(
            Float.self,
            ConvolutionShape(
                n: 11, h: 14, w: 14, c: 16, oh: 7, ow: 7, oc: 32, kh: 3, kw: 3, strideH: 2, strideW: 2, padTop: 1,
                padLeft: 1), seed: 4, limit: 1e-6)
        check(
            Float.self,
            ConvolutionShape(n: 3, h: 14, w: 14, c: 16, oh: 7, ow: 7, oc: 32, kh: 1, kw: 1, strideH: 2, strideW: 2),
            seed: 5, limit: 1e-6)
    }
}
