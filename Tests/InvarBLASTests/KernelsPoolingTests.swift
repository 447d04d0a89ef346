import InvarBLAS
import InvarRuntime
import Testing

@Suite struct KernelsPoolingTests {
    private func check<Scalar: BLASScalar>(_ type: Scalar.Type, _ s: MaxPoolShape, seed: Int) {
        var random = KernelRandom(seed)
        // Few distinct values, so that windows have ties.
        let x = (0..<s.n * s.h * s.w * s.c).map { _ in Scalar.narrow(Double(random.below(5))) }
        let dy = random.array(s.n * s.oh * s.ow * s.c, of: type)
        var y = [Double](repeating: -.infinity, count: dy.count), dx = [Double](repeating: 0, count: x.count)
        for n in 0..<s.n {
            for o in 0..<s.oh * s.ow {
                for c in 0..<s.c {
                    let target = (n * s.oh * s.ow + o) * s.c + c
                    var best = -1
                    for ky in 0..<s.kh {
                        for kx in 0..<s.kw {
                            let (iy, ix) = (o / s.ow * s.strideH - s.padTop + ky, o % s.ow * s.strideW - s.padLeft + kx)
                            guard iy >= 0, iy < s.h, ix >= 0, ix < s.w else { continue }
                            let index = ((n * s.h + iy) * s.w + ix) * s.c + c
                            if best < 0 || x[index] > x[best] { best = index }
                        }
                    }
                    guard best >= 0 else { continue }
                    y[target] = Scalar.widen(x[best])
                    dx[best] += Scalar.widen(dy[target])
                }
            }
        }
        KernelPools.each { pool in
            var found = [Scalar](repeating: .nan, count: y.count), gradient = [Scalar](repeating: .nan, count: x.count)
            MaxPool(s).forward(x, &found, pool: pool)
            MaxPool(s).gradient(x, dy, &gradient, pool: pool)
            #expect(kernelError(found, y) == 0, "\(s)")
            #expect(kernelError(gradient, dx) < 1e-6, "\(s)")
        }
    }

    @Test func windowsOfAllKinds() {
        var seed = 0
        for c in [1, 3, 16, 37] {
            for (k, stride, pad) in [(1, 1, 0), (2, 2, 0), (3, 2, 1), (3, 1, 1), (5, 3, 2), (2, 3, 0), (2, 1, 2)] {
                for (h, w) in [(1, 1), (5, 7), (8, 6)] where h + 2 * pad >= k && w + 2 * pad >= k {
                    seed += 1
                    let s = MaxPoolShape(
                        n: 2, h: h, w: w, c: c, oh: (h + 2 * pad - k) / stride + 1, ow: (w + 2 * pad - k) / stride + 1,
                        kh: k, kw: k, strideH: stride, strideW: stride, padTop: pad, padLeft: pad)
                    check(Float.self, s, seed: seed)
                    check(Double.self, s, seed: seed)
                }
            }
        }
    }

    @Test func notANumberWins() {
        let s = MaxPoolShape(n: 1, h: 2, w: 2, c: 1, oh: 1, ow: 1, kh: 2, kw: 2, strideH: 2, strideW: 2)
        var y: [Float] = [0]
        var dx: [Float] = [9, 9, 9, 9]
        let pool = WorkerPool(threads: 1)
        MaxPool(s).forward([1, .nan, 7, 2], &y, pool: pool)
        MaxPool(s).gradient([1, .nan, 7, 2], [1], &dx, pool: pool)
        #expect(y[0].isNaN)
        #expect(dx == [0, 1, 0, 0])
    }
}
