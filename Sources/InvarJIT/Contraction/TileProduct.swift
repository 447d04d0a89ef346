/// One product inside a tile: rows of the result with the part of the reduction that they need.
///
/// A convolution is one; the gradient of the input of a strided one is several, each with its own taps and its own pixels.
struct TileProduct: Hashable {
    /// Elements of `a` before its first row.
    var start: Int
    /// The reduction: so many segments, each of so many steps, with their distances in `a`.
    var segments, segmentStride: Int
    var inner, step: Int
    /// Where its reduction begins in a packed panel.
    var firstDepth: Int
    /// Rows of one unit, and where they begin.
    var rowsPerUnit: Int
    var a: Places
    var c: Places

    /// Where rows begin, in elements.
    enum Places: Hashable {
        case linear(Int)
        /// One for each row of a unit, and the distance of units.
        case table([Int], unit: Int)

        func entries(units: Int) -> [Int] {
            switch self {
            case .linear: []
            case .table(let entries, let unit): (0..<units).flatMap { index in entries.map { $0 + index * unit } }
            }
        }

        var rows: MicroKernel.Rows {
            switch self {
            case .linear(let stride): .linear(stride)
            case .table: .table
            }
        }
    }

    /// The reduction in blocks of about `depth`.
    func blocks(_ depth: Int) -> [Block] {
        var blocks: [Block] = []
        if inner >= depth || segments == 1 {
            let size = inner.parts(of: max(1, inner.parts(of: depth))).rounded(upTo: 4)
            for segment in 0..<segments {
                for first in Swift.stride(from: 0, to: inner, by: size) {
                    blocks.append(
                        Block(
                            segments: 1, inner: min(size, inner - first),
                            a: segment * segmentStride + first * step, depth: segment * inner + first))
                }
            }
        } else {
            let most = max(1, depth / inner)
            let size = segments.parts(of: segments.parts(of: most))
            for first in Swift.stride(from: 0, to: segments, by: size) {
                blocks.append(
                    Block(
                        segments: min(size, segments - first), inner: inner, a: first * segmentStride,
                        depth: first * inner))
            }
        }
        return blocks
    }

    /// A part of the reduction: how long it is, where it begins in `a` and in a panel's depth.
    struct Block {
        var segments, inner, a, depth: Int

        /// As a table has them.
        var numbers: [Int] { [segments, inner, a, depth] }
    }
}
