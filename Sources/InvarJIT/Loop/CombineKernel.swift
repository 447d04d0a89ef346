import InvarGraph

/// Folds the partial results of tiles, in the tiles' order and in double precision, and stores the results of the reduced roots.
struct CombineKernel: TileKernel {
    /// Of the reduced roots.
    private let kinds: [Reduction]
    let element: ElementType
    /// Results: `outer` × `columns`, each of so many parts.
    private let outer, columns, parts: Int
    /// Elements from one part to the next, and from one slot to the next.
    private let partStride, slotStride: Int
    /// Points that each part stands for: rows, and columns where these are reduced.
    private let rows, rowsPerPart, reducedColumns, columnsPerPart: Int
    private let cut: LoopCut

    /// The partial results of tile t of outer index o begin at (o · tilesPerOuter + t) · tileStride.
    ///
    /// - Parameters:
    ///   - rowsPerTile: the last tile of an outer index may have fewer.
    ///   - columnsPerTile: where columns are reduced and cut; row tiles are then cut into these, the last of which may have fewer.
    init(
        _ nest: LoopForm, tilesPerOuter: Int, rowsPerTile: Int, columnsPerTile: Int? = nil, tileStride: Int,
        slotStride: Int
    ) {
        kinds = nest.roots.compactMap { if case .reduce(let kind, _) = $0.fate { kind } else { nil } }
        (element, outer, columns) = (nest.element, nest.outer, nest.keptColumns)
        (parts, partStride, self.slotStride) = (tilesPerOuter, tileStride, slotStride)
        (rows, rowsPerPart) = (nest.rows, rowsPerTile)
        reducedColumns = nest.reducesColumns ? nest.columns : 1
        columnsPerPart = nest.reducesColumns ? columnsPerTile ?? nest.columns : 1
        cut = LoopCut(outer: outer, columns: columns, parts: tilesPerOuter)
    }

    var name: String { "combine.\(element.rawValue).\(outer)x\(columns)" }
    var tiles: Int { cut.tiles }
    private var rootNames: [ArgumentName] { kinds.indices.map { .root($0) } }
    var arguments: [ArgumentName] { [.partials] + rootNames }

    func emit(_ emitter: KernelEmitter) {
        let partials = emitter[.partials]
        let results = rootNames.map { emitter[$0] }
        emitter.eachTile(cut) { tile, _ in
            emitter.builder.lanes(.float64, columns: tile.columns).sweep(tile.columns) { column, lanes in
                write(partials, results, outer: tile.outer, column: tile.firstColumn + column, lanes)
            }
        }
    }

    /// The results of as many columns as there are lanes, which are doubles.
    private func write(_ partials: Address, _ results: [Address], outer: Index, column: Index, _ wide: Lanes) {
        let builder = wide.builder
        let narrow = LaneType(element: element, lanes: wide.count)
        let lanes = Lanes(builder: builder, type: narrow, present: wide.present)
        let base = partials + (outer * parts * partStride + column)
        let start = kinds.flatMap { kind in
            [Vector](repeating: wide.number(kind == .max ? -.infinity : 0), count: kind.slots)
        }
        let none = builder.number(0, LaneType(element: .float64, lanes: 1))
        let (totals, _) = builder.loop(parts, carrying: start, none) { part, totals, before in
            let place = base + part * partStride
            let points = points(part, builder)
            let all = before + points
            let joined = joined(totals, before, points, all) { slot in
                lanes.load(place + slot * slotStride).converted(to: .float64)
            }
            return (joined, all)
        }
        var slot = 0
        let offset = outer * columns + column
        for (kind, result) in zip(kinds, results) {
            lanes.store(totals[slot].converted(to: element), result + offset)
            slot += kind.slots
        }
    }

    /// Points that a part stands for, as a number.
    private func points(_ part: Index, _ builder: IRBuilder) -> Vector {
        func extent(_ part: Index, _ all: Int, _ each: Int) -> Index {
            all % each == 0 ? Index(each) : min(Index(each), all - part * each)
        }
        let columnParts = reducedColumns.parts(of: columnsPerPart)
        let rows = extent(part / columnParts, rows, rowsPerPart)
        let columns = extent(part % columnParts, reducedColumns, columnsPerPart)
        return builder.number(rows, .float64) * builder.number(columns, .float64)
    }

    /// The totals of `before` points with a part of some more.
    private func joined(
        _ totals: [Vector], _ before: Vector, _ points: Vector, _ all: Vector, load: (_ slot: Int) -> Vector
    ) -> [Vector] {
        var totals = totals
        var slot = 0
        for kind in kinds {
            let value = load(slot)
            switch kind {
            case .sum: totals[slot] = totals[slot] + value
            case .max: totals[slot] = maximum(totals[slot], value)
            case .centredSquares:
                let weight = points / all
                let joined = CentredSums(squares: totals[slot], mean: totals[slot + 1]).joined(
                    CentredSums(squares: value, mean: load(slot + 1)), weight: weight.broadcast(value.type),
                    ofSquare: (before * weight).broadcast(value.type))
                (totals[slot], totals[slot + 1]) = (joined.squares, joined.mean)
            }
            slot += kind.slots
        }
        return totals
    }
}
