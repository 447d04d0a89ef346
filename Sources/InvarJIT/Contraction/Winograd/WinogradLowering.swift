import InvarGraph

extension ContractionParts {
    /// The convolution by Winograd's method.
    ///
    /// - Parameters:
    ///   - maps: what is convolved; `isTurned`: whether this is the gradient of the input.
    ///   - padding: zeros before the maps' first row and first pixel.
    func winograd(
        _ window: Window, isTurned: Bool, _ schedule: ContractionSchedule, _ target: CodeTarget
    ) -> StepCode {
        let (maps, weight) = (sources[0].shape, sources[1].shape)
        let (height, width) = (result[1], result[2])
        let (inputs, outputs) = isTurned ? (weight[3], weight[2]) : (weight[2], weight[3])
        let padding =
            isTurned ? [2 - window.padding[0], 2 - window.padding[2]] : [window.padding[0], window.padding[2]]
        let type = LaneType.fitting(element, columns: outputs, in: target)
        let (band, unitsPerTile) = winogradCut(height, width, images: maps[0], most: schedule[.squares])
        let bands = height / band
        let squares = ((band + 3) / 4, (width + 3) / 4)
        let staging = Staging(
            height: maps[1], width: maps[2], channels: inputs, groupChannels: inputs, bands: bands, bandStep: band,
            firstRow: -padding[0], rows: squares.0 * 4 + 2, pixels: squares.1 * 4 + 2, margin: padding[1])
        let units = maps[0] * bands
        let panelWidth = schedule.vectors * type.lanes
        let kernel = WinogradContraction(
            title: title, element: element, schedule: schedule, inputs: inputs, outputs: outputs, units: units,
            unitsPerTile: unitsPerTile, height: band, width: width,
            panelsPerTile: winogradPanels(outputs, panelWidth, tiles: (units + unitsPerTile - 1) / unitsPerTile),
            staging: staging, lane: type, prologue: stageable(sources[0].prologue, staging))
        let weights = WinogradWeights(
            element: element, inputs: weight[2], outputs: weight[3], isTurned: isTurned, width: kernel.panelWidth)
        return assembled(kernel, weights)
    }

    /// The gradient of the weights by Winograd's method.
    func winogradWeightGradient(
        _ window: Window, _ schedule: ContractionSchedule, _ target: CodeTarget
    ) -> StepCode {
        let (dy, x) = (sources[0].shape, sources[1].shape)
        let (height, width) = (dy[1], dy[2])
        let type = LaneType.fitting(element, columns: dy[3], in: target)
        let (band, _) = winogradCut(height, width, images: dy[0], most: schedule[.squares])
        let bands = height / band
        let squares = ((band + 3) / 4, (width + 3) / 4)
        let block = min(x[3], schedule[.inputs])
        let staging = Staging(
            height: x[1], width: x[2], channels: x[3], groupChannels: block, bands: bands, bandStep: band,
            firstRow: -window.padding[0], rows: squares.0 * 4 + 2, pixels: squares.1 * 4 + 2,
            margin: window.padding[2])
        let units = dy[0] * bands
        let unitsPerChunk = bands > 1 ? 1 : max(1, min(units, schedule[.squares] / (squares.0 * squares.1)))
        let chunks = (units + unitsPerChunk - 1) / unitsPerChunk
        let kernel = WinogradWeightGradient(
            title: title, element: element, schedule: schedule, inputs: x[3], blockInputs: block, outputs: dy[3],
            units: units, unitsPerChunk: unitsPerChunk, splits: min(chunks, schedule[.splits]), height: band,
            width: width, staging: staging, lane: type, prologue: stageable(sources[1].prologue, staging))
        var code = StepCode(phases: [])
        let maps = kernel.prologue == nil ? given(1, &code) : .result(place)
        let gradient = given(0, &code)
        let copies = code.reserve(kernel.splits * kernel.copyElements, of: element)
        var main = Phase(kernel: kernel, tiles: kernel.tiles, arguments: [maps, gradient, copies, .workers])
        main.workerBytes = kernel.scratchBytes
        main.arguments += (kernel.prologue?.operands ?? []).map { .operand($0) }
        let last = WinogradGradientResult(
            element: element, inputs: x[3], outputs: dy[3], outputPitch: kernel.outputPitch, copies: kernel.splits)
        code.phases += [main, Phase(kernel: last, tiles: last.tiles, arguments: [copies, .result(place)])]
        appendEpilogue(to: &code)
        return code
    }

    /// Panels of a tile. All of them, but where there are too few tiles for several threads: each piece of the output channels
    /// transforms the maps for itself, and that is worth it only where it has many.
    private func winogradPanels(_ outputs: Int, _ width: Int, tiles: Int) -> Int {
        let panels = (outputs + width - 1) / width
        let pieces = max(1, min((4 + tiles - 1) / tiles, outputs / 64))
        return (panels + pieces - 1) / pieces
    }

    /// Rows of a band, and units of a tile, of at most so many squares.
    private func winogradCut(_ height: Int, _ width: Int, images: Int, most: Int) -> (Int, Int) {
        let across = (width + 3) / 4
        let bands = (1...max(1, height)).filter { height % $0 == 0 && ($0 % 4 == 0 || $0 == height) }
        let band = bands.last { ($0 + 3) / 4 * across <= most } ?? bands.first ?? height
        if band < height { return (band, 1) }
        let squares = (band + 3) / 4 * across
        let run = imagesPerRun(height * width) ?? images
        let together = min(max(1, most / squares), images)
        return (band, (1...together).last { run % $0 == 0 } ?? 1)
    }

    private func assembled(_ kernel: WinogradContraction, _ weights: WinogradWeights) -> StepCode {
        var code = StepCode(phases: [])
        var kernel = kernel
        let transformed = packed(1, by: weights, tiles: weights.tiles, elements: weights.elements, &code)
        let left = kernel.prologue == nil ? given(0, &code) : .result(place)
        kernel.epilogue = fitting(
            columns: kernel.outputs, rowsPerTile: kernel.rowsPerTile, columnTiles: kernel.columnTiles)
        var main = Phase(kernel: kernel, tiles: kernel.tiles, arguments: [left, transformed, .result(place), .workers])
        main.workerBytes = kernel.scratchBytes
        main.arguments += (kernel.prologue?.operands ?? []).map { .operand($0) }
        append(main, kernel.epilogue, rowsPerTile: kernel.rowsPerTile, to: &code)
        return code
    }
}
