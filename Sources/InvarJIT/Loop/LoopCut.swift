import InvarGraph

/// How the space of a nest by itself is cut into tiles. It follows from the shape, never from the number of threads.
struct LoopCut: Hashable, Sendable {
    let outer, rows, columns: Int
    /// More than one outer index only where a tile has all rows and columns of each.
    private(set) var outersPerTile = 1
    private(set) var rowsPerTile: Int
    private(set) var columnsPerTile: Int

    /// Points of a tile, about: enough that starting it does not count, and that the caches hold what it reads.
    static let largest = 16 << 10
    static let smallest = 4 << 10

    init(_ nest: LoopForm) {
        (outer, rows, columns) = (nest.outer, nest.rows, nest.columns)
        (rowsPerTile, columnsPerTile) = (rows, columns)
        let each = rows * columns
        let all = outer * each
        // What is small is one tile.
        if all <= 2 * Self.smallest {
            outersPerTile = max(outer, 1)
            return
        }
        let points = min(max(all / 8, Self.smallest), Self.largest)
        if each <= points {
            outersPerTile = Self.even(outer, max(points / max(each, 1), 1))
        } else if nest.partialSlots > 0, !nest.reducesColumns, rows <= 1024, columns >= 2 * Self.narrowest {
            // Short sums of many columns: each tile has all rows of some columns, and nothing is left to be combined.
            columnsPerTile = Self.columns(columns, points / rows)
        } else if columns <= points {
            rowsPerTile = Self.even(rows, max(points / columns, 1))
        } else {
            rowsPerTile = 1
            columnsPerTile = Self.columns(columns, points)
        }
    }

    /// A combination's: of `outer` × `columns` results, each of so many parts.
    init(outer: Int, columns: Int, parts: Int) {
        (self.outer, rows, self.columns) = (outer, 1, columns)
        (rowsPerTile, columnsPerTile) = (1, columns)
        let each = columns * parts
        if outer * each <= Self.smallest {
            outersPerTile = max(outer, 1)
        } else if each <= Self.smallest {
            outersPerTile = Self.even(outer, max(Self.smallest / each, 1))
        } else {
            columnsPerTile = Self.columns(columns, Self.smallest / parts)
        }
    }

    /// Columns of a tile that is cut across them: whole cache lines.
    private static let narrowest = 64

    private static func columns(_ columns: Int, _ wanted: Int) -> Int {
        let lines = max(wanted / narrowest, 1)
        return min(columns, even(columns.parts(of: narrowest), lines) * narrowest)
    }

    /// At most `most`, such that the parts of `count` are of one size, nearly.
    private static func even(_ count: Int, _ most: Int) -> Int {
        max(count.parts(of: max(count.parts(of: most), 1)), 1)
    }

    private static func parts(_ count: Int, _ each: Int) -> Int { max(count.parts(of: max(each, 1)), 1) }

    var outerTiles: Int { Self.parts(outer, outersPerTile) }
    var rowTiles: Int { Self.parts(rows, rowsPerTile) }
    var columnTiles: Int { Self.parts(columns, columnsPerTile) }
    var tiles: Int { outerTiles * rowTiles * columnTiles }

    /// Parts that the sums of an outer index fall into.
    func parts(reducesColumns: Bool) -> Int { reducesColumns ? rowTiles * columnTiles : rowTiles }
}

extension KernelEmitter {
    /// Writes the nest's tiles of this tile of a cut: one for each of its outer indices. `part` is the tile's number among those
    /// of the outer index, as (row tile, column tile).
    func eachTile(_ cut: LoopCut, _ body: (_ tile: LoopTile, _ part: (rows: Index, columns: Index)) -> Void) {
        let columnTile = tile % cut.columnTiles
        let rest = tile / cut.columnTiles
        let rowTile = rest % cut.rowTiles
        let outerTile = cut.outerTiles == 1 ? .zero : rest / cut.rowTiles
        let firstRow = rowTile * cut.rowsPerTile
        let isEven = cut.rows % cut.rowsPerTile == 0
        let rows = isEven ? Index(cut.rowsPerTile) : min(Index(cut.rowsPerTile), cut.rows - firstRow)
        func write(_ columns: Int) {
            let first = outerTile * cut.outersPerTile
            let most = first + cut.outersPerTile
            let end = cut.outer % cut.outersPerTile == 0 ? most : min(most, cut.outer)
            func write(_ outer: Index) {
                let firstColumn = columnTile * cut.columnsPerTile
                body(
                    LoopTile(outer: outer, firstRow: firstRow, rows: rows, firstColumn: firstColumn, columns: columns),
                    (rowTile, columnTile))
            }
            if cut.outersPerTile == 1 { return write(first) }
            builder.loop(from: first, to: end) { write($0) }
        }
        if cut.columnTiles == 1 { return write(cut.columns) }
        builder.part(columnTile, of: cut.columns, by: cut.columnsPerTile) { write($0) }
    }
}
