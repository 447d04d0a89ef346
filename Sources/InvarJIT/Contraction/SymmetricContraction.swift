import InvarGraph

/// X·Xᵀ, of which only what lies on and above the diagonal is computed, and mirrored: half of a product.
///
/// Both sides are the same packed panels. A tile is a square of blocks of panels.
struct SymmetricContraction: TileKernel {
    var title: String
    var element: ElementType
    var lane: LaneType
    var batch: Int
    /// Of the result, and of the reduction.
    var rows, depth: Int
    /// Panels of a block, and how much of the reduction runs before the next panel.
    var panelsPerBlock, depthPerBlock: Int
    /// Most rows of the micro-kernel.
    var most: Int

    var name: String { title + ".symmetric" }
    var arguments: [ArgumentName] { [.input, .result] }
    var width: Int { 2 * lane.lanes }
    var panels: Int { rows.parts(of: width) }
    private var blocks: Int { panels.parts(of: panelsPerBlock) }
    var tiles: Int { batch * blocks * (blocks + 1) / 2 }

    func emit(_ emitter: KernelEmitter) {
        let (packed, result) = (emitter[.input], emitter[.result])
        let builder = emitter.builder
        let pairs = (0..<self.blocks).flatMap { row in (row..<self.blocks).map { (row, $0) } }
        let table = Table(pairs.flatMap { [$0.0, $0.1] }, builder)
        let product = emitter.tile / pairs.count
        let pair = emitter.tile % pairs.count * 2
        let row = table[pair]
        let column = table[pair + 1]
        let square = Square(
            from: packed + product * (panels * depth * width), to: result + product * (rows * rows), kernel: self)
        let size = panelsPerBlock
        let columnEnd = min((column + 1) * size, panels)
        let rowEnd = min((row + 1) * size, panels)
        let blocks = TileProduct(
            start: 0, segments: 1, segmentStride: 0, inner: depth, step: 1, firstDepth: 0, rowsPerUnit: 1,
            a: .linear(1), c: .linear(1)
        ).blocks(depthPerBlock)
        for (index, block) in blocks.enumerated() {
            builder.loop(from: column * size, to: columnEnd) { j in
                // On the diagonal, rows end where columns are.
                let end = min(rowEnd, j + 1)
                builder.loop(from: row * size, to: end) { i in
                    square.write(i, j, block, adds: index > 0, isLast: index == blocks.count - 1)
                }
            }
        }
    }
}

/// One panel by one panel.
private struct Square {
    let from, to: Address
    let kernel: SymmetricContraction

    func write(_ i: Index, _ j: Index, _ block: TileProduct.Block, adds: Bool, isLast: Bool) {
        let builder = to.builder
        builder.part(j, of: kernel.rows, by: kernel.width) { columns in
            // Above the diagonal only the last column of panels meets the last row of panels.
            if columns < kernel.width {
                builder.part(i, of: kernel.rows, by: kernel.width) {
                    multiply(i, j, block, rows: $0, columns: columns, adds: adds)
                }
            } else {
                multiply(i, j, block, rows: kernel.width, columns: columns, adds: adds)
            }
            guard isLast else { return }
            builder.branch(i .!= j) { mirror(i, j, columns: columns) }
        }
    }

    private func multiply(
        _ i: Index, _ j: Index, _ block: TileProduct.Block, rows: Int, columns: Int, adds: Bool
    ) {
        let width = kernel.width
        func panel(_ index: Index) -> Address { from + (index * (kernel.depth * width) + block.depth * width) }
        let (left, right) = (panel(i), panel(j))
        let place = place(i, j)
        var row = 0
        for run in RowPieces(rows, most: kernel.most).runs {
            let micro = MicroKernel(
                type: kernel.lane, rows: run.rows, columns: columns, a: .linear(1), c: .linear(kernel.rows),
                step: width, width: width)
            for _ in 0..<run.count {
                micro.call(
                    left + row, right, place + row * kernel.rows, inner: Index(block.inner), adds: Index(adds ? 1 : 0))
                row += run.rows
            }
        }
    }

    private func place(_ row: Index, _ column: Index) -> Address {
        to + (row * (kernel.width * kernel.rows) + column * kernel.width)
    }

    /// The square at (i, j), a panel's width high, written to (j, i) too.
    private func mirror(_ i: Index, _ j: Index, columns: Int) {
        let (width, rows) = (kernel.width, kernel.rows)
        let lanes = to.builder.lanes(kernel.lane)
        to.builder.call("mirror.\(columns)", place(i, j), place(j, i)) { from, to in
            for column in stride(from: 0, to: columns, by: lanes.count) {
                let there = lanes.first(columns - column)
                for row in stride(from: 0, to: width, by: lanes.count) {
                    let lines = (0..<lanes.count).map { there.load(from + ((row + $0) * rows + column)) }
                    for (line, value) in transposed(lines).prefix(there.present).enumerated() {
                        lanes.store(value, to + ((column + line) * rows + row))
                    }
                }
            }
        }
    }
}
