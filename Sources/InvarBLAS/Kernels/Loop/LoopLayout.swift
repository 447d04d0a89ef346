/// How an iteration space is walked: its dimensions after merging, the block that is computed at a time, and the tiles.
///
/// A *stream* is anything with a stride per dimension: an operand, an index along an axis, or a result.
/// All of it follows from shape and strides, never from the number of threads.
struct LoopLayout: Sendable, Equatable {
    /// Merged sizes, outermost first; never empty.
    var dims: [Int]
    var reduced: [Bool]
    /// One row of strides per stream.
    var strides: [[Int]]
    /// The block's size along each dimension.
    var extents: [Int]
    /// Blocks along each dimension.
    var grid: [Int]
    /// A block is a contiguous range of the flat iteration space.
    var isFlat: Bool
    var tiling: LoopTiling
    /// The box of each tile, where a contraction dictates its rows.
    var box: LoopBox?

    /// Elements of the largest block: a handful of registers of this length fit the first-level cache.
    static let blockTarget = 1024
    /// Elements of one reduction's parts, beyond which tiles are not a contraction's.
    static let mostPartials = 1 << 20

    init(shape: [Int], streams: [[Int]], reducedAxes: Set<Int>, rows: ContractionRows? = nil) {
        let columns = rows.flatMap { LoopBox.firstColumnAxis(shape, rows: $0.count) }
        let rowDims: Int
        (dims, reduced, strides, rowDims) = LoopLayout.merged(shape, streams, reducedAxes, barrier: columns)
        if let rows, columns != nil {
            box = LoopBox(dims: dims, reduced: reduced, rowDims: rowDims, rows: rows)
            let kept = zip(dims, reduced).reduce(1) { $1.1 ? $0 : $0 * $1.0 }
            if let parts = box?.parts, parts > 1, parts * kept > LoopLayout.mostPartials { box = nil }
        }
        let walked = box?.dims ?? dims
        if let transposed = LoopLayout.transposedExtents(walked, strides) {
            extents = transposed
            isFlat = false
        } else {
            extents = LoopLayout.flatExtents(walked)
            isFlat = true
        }
        grid = zip(walked, extents).map { ($0 + $1 - 1) / $1 }
        tiling = LoopTiling(grid: grid, reduced: reduced)
    }

    /// Tiles of a run.
    var tileCount: Int { box?.rows.count ?? tiling.count }
    /// Parts of each sum; their results are combined in order.
    var parts: Int { box?.parts ?? tiling.parts }
    var rank: Int { dims.count }
    var capacity: Int { extents.reduce(1, *) }
    var keptCapacity: Int { zip(extents, reduced).reduce(1) { $1.1 ? $0 : $0 * $1.0 } }

    /// Whether a stream's elements of a block lie one after the other in memory.
    func isDense(_ stream: Int) -> Bool {
        guard isFlat else { return false }
        var expected = 1
        for d in stride(from: rank - 1, through: 0, by: -1) where extents[d] > 1 {
            if strides[stream][d] != expected { return false }
            expected *= extents[d]
        }
        return true
    }

    /// Whether a stream has one value in a whole block.
    func isUniform(_ stream: Int) -> Bool {
        (0..<rank).allSatisfy { extents[$0] == 1 || strides[stream][$0] == 0 }
    }

    func isConstant(_ stream: Int) -> Bool { strides[stream].allSatisfy { $0 == 0 } }

    /// Whether neighbouring blocks may hold the same elements of a stream.
    func repeats(_ stream: Int) -> Bool {
        isFlat && (0..<rank).contains { grid[$0] > 1 && strides[stream][$0] == 0 }
    }

