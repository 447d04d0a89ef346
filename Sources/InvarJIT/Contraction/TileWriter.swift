import InvarGraph

/// Writes the code of a `TileContraction`.
struct TileWriter {
    private let kernel: TileContraction
    private let tile: Index
    private let lanes: Lanes
    private let a, b, c, scratch: Address
    private let surroundings: TileSurroundings

    private var builder: IRBuilder { lanes.builder }

    init(_ kernel: TileContraction, _ emitter: KernelEmitter) {
        (self.kernel, tile, lanes) = (kernel, emitter.tile, emitter.builder.lanes(kernel.lane))
        (a, b, c) = (emitter[.input], emitter[.weights], emitter[.result])
        scratch = emitter[.scratch]
        surroundings = TileSurroundings(emitter, kernel)
    }

    /// The tile's place in the grid: group, rows, columns. Columns change fastest, so that tiles that read the same rows are near.
    func write() {
        let column = tile % kernel.columnTiles
        let rest = tile / kernel.columnTiles
        let row = rest % kernel.rowTiles
        let group = rest / kernel.rowTiles
        builder.part(row, of: kernel.units, by: kernel.unitsPerTile) { units in
            builder.part(column, of: kernel.columns, by: kernel.panelsPerTile * kernel.width) { columns in
                write(group: group, rowTile: row, units: units, columnTile: column, columns: columns)
            }
        }
    }

    private func write(group: Index, rowTile: Index, units: Int, columnTile: Index, columns: Int) {
        let unit = rowTile * kernel.unitsPerTile
        let source = a + group * kernel.groupA
        let firstColumn = columnTile * (kernel.panelsPerTile * kernel.width)
        let row = unit * kernel.rowsPerUnit
        let target = group * kernel.groupC + row * kernel.rowStride + firstColumn
        let right: Address
        switch kernel.right {
        case .packed:
            let panel = group * kernel.panels + columnTile * kernel.panelsPerTile
            right = b + panel * (kernel.depth * kernel.width)
        case .direct(let column, _, let batch): right = b + (group * batch + firstColumn * column)
        }

        let left: Address
        switch kernel.input {
        case .direct(let stride), .transposed(let stride), .copied(let stride):
            left = source + unit * stride
        case .staged(let staging):
            surroundings.stage(staging, a, channel: group * kernel.groupA, unit: unit, units: units, to: scratch)
            left = scratch
        }
        if kernel.leavesRows {
            builder.loop(units * kernel.rowsPerUnit) { row in
                lanes.fillZero(c + (target + row * kernel.rowStride), count: columns)
            }
        }
        for product in kernel.products {
            multiply(product, units: units, columns: columns, left: left, right: right, target: target)
        }
        surroundings.follow(
            row: row + group * kernel.groupRows, rows: units * kernel.rowsPerUnit,
            tile: rowTile + group * (kernel.groupRows == 0 ? 0 : kernel.rowTiles),
            firstColumn: firstColumn + group * kernel.groupColumns, columns: columns)
    }

    // MARK: The left side

    /// Rows of a matrix that lie side by side, packed for the micro-kernel: for each piece of rows, one k after the other.
    private func pack(_ source: Address, stride: Int, depth: Index, pieces: RowPieces) {
        let width = kernel.schedule.rows
        builder.eachPiece(pieces) { rows, first, piece in
            let from = source + first
            let to = scratch + piece * (width * kernel.deepest)
            builder.loop(to: depth) { k in
                lanes.copyOver(from + k * stride, to: to + k * width, count: rows)
            }
        }
    }

    /// Rows of a matrix, copied side by side.
    private func copyRows(_ source: Address, stride: Int, depth: Index, rows: Int) {
        let single = builder.lanes(lanes.type.with(lanes: 1))
        builder.loop(rows) { row in
            let from = source + row * stride
            let to = scratch + row * kernel.copyPitch
            let whole = depth / lanes.count * lanes.count
            builder.loop(to: whole, step: lanes.count) { k in lanes.store(lanes.load(from + k), to + k) }
            builder.loop(from: whole, to: depth) { k in single.store(single.load(from + k), to + k) }
        }
    }

    // MARK: The product

