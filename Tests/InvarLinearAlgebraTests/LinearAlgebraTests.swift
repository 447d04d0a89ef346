import InvarLinearAlgebra
import InvarRuntime
import Testing

@Suite struct LinearAlgebraTests {
    @Test func productsAgreeWithSums() {
        for (m, n, k) in [(1, 1, 1), (3, 5, 7), (17, 31, 13), (4, 2, 0), (0, 3, 2)] {
            let a = (0..<m * k).map { Double($0 * 7 % 11) - 5 }, b = (0..<k * n).map { Double($0 * 5 % 13) - 6 }
            for flags in 0..<4 {
                let (transposeA, transposeB) = (flags & 1 != 0, flags & 2 != 0)
                let found = denseProduct(a, b, m: m, n: n, k: k, transposeA: transposeA, transposeB: transposeB)
                var expected = [Double](repeating: 0, count: m * n)
                for index in expected.indices {
                    let (i, j) = (index / n, index % n)
                    for l in 0..<k {
                        expected[index] +=
                            a[transposeA ? l * m + i : i * k + l] * b[transposeB ? j * k + l : l * n + j]
                    }
                }
                #expect(found == expected, "\(m) \(n) \(k) \(flags)")
            }
        }
    }

    @Test func eigenvaluesOfKnownMatrices() throws {
        #expect(try symmetricEigenvalues(2, [2, 1, 1, 2]).elementsEqual([1, 3]) { abs($0 - $1) < 1e-12 })
        #expect(try symmetricEigenvalues(1, [5]) == [5])
        #expect(try symmetricEigenvalues(0, []) == [])
        // A path graph's Laplacian has eigenvalues 2 - 2 cos(πk/n).
        let n = 37
        var laplacian = [Double](repeating: 0, count: n * n)
        for i in 0..<n {
            laplacian[i * n + i] = i == 0 || i == n - 1 ? 1 : 2
            if i > 0 { laplacian[i * n + i - 1] = -1 }
            if i < n - 1 { laplacian[i * n + i + 1] = -1 }
        }
        let values = try symmetricEigenvalues(n, laplacian)
        #expect(abs(values[0]) < 1e-12 && abs(values.reduce(0, +) - Double(2 * n - 2)) < 1e-10)
        #expect(values == values.sorted())
        #expect(throws: EigenvalueError.self) { try symmetricEigenvalues(2, [1, 2, 3]) }
        #expect(throws: EigenvalueError.self) { try symmetricEigenvalues(1, [.nan]) }
    }

    @Test func slowOpenBLASKernelsAreNamed() {
        let wide = TargetDescription(cpuinfo: "flags : avx2 avx512f avx512vl avx512bw avx512dq")
        let middle = TargetDescription(cpuinfo: "flags : avx2")
        let forced = OpenBLAS.warning(coreName: "Haswell", forced: "Haswell", target: wide)
        #expect(forced?.contains("OPENBLAS_CORETYPE=Haswell") == true)
        #expect(
            OpenBLAS.warning(coreName: "Haswell", forced: nil, target: wide)?.contains("OPENBLAS_CORETYPE") == false)
        #expect(OpenBLAS.warning(coreName: "Cooperlake", forced: nil, target: wide) == nil)
        for name in ["Zen", "Haswell"] {
            #expect(OpenBLAS.warning(coreName: name, forced: name, target: middle) == nil)
        }
        #expect(OpenBLAS.warning(coreName: "Nehalem", forced: "NEHALEM", target: middle) != nil)
        #expect(!OpenBLAS.coreName.isEmpty && OpenBLAS.configuration.contains("OpenBLAS"))
    }
}
