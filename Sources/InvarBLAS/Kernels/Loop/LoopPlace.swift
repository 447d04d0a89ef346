/// Blocks that one tile computes, and the part of every sum that it leaves.
struct LoopTileRange {
    var kept, reduced: Range<Int>
    var part: Int
    /// It has the first element of every reduction.
    var isFirst: Bool
}

/// Where a tile lies in the iteration space.
extension LoopTiles {
    /// Some of the blocks of the whole space.
    func placeBlocks(_ w: LoopWorker<Scalar>, _ tile: Int) -> LoopTileRange {
        for d in 0..<t.rank { (w.origins[d], w.limits[d], w.grid[d]) = (0, t.dims[d], t.grid[d]) }
        let (keptTile, part) = (tile / t.parts, tile % t.parts)
        let (kept, reduced) = (keptTile * t.tiling.keptPerTile, part * t.tiling.reducedPerTile)
        return LoopTileRange(
            kept: kept..<min(t.tiling.kept, kept + t.tiling.keptPerTile),
            reduced: reduced..<min(t.tiling.reduced, reduced + t.tiling.reducedPerTile),
            part: part, isFirst: keptTile == 0)
    }

    /// All blocks of a box.
    func placeBox(_ w: LoopWorker<Scalar>, _ tile: Int) -> LoopTileRange {
        var outer = tile / t.splits
        for d in stride(from: t.splitDim - 1, through: 0, by: -1) {
            (w.origins[d], w.limits[d]) = (outer % t.dims[d], outer % t.dims[d] + 1)
            outer /= t.dims[d]
        }
        let (split, first) = (t.splitDim, tile % t.splits * t.splitExtent)
        (w.origins[split], w.limits[split]) = (first, min(t.dims[split], first + t.splitExtent))
        for d in (split + 1)..<max(t.rank, split + 1) { (w.origins[d], w.limits[d]) = (0, t.dims[d]) }
        var range = LoopTileRange(kept: 0..<1, reduced: 0..<1, part: 0, isFirst: true)
        for d in 0..<t.rank {
            w.grid[d] = (w.limits[d] - w.origins[d] + t.extents[d] - 1) / t.extents[d]
            if t.reduced[d] {
                range.reduced = 0..<(range.reduced.count * w.grid[d])
                if d < split { range.part = range.part * t.dims[d] + w.origins[d] }
                if d == split { range.part = range.part * t.splits + tile % t.splits }
            } else {
                range.kept = 0..<(range.kept.count * w.grid[d])
                if w.origins[d] > 0 { range.isFirst = false }
            }
        }
        return range
    }
}
