import InvarGraph

/// Writes the code of a `TileContraction`.
final class TileWriter {
    let kernel: TileContraction
    let emitter: KernelEmitter
    private let one: LaneType
    private let a, b, c, scratch: IRValue
    private let surroundings: TileSurroundings
    private let micro: MicroKernels

    private var builder: IRBuilder { emitter.builder }

    init(_ kernel: TileContraction, _ emitter: KernelEmitter) {
        (self.kernel, self.emitter) = (kernel, emitter)
        one = LaneType(element: kernel.element, lanes: 1)
        micro = MicroKernels(emitter.builder)
        (a, b, c) = (emitter.argument(0), emitter.argument(1), emitter.argument(2))
        scratch = emitter.workerScratch(3, bytes: kernel.scratchBytes)
        surroundings = TileSurroundings(
            emitter, kernel.element, prologue: kernel.prologue, epilogue: kernel.epilogue, from: 4)
    }

    /// The tile's place in the grid: group, rows, columns. Columns change fastest, so that tiles that read the same rows are near.
    func write() {
        let column = builder.remainder(emitter.tile, kernel.columnTiles)
        let rest = builder.divide(emitter.tile, kernel.columnTiles)
        let row = builder.remainder(rest, kernel.rowTiles)
        let group = builder.divide(rest, kernel.rowTiles)
        let lastUnits = kernel.units - (kernel.rowTiles - 1) * kernel.unitsPerTile
        emitter.choose(row, of: kernel.rowTiles, differs: lastUnits != kernel.unitsPerTile) { isLast in
            let units = isLast ? lastUnits : kernel.unitsPerTile
            let lastColumns = kernel.columns - (kernel.columnTiles - 1) * kernel.panelsPerTile * kernel.width
            let most = kernel.panelsPerTile * kernel.width
            emitter.choose(column, of: kernel.columnTiles, differs: lastColumns != most) { isLast in
                tile(
                    group: group, rowTile: row, units: units, columnTile: column, columns: isLast ? lastColumns : most)
            }
        }
    }

    private func tile(group: IRValue, rowTile: IRValue, units: Int, columnTile: IRValue, columns: Int) {
        let unit = builder.multiply(rowTile, kernel.unitsPerTile)
        let source = builder.advance(a, builder.multiply(group, kernel.groupA), of: one)
        let firstColumn = builder.multiply(columnTile, kernel.panelsPerTile * kernel.width)
        let row = builder.multiply(unit, kernel.rowsPerUnit)
        var target = builder.advance(c, builder.multiply(group, kernel.groupC), of: one)
        target = builder.advance(target, builder.multiply(row, kernel.rowStride), of: one)
        target = builder.advance(target, firstColumn, of: one)
        let panel = builder.add(
            builder.multiply(group, kernel.panels), builder.multiply(columnTile, kernel.panelsPerTile))
        let packed = builder.advance(b, builder.multiply(panel, kernel.depth * kernel.width), of: one)

        let left: IRValue
        switch kernel.input {
        case .direct(let stride), .transposed(let stride), .copied(let stride):
            left = builder.advance(source, builder.multiply(unit, stride), of: one)
        case .staged(let staging):
            surroundings.stage(
                staging, a, channel: builder.multiply(group, kernel.groupA), unit: unit, units: units, to: scratch)
            left = scratch
        }
        if kernel.leavesRows { clear(target, rows: units * kernel.rowsPerUnit, columns: columns) }
        for product in kernel.products {
            multiply(product, units: units, columns: columns, left: left, packed: packed, target: target)
        }
        surroundings.follow(
            row: builder.add(row, builder.multiply(group, kernel.groupRows)), rows: units * kernel.rowsPerUnit,
            tile: builder.add(rowTile, builder.multiply(group, kernel.groupRows == 0 ? 0 : kernel.rowTiles)),
            firstColumn: builder.add(firstColumn, builder.multiply(group, kernel.groupColumns)), columns: columns)
    }

    /// Rows of a matrix that lie side by side, packed for the micro-kernel: for each piece of rows, one k after the other.
    private func pack(_ source: IRValue, stride: Int, depth: IRValue, pieces: RowPieces) {
        let width = kernel.schedule.rows
        builder.eachPiece(pieces) { rows, first, piece in
            let from = builder.advance(source, first, of: one)
            let to = builder.advance(scratch, builder.multiply(piece, width * kernel.deepest), of: one)
            _ = builder.loop(from: builder.int(0), to: depth) { k, _ in
                let line = builder.advance(from, builder.multiply(k, stride), of: one)
                emitter.copyOver(
                    kernel.lane, from: line, to: builder.advance(to, builder.multiply(k, width), of: one), count: rows)
                return []
            }
        }
    }

    /// Rows of a matrix, copied side by side.
    private func copyRows(_ source: IRValue, stride: Int, depth: IRValue, rows: Int) {
        let type = kernel.lane
        builder.loop(rows) { row in
            let from = builder.advance(source, builder.multiply(row, stride), of: one)
            let to = builder.advance(scratch, builder.multiply(row, kernel.copyPitch), of: one)
            let whole = builder.multiply(builder.divide(depth, type.lanes), type.lanes)
            _ = builder.loop(from: builder.int(0), to: whole, step: type.lanes) { k, _ in
                let lanes = builder.load(type, builder.advance(from, k, of: one))
                builder.store(lanes, type, builder.advance(to, k, of: one))
                return []
            }
            _ = builder.loop(from: whole, to: depth) { k, _ in
                let number = builder.load(one, builder.advance(from, k, of: one))
                builder.store(number, one, builder.advance(to, k, of: one))
                return []
            }
        }
    }

    // MARK: The product

