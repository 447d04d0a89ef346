import InvarGraph

extension ContractionParts {
    /// y[n, oy, ox, o] = Σ x[n, oy·s + ky − p, ox·s + kx − p, i] · w[ky, kx, i, o]
    func forward(_ window: Window, _ schedule: ContractionSchedule, _ target: CodeTarget) -> Core {
        let (x, w) = (sources[0].shape, sources[1].shape)
        let groups = window.groups
        let (inputs, outputs) = (x[3] / groups, result[3] / groups)
        let (oh, ow) = (result[1], result[2])
        let (kh, kw) = (window.kernel[0], window.kernel[1])
        if isMatrix(window) {
            return core(
                MatrixShape(
                    batch: 1, rows: x[0] * oh * ow, columns: outputs, depth: inputs, transposeA: false,
                    columnStride: 1, depthStride: outputs), schedule, target)
        }
        let isRead = isReadInPlace(window)
        let cut = forwardCut(window, schedule, channels: isRead ? 0 : inputs)
        let staging = staging(window, of: x, channels: inputs, band: cut.band, bands: cut.bands, width: ow)
        let pixelRow = isRead ? x[2] * inputs : staging.rowElements
        let unit = isRead ? x[1] / cut.bands * pixelRow : staging.unitElements
        let places = (0..<cut.band).flatMap { y in
            (0..<ow).map { x in y * window.strides[0] * pixelRow + x * window.strides[1] * inputs }
        }
        let product = TileProduct(
            start: 0, segments: kh, segmentStride: pixelRow, inner: kw * inputs, step: 1, firstDepth: 0,
            rowsPerUnit: cut.band * ow, a: .table(places, unit: unit), c: .linear(result[3]))
        var core = core(
            cut, groups: groups, columns: outputs, staging: staging, products: [product],
            parts: [PackKernel.Part(start: 0, extents: [kh * kw * inputs], strides: [w[3]])],
            columnStride: 1, schedule, target)
        if isRead { core.kernel.input = .direct(unit: unit) }
        return core
    }

    /// Whether single pixels some distance apart are multiplied where they lie: nothing is computed on the way, nothing lies in
    /// a margin, and rows of pixels are as many as strides fit in, so that all bands are alike.
    private func isReadInPlace(_ window: Window) -> Bool {
        window.kernel == [1, 1] && window.groups == 1 && window.padding.allSatisfy { $0 == 0 }
            && sources[0].prologue == nil && sources[0].shape[1] == result[1] * window.strides[0]
    }

