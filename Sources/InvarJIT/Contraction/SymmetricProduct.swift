import InvarGraph

/// X·Xᵀ, of which only what lies on and above the diagonal is computed, and mirrored: half of a product.
///
/// Both sides are the same packed panels. A tile is a square of blocks of panels. Arguments: packed panels, result.
struct SymmetricProduct: TileKernel {
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
    var width: Int { 2 * lane.lanes }
    var panels: Int { (rows + width - 1) / width }
    var blocks: Int { (panels + panelsPerBlock - 1) / panelsPerBlock }
    var tiles: Int { batch * blocks * (blocks + 1) / 2 }

    func emit(_ emitter: KernelEmitter) { SymmetricWriter(self, emitter).write() }
}

private final class SymmetricWriter {
    private let kernel: SymmetricProduct
    private let emitter: KernelEmitter
    private let packed, result: IRValue
    private let micro: MicroKernels
    private var mirrors: [[Int]: IRFunction] = [:]

    private var builder: IRBuilder { emitter.builder }
    private var one: LaneType { kernel.lane.with(lanes: 1) }

    init(_ kernel: SymmetricProduct, _ emitter: KernelEmitter) {
        (self.kernel, self.emitter) = (kernel, emitter)
        (packed, result) = (emitter.argument(0), emitter.argument(1))
        micro = MicroKernels(emitter.builder)
    }

    func write() {
        let pairs = (0..<kernel.blocks).flatMap { row in (row..<kernel.blocks).map { (row, $0) } }
        let table = builder.table(pairs.flatMap { [$0.0, $0.1] })
        let product = builder.divide(emitter.tile, pairs.count)
        let pair = builder.multiply(builder.remainder(emitter.tile, pairs.count), 2)
        let row = builder.entry(pair, of: table)
        let column = builder.entry(builder.add(pair, builder.int(1)), of: table)
        let from = builder.advance(
            packed, builder.multiply(product, kernel.panels * kernel.depth * kernel.width), of: one)
        let to = builder.advance(result, builder.multiply(product, kernel.rows * kernel.rows), of: one)
        let size = kernel.panelsPerBlock
        let columnEnd = builder.minimum(
            builder.multiply(builder.add(column, builder.int(1)), size), builder.int(kernel.panels))
        let rowEnd = builder.minimum(
            builder.multiply(builder.add(row, builder.int(1)), size), builder.int(kernel.panels))
        let blocks = TileProduct(
            start: 0, segments: 1, segmentStride: 0, inner: kernel.depth, step: 1, firstDepth: 0, rowsPerUnit: 1,
            a: .linear(1), c: .linear(1)
        ).blocks(kernel.depthPerBlock)
        for (index, block) in blocks.enumerated() {
            let isLast = index == blocks.count - 1
            _ = builder.loop(from: builder.multiply(column, size), to: columnEnd) { j, _ in
                // On the diagonal, rows end where columns are.
                let end = builder.minimum(rowEnd, builder.add(j, builder.int(1)))
                _ = builder.loop(from: builder.multiply(row, size), to: end) { i, _ in
                    square(from, to, i, j, block, adds: index > 0, isLast: isLast)
                    return []
                }
                return []
            }
        }
    }

    /// One panel by one panel.
    private func square(
        _ from: IRValue, _ to: IRValue, _ i: IRValue, _ j: IRValue, _ block: TileProduct.Block, adds: Bool,
        isLast: Bool
    ) {
        let width = kernel.width
        let tail = kernel.rows - (kernel.panels - 1) * width
        let cut = tail != width
        emitter.choose(j, of: kernel.panels, differs: cut) { isLastColumn in
            let columns = isLastColumn ? tail : width
            // Above the diagonal only the last column of panels meets the last row of panels.
            func write(rows: Int) {
                multiply(from, to, i, j, block, rows: rows, columns: columns, adds: adds)
            }
            if isLastColumn {
                emitter.choose(i, of: kernel.panels, differs: cut) { write(rows: $0 ? tail : width) }
            } else {
                write(rows: width)
            }
            guard isLast else { return }
            _ = builder.branch(builder.compare(.notEqual, i, j)) {
                mirror(to, i, j, columns: columns)
                return []
            } else: {
                []
            }
        }
    }

    private func multiply(
        _ from: IRValue, _ to: IRValue, _ i: IRValue, _ j: IRValue, _ block: TileProduct.Block, rows: Int,
        columns: Int, adds: Bool
    ) {
        let width = kernel.width
        let start = builder.int(block.depth * width)
        func panel(_ index: IRValue) -> IRValue {
            builder.advance(from, builder.add(builder.multiply(index, kernel.depth * width), start), of: one)
        }
        let (left, right) = (panel(i), panel(j))
        let place = builder.advance(
            to, builder.add(builder.multiply(i, width * kernel.rows), builder.multiply(j, width)), of: one)
        var row = 0
        for run in RowPieces(rows, most: kernel.most).runs {
            let function = function(rows: run.rows, columns: columns)
            for _ in 0..<run.count {
                builder.call(
                    function,
                    [
                        builder.advance(left, builder.int(row), of: one), right,
                        builder.advance(place, builder.int(row * kernel.rows), of: one), left, left, builder.int(1),
                        builder.int(block.inner), builder.int(adds ? 1 : 0),
                    ])
                row += run.rows
            }
        }
    }

    private func function(rows: Int, columns: Int) -> IRFunction {
        let wanted = MicroKernel(
            type: kernel.lane, rows: rows, vectors: (columns + kernel.lane.lanes - 1) / kernel.lane.lanes,
            columns: columns, a: .linear(1), c: .linear(kernel.rows), step: kernel.width, segment: 0,
            width: kernel.width)
        return micro[wanted]
    }

    /// The square at (i, j), a panel's width high, written to (j, i) too.
    private func mirror(_ to: IRValue, _ i: IRValue, _ j: IRValue, columns: Int) {
        let (width, rows) = (kernel.width, kernel.rows)
        let function = mirrorFunction(columns: columns)
        builder.call(
            function,
            [
                builder.advance(
                    to, builder.add(builder.multiply(i, width * rows), builder.multiply(j, width)), of: one),
                builder.advance(
                    to, builder.add(builder.multiply(j, width * rows), builder.multiply(i, width)), of: one),
            ])
    }

    private func mirrorFunction(columns: Int) -> IRFunction {
        if let known = mirrors[[columns]] { return known }
        let (type, rows) = (kernel.lane, kernel.rows)
        let made = builder.privateFunction("mirror.\(columns)", addresses: 2) { arguments in
            for column in stride(from: 0, to: columns, by: type.lanes) {
                let count = min(type.lanes, columns - column)
                let mask = count < type.lanes ? builder.mask(type.lanes, first: count) : nil
                for row in stride(from: 0, to: kernel.width, by: type.lanes) {
                    let lines = (0..<type.lanes).map { line in
                        let offset = builder.int((row + line) * rows + column)
                        return builder.load(type, builder.advance(arguments[0], offset, of: one), mask: mask)
                    }
                    for (line, value) in builder.transposed(lines).prefix(count).enumerated() {
                        let offset = builder.int((column + line) * rows + row)
                        builder.store(value, type, builder.advance(arguments[1], offset, of: one))
                    }
                }
            }
        }
        mirrors[[columns]] = made
        return made
    }
}
