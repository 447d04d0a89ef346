import InvarBLAS
import InvarRuntime
import Testing

@Suite struct KernelsContractionTests {
    private func product<Scalar: BLASScalar>(_ type: Scalar.Type, _ p: MatrixProduct, seed: Int, limit: Double) {
        var random = KernelRandom(seed)
        let a = random.array(p.batch * p.m * p.k + 64, of: type), b = random.array(p.batch * p.k * p.n + 64, of: type)
        let c = random.array(p.batch * p.m * p.n, of: type)
        var expected = [Double](repeating: 0, count: c.count)
        for x in 0..<p.batch {
            for i in 0..<p.m {
                for j in 0..<p.n {
                    var sum = 0.0
                    for l in 0..<p.k {
                        let ai = x * p.batchStrideA + (p.transposeA ? l * p.lda + i : i * p.lda + l)
                        let bi = x * p.batchStrideB + (p.transposeB ? j * p.ldb + l : l * p.ldb + j)
                        sum += Scalar.widen(a[ai]) * Scalar.widen(b[bi])
                    }
                    let ci = x * p.batchStrideC + i * p.ldc + j
                    expected[ci] = 0.5 * sum + 2 * Scalar.widen(c[ci])
                }
            }
        }
        var first: [Scalar]?
        KernelPools.each { pool in
            var found = c
            p.run(a, b, &found, alpha: 0.5, beta: 2, pool: pool)
            #expect(kernelError(found, expected) < limit, "\(p)")
            if let first { #expect(sameBits(first, found)) } else { first = found }
        }
    }

    @Test func productsAgreeWithSums() {
        var seed = 0
        for (m, n, k) in [(1, 1, 1), (3, 5, 7), (17, 31, 13), (64, 1, 33), (1, 97, 2), (130, 129, 0)] {
            for flags in 0..<4 {
                seed += 1
                let p = MatrixProduct(
                    m: m, n: n, k: k, transposeA: flags & 1 != 0, transposeB: flags & 2 != 0, batch: 1 + seed % 3)
                product(Float.self, p, seed: seed, limit: 2e-5)
                product(Double.self, p, seed: seed, limit: 1e-12)
            }
        }
        let shared = MatrixProduct(m: 5, n: 6, k: 7, batch: 4, batchStrideA: 0)
        product(Double.self, shared, seed: 99, limit: 1e-12)
    }

    /// Large enough to be cut both ways; a row of ones sums columns.
    @Test func largeProductsHaveTheSameBitsOnAnyThreads() {
        var random = KernelRandom(5)
        for flags in 0..<4 {
            let p = MatrixProduct(m: 523, n: 389, k: 301, transposeA: flags & 1 != 0, transposeB: flags & 2 != 0)
            let a = random.array(p.m * p.k, of: Float.self), b = random.array(p.k * p.n, of: Float.self)
            var expected = [Double](repeating: 0, count: p.m * p.n)
            for i in 0..<p.m {
                for l in 0..<p.k {
                    let x = Double(flags & 1 != 0 ? a[l * p.m + i] : a[i * p.k + l])
                    for j in 0..<p.n {
                        expected[i * p.n + j] += x * Double(flags & 2 != 0 ? b[j * p.k + l] : b[l * p.n + j])
                    }
                }
            }
            var first: [Float]?
            KernelPools.each { pool in
                var c = [Float](repeating: .nan, count: p.m * p.n)
                p.run(a, b, &c, pool: pool)
                #expect(kernelError(c, expected) < 2e-5)
                if let first { #expect(sameBits(first, c)) } else { first = c }
            }
        }
    }

    /// XXᵀ and XᵀX: half the work of the plain product, and symmetric to the bit.
    @Test func symmetricProducts() {
        var random = KernelRandom(11)
        for (n, k, batch) in [
            (1, 1, 1), (5, 3, 2), (17, 40, 3), (129, 7, 1), (300, 0, 1), (523, 301, 1), (260, 900, 2),
        ] {
            for transposeA in [false, true] {
                let distance = (transposeA ? n : k) + 3
                let size = (transposeA ? k : n) * distance
                var p = MatrixProduct(
                    m: n, n: n, k: k, transposeA: transposeA, transposeB: !transposeA, lda: distance, ldb: distance,
                    ldc: n + 2, batch: batch, batchStrideA: size, batchStrideB: size, batchStrideC: n * (n + 2) + 1)
                let a = random.array(batch * size + 1, of: Float.self)
                let start = [Float](repeating: 7, count: batch * p.batchStrideC)
                var plain = start
                p.run(a, a, &plain, alpha: 0.5, pool: WorkerPool(threads: 1))
                p.isSymmetric = true
                var first: [Float]?
                KernelPools.each { pool in
                    var c = start
                    a.withUnsafeBufferPointer { a in
                        guard let a = a.baseAddress else { return }
                        p.run(a, a, &c, alpha: 0.5, pool: pool)
                    }
                    #expect(kernelError(c, plain.map(Double.init)) < 3e-5, "\(p)")
                    for x in 0..<batch {
                        let matrix = x * p.batchStrideC
                        for i in 0..<n {
                            for j in 0..<i where c[matrix + i * p.ldc + j] != c[matrix + j * p.ldc + i] {
                                Issue.record("\(p): \(i), \(j)")
                            }
                        }
                    }
                    if let first { #expect(sameBits(first, c)) } else { first = c }
                }
            }
        }
    }
}
