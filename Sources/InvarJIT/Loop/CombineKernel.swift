import InvarGraph

/// Folds the partial results of tiles, in the tiles' order and in double precision, and stores the results.
/// Arguments: the partial results, then one address for each reduced root.
struct CombineKernel: TileKernel {
    /// Of the reduced roots.
    private let kinds: [Reduction]
    private let element: ElementType
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

    /// The phase that combines, for these arguments.
    static func phase(
        _ nest: LoopForm, tilesPerOuter: Int, rowsPerTile: Int, columnsPerTile: Int? = nil, tileStride: Int,
        slotStride: Int, partials: Phase.Argument, results: [Phase.Argument]
    ) -> Phase {
        let kernel = CombineKernel(
            nest, tilesPerOuter: tilesPerOuter, rowsPerTile: rowsPerTile, columnsPerTile: columnsPerTile,
            tileStride: tileStride, slotStride: slotStride)
        return Phase(kernel: kernel, tiles: kernel.cut.tiles, arguments: [partials] + results)
    }

    func emit(_ emitter: KernelEmitter) {
        let partials = emitter.argument(0)
        let results = kinds.indices.map { emitter.argument(1 + $0) }
        emitter.eachBox(cut) { box, _ in
            let wide = emitter.lanes(.float64, columns: box.columns)
            let full = box.columns / wide.lanes * wide.lanes
            let builder = emitter.builder
            func columns(_ column: IRValue, count: Int) {
                let writer = CombineWriter(kernel: self, builder: builder, wide: wide, count: count)
                writer.write(
                    partials, results, outer: box.outer, column: builder.add(box.firstColumn, column))
            }
            _ = builder.loop(from: builder.int(0), to: builder.int(full), step: wide.lanes) { column, _ in
                columns(column, count: wide.lanes)
                return []
            }
            if full < box.columns { columns(builder.int(full), count: box.columns - full) }
        }
    }

    /// Writes the results of as many columns as a vector has lanes.
    private struct CombineWriter {
        let kernel: CombineKernel
        let builder: IRBuilder
        /// Doubles, and how many of them are columns.
        let wide: LaneType
        let count: Int

        private var narrow: LaneType { LaneType(element: kernel.element, lanes: wide.lanes) }
        private var one: LaneType { wide.with(lanes: 1) }
        private var mask: IRValue? { builder.maskUnlessFull(wide, count) }

        func write(_ partials: IRValue, _ results: [IRValue], outer: IRValue, column: IRValue) {
            let first = builder.add(
                builder.multiply(builder.multiply(outer, kernel.parts), kernel.partStride), column)
            let base = builder.advance(partials, first, of: narrow)
            let start = kernel.kinds.flatMap { kind in
                [IRValue](repeating: builder.number(kind == .max ? -.infinity : 0, wide), count: kind.slots)
            }
            let totals = builder.loop(kernel.parts, carrying: start + [builder.number(0, one)]) { part, carried in
                let place = builder.advance(base, builder.multiply(part, kernel.partStride), of: narrow)
                return joined(carried, place, points(part))
            }
            var slot = 0
            let offset = builder.add(builder.multiply(outer, kernel.columns), column)
            for (kind, result) in zip(kernel.kinds, results) {
                let value = builder.convert(totals[slot], to: narrow)
                builder.store(value, narrow, builder.advance(result, offset, of: narrow), mask: mask)
                slot += kind.slots
            }
        }

        /// Points that a part stands for, as a number.
        private func points(_ part: IRValue) -> IRValue {
            let columnParts = (kernel.reducedColumns + kernel.columnsPerPart - 1) / kernel.columnsPerPart
            let rows = extent(builder.divide(part, columnParts), kernel.rows, kernel.rowsPerPart)
            let columns = extent(
                builder.remainder(part, columnParts), kernel.reducedColumns, kernel.columnsPerPart)
            return builder.fmul(builder.toFloat(rows, one), builder.toFloat(columns, one))
        }

        private func extent(_ part: IRValue, _ all: Int, _ each: Int) -> IRValue {
            if all % each == 0 { return builder.int(each) }
            return builder.minimum(builder.int(each), builder.subtract(builder.int(all), builder.multiply(part, each)))
        }

        /// The totals with one more part; their last is the number of points in them.
        private func joined(_ totals: [IRValue], _ place: IRValue, _ points: IRValue) -> [IRValue] {
            var totals = totals
            let before = totals[totals.count - 1]
            let all = builder.fadd(before, points)
            totals[totals.count - 1] = all
            var slot = 0
            for kind in kernel.kinds {
                let value = load(place, slot)
                switch kind {
                case .sum: totals[slot] = builder.fadd(totals[slot], value)
                case .max:
                    totals[slot] = VectorMath(builder: builder, type: wide).binary(.maximum, totals[slot], value)
                case .centredSquares:
                    let weight = builder.fdiv(points, all)
                    let difference = builder.fsub(load(place, slot + 1), totals[slot + 1])
                    let ofSquare = builder.broadcast(builder.fmul(before, weight), wide)
                    let squares = builder.fadd(totals[slot], value)
                    totals[slot] = builder.fma(builder.fmul(difference, difference), ofSquare, squares, wide)
                    totals[slot + 1] = builder.fma(
                        difference, builder.broadcast(weight, wide), totals[slot + 1], wide)
                }
                slot += kind.slots
            }
            return totals
        }

        private func load(_ place: IRValue, _ slot: Int) -> IRValue {
            let address = builder.advance(place, builder.int(slot * kernel.slotStride), of: narrow)
            return builder.convert(builder.load(narrow, address, mask: mask), to: wide)
        }
    }
}
