import InvarGraph

extension ContractionParts {
    /// A convolution in which each channel of the maps has one of the result, and sees nothing else.
    func depthwise(_ window: Window, _ schedule: ContractionSchedule) -> StepCode {
        let maps = sources[0].shape
        let block = blockChannels(window, schedule)
        let cut = MapCut(
            images: maps[0], height: result[1], width: result[2], most: schedule[.pixels],
            room: schedule[.room] / element.byteCount, imagesPerRun: imagesPerRun(result[1] * result[2]),
            isCuttable: { $0 * window.strides[0] },
            stagedElements: { band in
                window.seen(byRows: band) * window.seen(byColumns: result[2]) * block
            })
        let staging = Staging(
            height: maps[1], width: maps[2], channels: maps[3], groupChannels: block, bands: cut.bands,
            bandStep: cut.band * window.strides[0], firstRow: -window.padding[0], rows: window.seen(byRows: cut.band),
            pixels: window.seen(byColumns: result[2]), margin: window.padding[2])
        let part = DepthwiseContraction.Part(
            vertical: .forward(cut.band, taps: window.kernel[0], stride: window.strides[0]),
            horizontal: .forward(result[2], taps: window.kernel[1], stride: window.strides[1]))
        return depthwise(cut, staging, [part], window, schedule)
    }

    func depthwiseInputGradient(_ window: Window, _ schedule: ContractionSchedule) -> StepCode {
        let maps = sources[0].shape
        let block = blockChannels(window, schedule)
        let cover = GradientCover(window, height: result[1], width: result[2])
        let cut = MapCut(
            images: maps[0], height: result[1], width: result[2], most: schedule[.pixels],
            room: schedule[.room] / element.byteCount, imagesPerRun: imagesPerRun(result[1] * result[2]),
            isCuttable: { $0 % window.strides[0] == 0 ? $0 / window.strides[0] : nil },
            stagedElements: { cover.rows(ofBand: $0) * cover.pixels * block })
        let staging = Staging(
            height: maps[1], width: maps[2], channels: maps[3], groupChannels: block, bands: cut.bands,
            bandStep: cut.band / window.strides[0], firstRow: cover.firstRow, rows: cover.rows(ofBand: cut.band),
            pixels: cover.pixels, margin: cover.margin)
        let parts = cover.vertical.flatMap { v in
            cover.horizontal.map { u in
                DepthwiseContraction.Part(
                    vertical: .turned(v, in: cut.band, window.strides[0], from: cover.firstRow),
                    horizontal: .turned(u, in: result[2], window.strides[1], from: -cover.margin))
            }
        }
        return depthwise(cut, staging, parts, window, schedule)
    }

    func depthwiseWeightGradient(_ window: Window, _ schedule: ContractionSchedule) -> StepCode {
        let (dy, x) = (sources[0].shape, sources[1].shape)
        let block = blockChannels(window, schedule)
        let band = (1...dy[1]).last { dy[1] % $0 == 0 && $0 * dy[2] <= schedule[.pixels] } ?? 1
        let bands = dy[1] / band
        let staging = Staging(
            height: x[1], width: x[2], channels: x[3], groupChannels: block, bands: bands,
            bandStep: band * window.strides[0], firstRow: -window.padding[0], rows: window.seen(byRows: band),
            pixels: window.seen(byColumns: dy[2]), margin: window.padding[2])
        let units = dy[0] * bands
        let kernel = DepthwiseWeightGradient(
            title: title, element: element, schedule: schedule, channels: x[3], blockChannels: block,
            kernelHeight: window.kernel[0], strides: window.strides, units: units,
            splits: min(units, schedule[.splits]), height: band, width: dy[2], staging: staging,
            across: .forward(dy[2], taps: window.kernel[1], stride: window.strides[1]),
            prologue: stageable(sources[1].prologue, staging))
        var code = StepCode(phases: [])
        let maps = kernel.prologue == nil ? given(1, &code) : .result(place)
        let gradient = given(0, &code)
        let copies =
            kernel.splits == 1 ? .result(place) : code.reserve(kernel.splits * kernel.copyElements, of: element)
        var main = Phase(kernel: kernel, tiles: kernel.tiles, arguments: [maps, gradient, copies, .workers])
        main.workerBytes = kernel.scratchBytes
        main.arguments += (kernel.prologue?.operands ?? []).map { .operand($0) }
        code.phases.append(main)
        if kernel.splits > 1 {
            let sum = SumKernel(element: element, count: kernel.copyElements, copies: kernel.splits)
            code.phases.append(Phase(kernel: sum, tiles: sum.tiles, arguments: [copies, .result(place)]))
        }
        appendEpilogue(to: &code)
        return code
    }

    private func depthwise(
        _ cut: MapCut, _ staging: Staging, _ parts: [DepthwiseContraction.Part], _ window: Window,
        _ schedule: ContractionSchedule
    ) -> StepCode {
        var kernel = DepthwiseContraction(
            title: title, element: element, schedule: schedule, channels: result[3],
            blockChannels: staging.groupChannels, units: cut.units, unitsPerTile: cut.unitsPerTile, height: cut.band,
            width: result[2], kernelWidth: window.kernel[1], staging: staging,
            parts: parts.filter { $0.vertical.count > 0 && $0.horizontal.count > 0 },
            prologue: stageable(sources[0].prologue, staging))
        kernel.epilogue = fitting(
            columns: kernel.channels, rowsPerTile: kernel.rowsPerTile, columnTiles: kernel.blocks)
        var code = StepCode(phases: [])
        let weights = given(1, &code)
        let maps = kernel.prologue == nil ? given(0, &code) : .result(place)
        var main = Phase(kernel: kernel, tiles: kernel.tiles, arguments: [maps, weights, .result(place), .workers])
        main.workerBytes = kernel.scratchBytes
        main.arguments += (kernel.prologue?.operands ?? []).map { .operand($0) }
        append(main, kernel.epilogue, rowsPerTile: kernel.rowsPerTile, to: &code)
        return code
    }

    private func blockChannels(_ window: Window, _ schedule: ContractionSchedule) -> Int {
        min(window.groups, schedule[.inputs])
    }
}

extension Window {
    /// Elements of the input that so many neighbouring pixels of the output see, padding included.
    fileprivate func seen(byRows rows: Int) -> Int { (rows - 1) * strides[0] + kernel[0] }
    fileprivate func seen(byColumns columns: Int) -> Int { (columns - 1) * strides[1] + kernel[1] }
}
