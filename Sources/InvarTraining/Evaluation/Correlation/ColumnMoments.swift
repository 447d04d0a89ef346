import InvarLinearAlgebra

/// Mean of each column, and the products of the centred columns with each other, in Double.
package struct ColumnMoments: Sendable {
    package let rows: Int
    package let width: Int
    package let means: [Double]
    /// Σ over the rows of (x − mean)·(x − mean)ᵀ, width × width.
    package let scatter: [Double]

    package init(_ features: Features) {
        let (rows, width) = (features.count, features.width)
        var means = [Double](repeating: 0, count: width)
        unsafe features.values.withUnsafeBufferPointer { values in
            unsafe means.withUnsafeMutableBufferPointer { means in
                for row in 0..<rows {
                    for column in 0..<width { unsafe means[column] += Double(values[row * width + column]) }
                }
                for column in 0..<width { unsafe means[column] /= Double(max(rows, 1)) }
            }
        }
        // A block of rows at a time: all of them in Double would be twice the features again.
        var scatter = [Double](repeating: 0, count: width * width)
        let block = 1024
        for start in stride(from: 0, to: rows, by: block) {
            let count = min(block, rows - start)
            let centred = unsafe [Double](unsafeUninitializedCapacity: count * width) { target, initialized in
                unsafe features.values.withUnsafeBufferPointer { values in
                    for row in 0..<count {
                        for column in 0..<width {
                            unsafe target[row * width + column] =
                                unsafe Double(values[(start + row) * width + column]) - means[column]
                        }
                    }
                }
                initialized = count * width
            }
            let part = denseProduct(centred, centred, m: width, n: width, k: count, transposeA: true)
            unsafe scatter.withUnsafeMutableBufferPointer { sum in
                unsafe part.withUnsafeBufferPointer { for index in sum.indices { unsafe sum[index] += $0[index] } }
            }
        }
        (self.rows, self.width, self.means, self.scatter) = (rows, width, means, scatter)
    }

    /// Standard deviation of each column (divisor n − 1).
    package var deviations: [Double] {
        (0..<width).map { (max(scatter[$0 * width + $0], 0) / Double(max(rows - 1, 1))).squareRoot() }
    }

    /// The products of the columns as they are, not centred: a sum of two terms, so that nothing cancels.
    package var gram: [Double] {
        var result = scatter
        for a in 0..<width {
            for b in 0..<width { result[a * width + b] += Double(rows) * means[a] * means[b] }
        }
        return result
    }
}