    /// dx[n, y, x, i] = Σ dy[n, (y + p − ky) / s, (x + p − kx) / s, o] · w[ky, kx, i, o], where the quotients are whole.
    ///
    /// Pixels of one remainder by the stride see the same taps: each remainder is a convolution of its own over dy.
    func inputGradient(_ window: Window, _ schedule: ContractionSchedule, _ target: CodeTarget) -> Core {
        let (dy, w) = (sources[0].shape, sources[1].shape)
        let groups = window.groups
        let (outputs, inputs) = (dy[3] / groups, result[3] / groups)
        let (h, width) = (result[1], result[2])
        if isMatrix(window) {
            return core(
                MatrixShape(
                    batch: 1, rows: dy[0] * dy[1] * dy[2], columns: inputs, depth: outputs, transposeA: false,
                    columnStride: outputs, depthStride: 1), schedule, target)
        }
        let cover = GradientCover(window, height: h, width: width)
        let (vertical, horizontal, margin) = (cover.vertical, cover.horizontal, cover.margin)
        let stride = window.strides[0]
        let cut = gradientCut(window, cover, schedule, channels: outputs)
        let staging = gradientStaging(cover, cut, channels: outputs)
        var (products, parts): ([TileProduct], [PackKernel.Part]) = ([], [])
        var (depth, covered) = (0, 0)
        for v in vertical {
            for u in horizontal {
                let (rows, columns) = (v.count(in: cut.band, stride), u.count(in: width, window.strides[1]))
                guard v.taps > 0, u.taps > 0, rows * columns > 0 else { continue }
                let start = (v.first - cover.firstRow) * staging.rowElements + (u.first + margin) * outputs
                let pixels = (0..<rows).flatMap { i in (0..<columns).map { (i, $0) } }
                let isWhole = stride == 1 && window.strides[1] == 1
                products.append(
                    TileProduct(
                        start: start, segments: v.taps, segmentStride: staging.rowElements, inner: u.taps * outputs,
                        step: 1, firstDepth: depth, rowsPerUnit: rows * columns,
                        a: .table(
                            pixels.map { $0.0 * staging.rowElements + $0.1 * outputs }, unit: staging.unitElements),
                        c: isWhole
                            ? .linear(result[3])
                            : .table(
                                pixels.map {
                                    (($0.0 * stride + v.remainder) * width + $0.1 * window.strides[1] + u.remainder)
                                        * result[3]
                                }, unit: cut.band * width * result[3])))
                let (ky, kx) = (v.highestTap, u.highestTap)
                parts.append(
                    PackKernel.Part(
                        start: (ky * w[1] + kx) * w[2] * w[3], extents: [v.taps, u.taps, outputs],
                        strides: [-stride * w[1] * w[2] * w[3], -window.strides[1] * w[2] * w[3], 1]))
                depth += v.taps * u.taps * outputs
                covered += rows * columns
            }
        }
        var core = core(
            cut, groups: groups, columns: inputs, staging: staging, products: products, parts: parts,
            columnStride: w[3], schedule, target)
        core.kernel.leavesRows = covered < cut.band * width
        return core
    }

    private func core(
        _ cut: MapCut, groups: Int, columns: Int, staging: Staging, products: [TileProduct], parts: [PackKernel.Part],
        columnStride: Int, _ schedule: ContractionSchedule, _ target: CodeTarget
    ) -> Core {
        let type = LaneType.fitting(element, columns: columns, in: target)
        let depth = parts.reduce(0) { $0 + $1.count }
        let width = schedule.vectors * type.lanes
        let panels = columns.parts(of: width)
        var kernel = TileContraction(
            title: title, element: element, schedule: schedule, groups: groups,
            groupA: staging.groupChannels < staging.channels ? staging.groupChannels : 0,
            groupC: groups > 1 ? columns : 0,
            units: cut.units, unitsPerTile: cut.unitsPerTile, rowsPerUnit: cut.band * cut.width, columns: columns,
            panelsPerTile: panels, rowStride: result[3], input: .staged(staging), products: products,
            leavesRows: false, depth: depth, lane: type)
        let tiles = kernel.rowTiles * groups
        kernel.panelsPerTile = panelsPerTile(panels, rowTiles: tiles, most: panels)
        kernel.prologue = stageable(sources[0].prologue, staging)
        let pack = PackKernel(
            element: element, batch: groups,
            batchStride: columnStride == 1 ? columns : staging.groupChannels, columns: columns,
            columnStride: columnStride, width: width, parts: parts)
        return Core(kernel: kernel, pack: pack)
    }

    /// The prologue, if it can be computed where maps are staged: row of pixels by row of pixels.
    func stageable(_ nest: LoopForm?, _ staging: Staging) -> LoopForm? {
        guard let nest, nest.columns == staging.channels, nest.isRowMajor,
            nest.rows % staging.width == 0 || nest.outer == 1
        else { return nil }
        return nest
    }

    /// Images that the epilogue treats as one run of rows; nothing where it does not matter.
    func imagesPerRun(_ pixels: Int) -> Int? {
        guard let nest = epilogue, nest.isRowMajor, nest.rows % pixels == 0 else { return nil }
        return nest.rows / pixels
    }
}

extension Window {
    /// One pixel to one pixel.
    var isPointwise: Bool {
        kernel == [1, 1] && strides == [1, 1] && padding.allSatisfy { $0 == 0 }
    }
}