    private func multiply(
        _ product: TileProduct, units: Int, columns: Int, left: Address, right: Address, target: Index
    ) {
        let blocks = product.blocks(kernel.schedule.depth)
        let rows = TileRows(
            product: product, count: units * product.rowsPerUnit, a: table(product.a, units),
            c: table(product.c, units), isOneBlock: blocks.count == 1)
        let entries = blocks.count > 1 ? Table(blocks.flatMap(\.numbers), builder) : nil
        builder.loop(blocks.count) { index in
            func entry(_ offset: Int) -> Index { entries?[index * 4 + offset] ?? Index(blocks[0].numbers[offset]) }
            let block = RunningBlock(
                segments: entry(0), inner: entry(1), a: left + (product.start + entry(2)),
                depth: product.firstDepth + entry(3), adds: blocks.count == 1 ? .zero : index)
            multiply(rows, block, columns: columns, right: right, target: target)
        }
    }

    private struct RunningBlock {
        let segments, inner: Index
        let a: Address
        let depth, adds: Index
    }

    /// The rows of a tile that a product makes, with the tables of their places.
    private struct TileRows {
        let product: TileProduct
        let count: Int
        let a, c: Table?
        /// Whether the whole reduction runs at once. Else what the epilogue reads would be asked for again by each block.
        let isOneBlock: Bool
    }

    private func table(_ places: TileProduct.Places, _ units: Int) -> Table? {
        if case .table = places { Table(places.entries(units: units), builder) } else { nil }
    }

    private func multiply(
        _ rows: TileRows, _ block: RunningBlock, columns: Int, right: Address, target: Index
    ) {
        let pieces = RowPieces(rows.count, most: kernel.schedule.rows)
        switch kernel.input {
        case .transposed: pack(block.a, stride: rows.product.step, depth: block.inner, pieces: pieces)
        case .copied(let stride): copyRows(block.a, stride: stride, depth: block.inner, rows: rows.count)
        case .direct, .staged: break
        }
        let width = kernel.width
        let first: Address
        let pitch: Int
        switch kernel.right {
        case .packed: (first, pitch) = (right + block.depth * width, kernel.depth * width)
        case .direct(let column, let depth, _):
            (first, pitch) = (scratch + kernel.leftElements, kernel.deepest * width)
            let layout = PanelLayout(width: width, columnStride: column)
            layout.pack(
                lanes, right + block.depth * depth, depthStride: depth, depth: block.inner, columns: columns, to: first,
                pitch: pitch)
        }
        builder.eachPanel(columns, width) { index, columns in
            multiply(
                rows, block, pieces, columns, panel: first + index * pitch, pitch: pitch,
                target: target + index * width)
        }
    }

    /// All rows of the tile, for one panel.
    private func multiply(
        _ rows: TileRows, _ block: RunningBlock, _ pieces: RowPieces, _ columns: Int, panel: Address, pitch: Int,
        target: Index
    ) {
        let product = rows.product
        builder.eachPiece(pieces) { count, row, piece in
            (panel + pitch).prefetch(
                bytes: kernel.deepest * kernel.width * kernel.element.byteCount, part: piece, of: pieces.count)
            if case .linear(let stride) = product.c, rows.isOneBlock {
                surroundings.prefetch(offset: target + row * stride, rows: count, rowStride: stride, columns: columns)
            }
            microKernel(product, rows: count, columns: columns).call(
                left(product, block, row: row, piece: piece), panel, place(product.c, c + target, row),
                tableA: rows.a.map { $0 + row }, tableC: rows.c.map { $0 + row }, segments: block.segments,
                inner: block.inner, adds: block.adds)
        }
    }

    private func left(_ product: TileProduct, _ block: RunningBlock, row: Index, piece: Index) -> Address {
        switch kernel.input {
        case .transposed: scratch + piece * (kernel.schedule.rows * kernel.deepest)
        case .copied: scratch + row * kernel.copyPitch
        case .direct, .staged: place(product.a, block.a, row)
        }
    }

    private func place(_ places: TileProduct.Places, _ base: Address, _ row: Index) -> Address {
        if case .linear(let stride) = places { base + row * stride } else { base }
    }

    private func microKernel(_ product: TileProduct, rows: Int, columns: Int) -> MicroKernel {
        var wanted = MicroKernel(
            type: kernel.lane, rows: rows, columns: columns, a: product.a.rows, c: product.c.rows, step: product.step,
            segment: product.segmentStride, width: kernel.width)
        if case .transposed = kernel.input { (wanted.a, wanted.step) = (.linear(1), kernel.schedule.rows) }
        if case .copied = kernel.input { wanted.a = .linear(kernel.copyPitch) }
        return wanted
    }
}
