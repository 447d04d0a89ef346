import InvarRuntime

/// op(a) · op(b) for row-major matrices in Double, on one thread: for the small host computations beside a
/// program (measures, evaluation), where arrays are safe and copies do not matter.
///
/// - Parameters:
///   - m: rows of the result.
///   - n: columns of the result.
///   - k: the length of the sums.
/// - Returns: m × n values.
package func denseProduct(
    _ a: [Double], _ b: [Double], m: Int, n: Int, k: Int, transposeA: Bool = false, transposeB: Bool = false
) -> [Double] {
    precondition(a.count == m * k && b.count == k * n, "internal: matrices of \(a.count) and \(b.count) elements")
    guard m > 0, n > 0, k > 0 else { return [Double](repeating: 0, count: m * n) }
    let product = MatrixProduct(m: m, n: n, k: k, transposeA: transposeA, transposeB: transposeB)
    let pool = WorkerPool(threads: 1)
    return [Double](unsafeUninitializedCapacity: m * n) { result, initialized in
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                guard let a = a.baseAddress, let b = b.baseAddress, let c = result.baseAddress else { return }
                product.run(a, b, c, pool: pool)
            }
        }
        initialized = m * n
    }
}
