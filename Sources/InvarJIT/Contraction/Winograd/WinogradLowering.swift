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
        let squares = (band.parts(of: 4), width.parts(of: 4))
        let staging = Staging(
            height: maps[1], width: maps[2], channels: inputs, groupChannels: inputs, bands: bands, bandStep: band,
            firstRow: -padding[0], rows: squares.0 * 4 + 2, pixels: squares.1 * 4 + 2, margin: padding[1])
        let units = maps[0] * bands
        let panelWidth = schedule.vectors * type.lanes
        var kernel = WinogradContraction(
            title: title, element: element, schedule: schedule, inputs: inputs, outputs: outputs, units: units,
            unitsPerTile: unitsPerTile, height: band, width: width,
            panelsPerTile: winogradPanels(outputs, panelWidth, tiles: units.parts(of: unitsPerTile)),
            staging: staging, lane: type, prologue: stageable(sources[0].prologue, staging))
        kernel.epilogue = fitting(
            columns: kernel.outputs, rowsPerTile: kernel.rowsPerTile, columnTiles: kernel.columnTiles)
        let weights = WinogradWeights(
            element: element, inputs: weight[2], outputs: weight[3], isTurned: isTurned, width: kernel.panelWidth)
        var code = StepCode()
        let transformed = packed(1, by: weights, elements: weights.elements, &code)
        append(kernel, 0, by: transformed, rowsPerTile: kernel.rowsPerTile, to: &code)
        return code
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
        let squares = (band.parts(of: 4), width.parts(of: 4))
        let block = min(x[3], schedule[.inputs])
        let staging = Staging(
            height: x[1], width: x[2], channels: x[3], groupChannels: block, bands: bands, bandStep: band,
            firstRow: -window.padding[0], rows: squares.0 * 4 + 2, pixels: squares.1 * 4 + 2,
            margin: window.padding[2])
        let units = dy[0] * bands
        let cut = GradientCut(
            inputs: x[3], blockInputs: block, units: units,
            unitsPerChunk: bands > 1 ? 1 : max(1, min(units, schedule[.squares] / (squares.0 * squares.1))),
            splits: schedule[.splits])
        return phases(
            WinogradWeightGradient(
                title: title, element: element, schedule: schedule, lane: type, cut: cut, outputs: dy[3], height: band,
                width: width, staging: staging, prologue: stageable(sources[1].prologue, staging)))
    }

    /// Panels of a tile. All of them, but where there are too few tiles for several threads: each piece of the output channels
    /// transforms the maps for itself, and that is worth it only where it has many.
    private func winogradPanels(_ outputs: Int, _ width: Int, tiles: Int) -> Int {
        let pieces = max(1, min(4.parts(of: tiles), outputs / 64))
        return outputs.parts(of: width).parts(of: pieces)
    }

    /// Rows of a band, and units of a tile, of at most so many squares.
    private func winogradCut(_ height: Int, _ width: Int, images: Int, most: Int) -> (Int, Int) {
        let across = width.parts(of: 4)
        let bands = (1...max(1, height)).filter { height % $0 == 0 && ($0 % 4 == 0 || $0 == height) }
        let band = bands.largest(of: most) { $0.parts(of: 4) * across } ?? height
        if band < height { return (band, 1) }
        let squares = band.parts(of: 4) * across
        let run = imagesPerRun(height * width) ?? images
        let together = min(max(1, most / squares), images)
        return (band, (1...together).last { run % $0 == 0 } ?? 1)
    }
}