    private func multiply(
        _ product: TileProduct, units: Int, columns: Int, left: IRValue, packed: IRValue, target: IRValue
    ) {
        let blocks = product.blocks(kernel.schedule.depth)
        let tableA = table(product.a, units), tableC = table(product.c, units)
        let entries = builder.table(blocks.flatMap { [$0.segments, $0.inner, $0.a, $0.depth] })
        builder.loop(blocks.count) { index in
            let place = builder.multiply(index, 4)
            func entry(_ offset: Int) -> IRValue {
                blocks.count == 1
                    ? builder.int([blocks[0].segments, blocks[0].inner, blocks[0].a, blocks[0].depth][offset])
                    : builder.entry(builder.add(place, builder.int(offset)), of: entries)
            }
            let adds = blocks.count == 1 ? builder.int(0) : index
            let block = RunningBlock(
                segments: entry(0), inner: entry(1),
                a: builder.advance(left, builder.add(builder.int(product.start), entry(2)), of: one),
                depth: builder.add(builder.int(product.firstDepth), entry(3)), adds: adds)
            multiply(
                product, block, units: units, columns: columns, packed: packed, target: target, tableA, tableC)
        }
    }

    private struct RunningBlock {
        let segments, inner, a, depth, adds: IRValue
    }

    private func table(_ places: TileProduct.Places, _ units: Int) -> IRValue {
        let entries = places.entries(units: units)
        return entries.isEmpty ? a : builder.table(entries)
    }

    private func multiply(
        _ product: TileProduct, _ block: RunningBlock, units: Int, columns: Int, packed: IRValue, target: IRValue,
        _ tableA: IRValue, _ tableC: IRValue
    ) {
        let pieces = RowPieces(units * product.rowsPerUnit, most: kernel.schedule.rows)
        switch kernel.input {
        case .transposed: pack(block.a, stride: product.step, depth: block.inner, pieces: pieces)
        case .copied(let stride):
            copyRows(block.a, stride: stride, depth: block.inner, rows: units * product.rowsPerUnit)
        case .direct, .staged: break
        }
        let width = kernel.width
        let panelStride = kernel.depth * width
        let panel = builder.advance(packed, builder.multiply(block.depth, width), of: one)
        builder.loop(columns / width) { index in
            rows(
                product, block, pieces, width, tableA, tableC,
                panel: builder.advance(panel, builder.multiply(index, panelStride), of: one),
                target: builder.advance(target, builder.multiply(index, width), of: one))
        }
        let whole = columns / width
        if columns > whole * width {
            rows(
                product, block, pieces, columns - whole * width, tableA, tableC,
                panel: builder.advance(panel, builder.int(whole * panelStride), of: one),
                target: builder.advance(target, builder.int(whole * width), of: one))
        }
    }

    /// All rows of the tile, for one panel.
    private func rows(
        _ product: TileProduct, _ block: RunningBlock, _ pieces: RowPieces, _ columns: Int, _ tableA: IRValue,
        _ tableC: IRValue, panel: IRValue, target: IRValue
    ) {
        builder.eachPiece(pieces) { rows, row, piece in
            emitter.prefetch(
                builder.advance(panel, builder.int(kernel.depth * kernel.width), of: one),
                bytes: kernel.deepest * kernel.width * kernel.element.byteCount, part: piece, of: pieces.count)
            builder.call(
                function(product, rows: rows, columns: columns),
                [
                    left(product, block, row: row, piece: piece), panel, place(product.c, target, row),
                    entry(product.a, tableA, row), entry(product.c, tableC, row), block.segments, block.inner,
                    block.adds,
                ])
        }
    }

    private func left(_ product: TileProduct, _ block: RunningBlock, row: IRValue, piece: IRValue) -> IRValue {
        if case .transposed = kernel.input {
            return builder.advance(scratch, builder.multiply(piece, kernel.schedule.rows * kernel.deepest), of: one)
        }
        if case .copied = kernel.input {
            return builder.advance(scratch, builder.multiply(row, kernel.copyPitch), of: one)
        }
        return place(product.a, block.a, row)
    }

    private func place(_ places: TileProduct.Places, _ base: IRValue, _ row: IRValue) -> IRValue {
        if case .linear(let stride) = places {
            builder.advance(base, builder.multiply(row, stride), of: one)
        } else {
            base
        }
    }

    private func entry(_ places: TileProduct.Places, _ table: IRValue, _ row: IRValue) -> IRValue {
        if case .table = places { builder.advance(table, bytes: builder.multiply(row, 8)) } else { table }
    }

    private func function(_ product: TileProduct, rows: Int, columns: Int) -> IRFunction {
        var wanted = MicroKernel(
            type: kernel.lane, rows: rows, vectors: (columns + kernel.lane.lanes - 1) / kernel.lane.lanes,
            columns: columns, a: product.a.rows, c: product.c.rows, step: product.step,
            segment: product.segmentStride, width: kernel.width)
        if case .transposed = kernel.input { (wanted.a, wanted.step) = (.linear(1), kernel.schedule.rows) }
        if case .copied = kernel.input { wanted.a = .linear(kernel.copyPitch) }
        return micro[wanted]
    }

    private func clear(_ target: IRValue, rows: Int, columns: Int) {
        builder.loop(rows) { row in
            emitter.fillZero(
                kernel.lane, builder.advance(target, builder.multiply(row, kernel.rowStride), of: one), count: columns)
        }
    }
}

extension TileContraction {
    /// Where a group's part of the result begins: a batch's matrices lie under one another, a convolution's groups side by side.
    var groupRows: Int { groupC >= rowStride ? units * rowsPerUnit : 0 }
    var groupColumns: Int { groupC >= rowStride ? 0 : groupC }
}
