import InvarCompiler

/// How a nest's points are cut: into tiles, of which each thread takes one after the other, and a tile into blocks, which are
/// computed one at a time and fit the first-level cache. All of it follows from the shape, never from the number of threads.
struct NestSpace: Equatable, Sendable {
    struct Axis: Equatable, Sendable {
        let size: Int
        let isReduced: Bool
        /// Points of a tile along it, and of a block; the last ones may have fewer.
        var tile, block: Int
        /// How many tiles lie along it.
        var tiles = 1
        /// How far apart tiles that are neighbours along it are in the numbering of all tiles, and in that of the parts.
        var tileStep = 1, partStep = 0
        /// How far apart elements of a reduced result are; 0 where it has none along it.
        var keptStride = 0
    }

    /// Outermost first; never empty.
    private(set) var axes: [Axis]
    private(set) var tileCount = 1
    /// Tiles that share each element of a reduced result: their partial results are combined in order.
    private(set) var parts = 1

    /// Points of a block: a handful of values of so many numbers fit the first-level cache.
    static let blockPoints = 1024

    /// - Parameter tile: how many points of each axis a tile has; chosen by the size where nothing is given.
    init(_ nest: LoopNest, tile: [Int]? = nil) {
        let reduces = nest.reduces
        axes = nest.axes.map { Axis(size: $0.size, isReduced: reduces && $0.isReduced, tile: $0.size, block: 1) }
        if axes.isEmpty { axes = [Axis(size: 1, isReduced: false, tile: 1, block: 1)] }
        if let tile { for d in axes.indices { axes[d].tile = tile[d] } } else { cutTiles() }
        cutBlocks()
        var kept = 1
        for d in axes.indices.reversed() {
            axes[d].tiles = (axes[d].size + axes[d].tile - 1) / axes[d].tile
            axes[d].tileStep = tileCount
            tileCount *= axes[d].tiles
            if axes[d].isReduced {
                axes[d].partStep = parts
                parts *= axes[d].tiles
            } else {
                axes[d].keptStride = kept
                kept *= axes[d].size
            }
        }
    }

    /// Some tens of thousands of points a tile. Results are shared out first, and only where there are too few of them, the sums.
    private mutating func cutTiles() {
        let last = axes.count - 1
        var wanted = min(64, axes.reduce(1) { $0 * $1.size } / (8 * Self.blockPoints))
        for d in axes.indices.filter({ !axes[$0].isReduced }) + axes.indices.filter({ axes[$0].isReduced }) {
            let parts = min(wanted, d == last ? axes[d].size / Self.blockPoints : axes[d].size)
            guard parts > 1 else { continue }
            let tile = (axes[d].size + parts - 1) / parts
            axes[d].tile = d == last ? (tile + 15) / 16 * 16 : tile
            wanted = (wanted + parts - 1) / parts
        }
    }

    /// A block is whole inner axes and a range of the next: its points follow each other in a row-major tensor.
    private mutating func cutBlocks() {
        var inner = 1
        for d in axes.indices.reversed() {
            let (size, room) = (axes[d].tile, max(1, Self.blockPoints / inner))
            // Whole vectors, where that is possible.
            let unit = 16 >> min(4, inner.trailingZeroBitCount)
            axes[d].block = size <= room ? size : max(1, room / unit * unit)
            if axes[d].block < axes[d].size { return }
            inner *= size
        }
    }

    /// Points of a whole block, those of them that a reduced result has, and elements of a reduced result.
    var blockPoints: Int { axes.reduce(1) { $0 * $1.block } }
    var keptBlockPoints: Int { axes.reduce(1) { $1.isReduced ? $0 : $0 * $1.block } }
    var keptPoints: Int { axes.reduce(1) { $1.isReduced ? $0 : $0 * $1.size } }
    /// A block is rows, each along the last axis.
    var rowLength: Int { axes[axes.count - 1].block }

    /// How many blocks a tile has along its kept axes, and along its reduced ones.
    func blocks(ofTile tile: Int) -> (kept: Int, reduced: Int) {
        var count = (kept: 1, reduced: 1)
        for axis in axes {
            let points = axis.range(ofTile: tile / axis.tileStep % axis.tiles).count
            let blocks = (points + axis.block - 1) / axis.block
            if axis.isReduced { count.reduced *= blocks } else { count.kept *= blocks }
        }
        return count
    }

    func part(ofTile tile: Int) -> Int {
        axes.reduce(0) { $0 + tile / $1.tileStep % $1.tiles * $1.partStep }
    }

    /// How many points a part has for each element of a reduced result.
    func points(ofPart part: Int) -> Int {
        axes.reduce(1) { $1.isReduced ? $0 * $1.range(ofTile: part / $1.partStep % $1.tiles).count : $0 }
    }

    /// How far from a block's first point each of its rows begins, for what has these strides.
    func rowOffsets(_ strides: [Int]) -> [Int] {
        var offsets = [0]
        for d in axes.indices.dropLast() {
            offsets = offsets.flatMap { first in (0..<axes[d].block).map { first + $0 * strides[d] } }
        }
        return offsets
    }

    /// Of each row of a block, its first element among those of a reduced result that the block has.
    var keptRowOffsets: [Int] {
        var (strides, next) = ([Int](repeating: 0, count: axes.count), 1)
        for d in axes.indices.reversed() where !axes[d].isReduced {
            strides[d] = next
            next *= axes[d].block
        }
        return rowOffsets(strides)
    }

    /// Whether a block's points follow each other in memory.
    func isDense(_ strides: [Int]) -> Bool {
        var expected = 1
        for d in axes.indices.reversed() where axes[d].block > 1 {
            if strides[d] != expected { return false }
            expected *= axes[d].block
        }
        return true
    }

    /// Whether all points of a block are one place.
    func isUniform(_ strides: [Int]) -> Bool { axes.indices.allSatisfy { axes[$0].block == 1 || strides[$0] == 0 } }
}

extension NestSpace.Axis {
    /// The points along this axis of the tile of this number along it.
    @inline(__always)
    func range(ofTile number: Int) -> Range<Int> { (number * tile)..<min(size, (number + 1) * tile) }
}
