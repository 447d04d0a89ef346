/// A few rows of a triangular system X, which are solved together: in all columns of a strip, sums with the rows that are known stay in registers.
struct TriangularRows {
    /// So many together, and vectors of a strip: with 8 sums, each row of X that is read serves four.
    static let (most, vectors) = (4, 2)

    let count: Int
    let builder: IRBuilder

    /// What is left of these rows without the rows `known`: row r less Σ_k l(r, k) · x(k).
    /// - Parameters:
    ///   - rows: of each vector of the strip, each of these rows as it was.
    ///   - coefficient: a number of the factor: of one of these rows, with a known one.
    ///   - row: a known row of X at each of the strip's vectors.
    func reduced(
        _ rows: [[Vector]], by known: (from: Index, to: Index), coefficient: (Int, Index) -> Vector,
        row: (Index) -> [Vector]
    ) -> [[Vector]] {
        let width = rows[0].count
        let sums = builder.loop(from: known.from, to: known.to, carrying: rows.flatMap { $0 }) { k, sums in
            let x = row(k)
            return (0..<count).flatMap { r in
                let factor = -coefficient(r, k).broadcast(x[0].type)
                return x.indices.map { fma(factor, x[$0], sums[r * width + $0]) }
            }
        }
        return (0..<count).map { Array(sums[($0 * width)..<(($0 + 1) * width)]) }
    }

    /// The rows themselves, of what is left: one after another, each divided by its diagonal element.
    /// - Parameters:
    ///   - order: upwards, or downwards where the matrix is Lᵀ.
    ///   - coefficient: a number of the factor, of two of these rows.
    ///   - dividing: divides a vector by a row's diagonal element.
    func solved(
        _ rows: [[Vector]], order: [Int], coefficient: (Int, Int) -> Vector, dividing: (Vector, Int) -> Vector
    ) -> [[Vector]] {
        var rows = rows
        for (place, row) in order.enumerated() {
            for known in order.prefix(place) {
                for (column, x) in rows[known].enumerated() {
                    rows[row][column] = fma(-coefficient(row, known).broadcast(x.type), x, rows[row][column])
                }
            }
            rows[row] = rows[row].map { dividing($0, row) }
        }
        return rows
    }
}
