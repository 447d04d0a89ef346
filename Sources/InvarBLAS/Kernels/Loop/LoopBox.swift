/// The part of an iteration space that one tile takes where a contraction dictates the tiles: single indices along the
/// outer dimensions, a range of one, and the whole of those within.
struct LoopBox: Sendable, Equatable {
    /// Sizes of the largest box.
    var dims: [Int]
    /// The dimension that is cut into ranges, and how many of them.
    var splitDim: Int
    var splits: Int
    /// Boxes that share an element of a reduction.
    var parts: Int
    /// The same tiles, as rows of the contraction's result.
    var rows: RowTiles

    /// Nil where no box suits the contraction.
    ///
    /// - Parameters:
    ///   - dims: the merged iteration space, of which the first `rowDims` are the contraction's rows.
    init?(dims: [Int], reduced: [Bool], rowDims: Int, rows: ContractionRows) {
        guard !dims.contains(0), rows.count > 0, rows.unit > 0 else { return nil }
        self.dims = dims
        (splitDim, splits) = (0, 1)
        self.rows = RowTiles(rows: rows.count, perTile: rows.count)
        var inner = 1
        for d in stride(from: rowDims - 1, through: 0, by: -1) {
            let most = rows.most / inner
            if dims[d] <= most {
                inner *= dims[d]
                splitDim = d
                continue
            }
            // Ranges begin where the contraction can begin a tile, and are about equally long.
            let step = rows.unit / LoopBox.commonDivisor(rows.unit, inner)
            guard most >= step, dims[d] * inner % rows.unit == 0 else { return nil }
            let few = (dims[d] + most / step * step - 1) / (most / step * step)
            let extent = ((dims[d] + few - 1) / few + step - 1) / step * step
            splitDim = d
            splits = (dims[d] + extent - 1) / extent
            self.dims[d] = extent
            for outer in 0..<d { self.dims[outer] = 1 }
            self.rows = RowTiles(
                rows: dims[d] * inner, perTile: extent * inner, runs: dims[..<d].reduce(1, *))
            break
        }
        parts = reduced[splitDim] ? splits : 1
        for d in 0..<splitDim where reduced[d] { parts *= dims[d] }
    }

    /// The axis at which a result's columns begin, for an iteration space whose leading axes are its rows.
    static func firstColumnAxis(_ shape: [Int], rows: Int) -> Int? {
        var product = 1
        for axis in 0...shape.count {
            if product == rows { return axis }
            if axis < shape.count { product *= shape[axis] }
        }
        return nil
    }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : commonDivisor(b, a % b) }
}
