import InvarGraph

extension ContractionParts {
    /// [.., M, K] · [.., K, N], each transposed first where asked for.
    func matrix(
        _ transposeA: Bool, _ transposeB: Bool, _ schedule: ContractionSchedule, _ target: CodeTarget
    ) -> Core {
        let (a, b) = (sources[0].shape, sources[1].shape)
        let last = a.count - 1
        let batch = a.dropLast(2).reduce(1, *)
        let (rows, columns) = (result[last - 1], result[last])
        let depth = transposeA ? a[last - 1] : a[last]
        let core = MatrixShape(
            batch: batch, rows: rows, columns: columns, depth: depth, transposeA: transposeA,
            columnStride: transposeB ? depth : 1, depthStride: transposeB ? 1 : columns)
        precondition(b.count == a.count, "internal: matrices of different ranks")
        return self.core(core, schedule, target)
    }

    /// A product of matrices, as convolutions of one pixel are too.
    struct MatrixShape {
        var batch, rows, columns, depth: Int
        var transposeA: Bool
        /// Of the right side.
        var columnStride, depthStride: Int
    }

    func core(_ shape: MatrixShape, _ schedule: ContractionSchedule, _ target: CodeTarget) -> Core {
        let type = LaneType.fitting(element, columns: shape.columns, in: target)
        let width = schedule.vectors * type.lanes
        let panels = shape.columns.parts(of: width)
        let tile = tileRows(of: shape.rows, batch: shape.batch, most: schedule[.tileRows])
        let rowTiles = shape.rows.parts(of: tile) * shape.batch
        let product = TileProduct(
            start: 0, segments: 1, segmentStride: 0, inner: shape.depth, step: shape.transposeA ? shape.rows : 1,
            firstDepth: 0, rowsPerUnit: 1, a: .linear(shape.transposeA ? 1 : shape.depth),
            c: .linear(shape.columns))
        // Where all rows are one tile, and weights change from run to run, packing them ahead would write and read them once more.
        let isOneTile = shape.rows <= tile && !isConstant(1)
        let mostColumns = isOneTile ? schedule[.tileColumns] / 2 : schedule[.tileColumns]
        var kernel = TileContraction(
            title: title, element: element, schedule: schedule, groups: shape.batch,
            groupA: shape.rows * shape.depth, groupC: shape.rows * shape.columns, units: shape.rows,
            unitsPerTile: tile, rowsPerUnit: 1, columns: shape.columns,
            panelsPerTile: panelsPerTile(panels, rowTiles: rowTiles, most: max(1, mostColumns / width)),
            rowStride: shape.columns,
            input: input(shape, panels: panels), products: [product],
            leavesRows: false, depth: shape.depth, lane: type)
        if isOneTile {
            kernel.right = .direct(
                column: shape.columnStride, depth: shape.depthStride, batch: shape.depth * shape.columns)
        }
        let pack = PackKernel(
            element: element, batch: shape.batch, batchStride: shape.depth * shape.columns, columns: shape.columns,
            columnStride: shape.columnStride, width: width,
            parts: [PackKernel.Part(start: 0, extents: [shape.depth], strides: [shape.depthStride])])
        return Core(kernel: kernel, pack: pack)
    }

    private func input(_ shape: MatrixShape, panels: Int) -> TileInput {
        if shape.transposeA { return .transposed(unit: 1) }
        // Rows a multiple of this far apart share few places of the first-level cache.
        let isCrowded = shape.depth * element.byteCount % 2048 == 0
        return isCrowded && panels >= 8 ? .copied(unit: shape.depth) : .direct(unit: shape.depth)
    }

    /// X·Xᵀ or Xᵀ·X.
    func symmetric(_ transposeA: Bool, _ schedule: ContractionSchedule, _ target: CodeTarget) -> StepCode {
        let shape = sources[0].shape
        let last = shape.count - 1
        let (rows, depth) = transposeA ? (shape[last], shape[last - 1]) : (shape[last - 1], shape[last])
        let type = LaneType.fitting(element, in: target)
        let kernel = SymmetricContraction(
            title: title, element: element, lane: type, batch: shape.dropLast(2).reduce(1, *), rows: rows,
            depth: depth, panelsPerBlock: schedule[.panels], depthPerBlock: schedule.depth, most: schedule.rows)
        let pack = PackKernel(
            element: element, batch: kernel.batch, batchStride: rows * depth, columns: rows,
            columnStride: transposeA ? 1 : depth, width: kernel.width,
            parts: [PackKernel.Part(start: 0, extents: [depth], strides: [transposeA ? rows : 1])])
        var code = StepCode()
        let source = given(0, &code)
        let packed = code.reserve(pack.elements, of: element)
        code.phases.append(Phase(pack, [.input: source, .result: packed]))
        code.phases.append(Phase(kernel, [.input: packed, .result: .result(place)]))
        appendEpilogue(to: &code)
        return code
    }

    /// Rows of a tile: about so many, and so that the epilogue's runs of rows and the tiles do not cross.
    func tileRows(of rows: Int, batch: Int, most: Int) -> Int {
        guard let nest = epilogue, nest.isRowMajor else { return min(rows, most) }
        // A run over several matrices of a batch is cut where each of them ends.
        let run = batch > 1 ? greatestDivisor(nest.rows, rows) : nest.rows
        if run <= most { return min(rows, most / run * run) }
        let divisor = (1...most).last { run % $0 == 0 } ?? 1
        return divisor * 4 >= most ? divisor : min(rows, most)
    }

    /// Panels of a tile: evenly, at most so many, and so few that there are tiles enough for several threads.
    func panelsPerTile(_ panels: Int, rowTiles: Int, most: Int) -> Int {
        let enough = 16
        var pieces = max(panels.parts(of: most), 1)
        if pieces * rowTiles < enough { pieces = min(panels, enough.parts(of: rowTiles)) }
        return panels.parts(of: pieces)
    }
}

/// Of both numbers.
private func greatestDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b > 0 { (a, b) = (b, a % b) }
    return max(a, 1)
}