    /// Drops sizes of 1 and joins neighbours that every stream walks as one, but none across the axis `barrier`; the number is that
    /// of the dimensions before it.
    private static func merged(
        _ shape: [Int], _ streams: [[Int]], _ reducedAxes: Set<Int>, barrier: Int?
    ) -> ([Int], [Bool], [[Int]], Int) {
        var before: Int?
        var dims: [Int] = []
        var reduced: [Bool] = []
        var strides = streams.map { _ in [Int]() }
        for axis in shape.indices where shape[axis] != 1 {
            let size = shape[axis]
            let isReduced = reducedAxes.contains(axis)
            let crosses = before == nil && barrier.map { axis >= $0 } ?? false
            if crosses { before = dims.count }
            let joins =
                !crosses && !dims.isEmpty && reduced[dims.count - 1] == isReduced
                && streams.indices.allSatisfy { strides[$0][dims.count - 1] == streams[$0][axis] * size }
            if joins {
                dims[dims.count - 1] *= size
                for s in streams.indices { strides[s][dims.count - 1] = streams[s][axis] }
            } else {
                dims.append(size)
                reduced.append(isReduced)
                for s in streams.indices { strides[s].append(streams[s][axis]) }
            }
        }
        if dims.isEmpty { return ([1], [false], streams.map { _ in [0] }, 0) }
        return (dims, reduced, strides, before ?? dims.count)
    }

    /// Whole inner dimensions and a part of the next, about `blockTarget` elements in all.
    private static func flatExtents(_ dims: [Int]) -> [Int] {
        var extents = [Int](repeating: 1, count: dims.count)
        var inner = 1
        for d in stride(from: dims.count - 1, through: 0, by: -1) {
            let room = max(1, blockTarget / inner)
            if dims[d] <= room {
                extents[d] = max(dims[d], 1)
                inner *= extents[d]
                continue
            }
            let parts = (dims[d] + room - 1) / room
            var part = (dims[d] + parts - 1) / parts
            // Whole vectors, where that is possible.
            let unit = 16 / (1 << min(4, inner.trailingZeroBitCount))
            let rounded = (part + unit - 1) / unit * unit
            part = rounded <= room ? rounded : max(1, room / unit * unit)
            extents[d] = part
            break
        }
        return extents
    }

    /// For a stream that runs along another dimension than the innermost: a block that is wide in both, so that each
    /// cache line that it touches is used whole.
    private static func transposedExtents(_ dims: [Int], _ strides: [[Int]]) -> [Int]? {
        let last = dims.count - 1
        guard last > 0, dims[last] >= 8 else { return nil }
        for stream in strides where abs(stream[last]) > 1 {
            guard let along = (0..<last).first(where: { stream[$0] == 1 && dims[$0] >= 8 }) else { continue }
            var extents = [Int](repeating: 1, count: dims.count)
            extents[last] = min(32, dims[last])
            extents[along] = min(dims[along], blockTarget / extents[last])
            return extents
        }
        return nil
    }
}

/// Which blocks one tile computes. Blocks are numbered with kept dimensions outermost.
struct LoopTiling: Sendable, Equatable {
    /// Blocks along kept dimensions, along reduced ones, and how many of each one tile takes.
    var kept, reduced: Int
    var keptPerTile, reducedPerTile: Int

    init(grid: [Int], reduced isReduced: [Bool]) {
        kept = 1
        reduced = 1
        for (size, flag) in zip(grid, isReduced) {
            if flag { reduced *= size } else { kept *= size }
        }
        let enough = 64
        reducedPerTile = max(reduced, 1)
        if kept < 16 {
            // Too few results to share out: share the sums too, in parts of at least four blocks.
            let parts = max(1, min(enough / max(kept, 1), reduced / 4))
            reducedPerTile = max(1, (reduced + parts - 1) / parts)
        }
        let least = max(1, 8 / reducedPerTile)
        keptPerTile = max(least, (kept + enough - 1) / enough)
    }

    var keptTiles: Int { (kept + keptPerTile - 1) / keptPerTile }
    var parts: Int { (reduced + reducedPerTile - 1) / reducedPerTile }
    var count: Int { keptTiles * parts }
}
