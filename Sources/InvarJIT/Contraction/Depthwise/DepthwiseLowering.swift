import InvarGraph

extension ContractionParts {
    /// A convolution in which each channel of the maps has one of the result, and sees nothing else.
    func depthwise(_ window: Window, _ schedule: ContractionSchedule) -> StepCode {
        let block = blockChannels(window, schedule)
        let cut = forwardCut(window, schedule, channels: block)
        let staging = staging(
            window, of: sources[0].shape, channels: block, band: cut.band, bands: cut.bands, width: result[2])
        let part = DepthwiseContraction.Part(
            vertical: .forward(cut.band, taps: window.kernel[0], stride: window.strides[0]),
            horizontal: .forward(result[2], taps: window.kernel[1], stride: window.strides[1]))
        return depthwise(cut, staging, [part], window, schedule)
    }

    func depthwiseInputGradient(_ window: Window, _ schedule: ContractionSchedule) -> StepCode {
        let block = blockChannels(window, schedule)
        let cover = GradientCover(window, height: result[1], width: result[2])
        let cut = gradientCut(window, cover, schedule, channels: block)
        let parts = cover.vertical.flatMap { v in
            cover.horizontal.map { u in
                DepthwiseContraction.Part(
                    vertical: .turned(v, in: cut.band, window.strides[0], from: cover.firstRow),
                    horizontal: .turned(u, in: result[2], window.strides[1], from: -cover.margin))
            }
        }
        return depthwise(cut, gradientStaging(cover, cut, channels: block), parts, window, schedule)
    }

    func depthwiseWeightGradient(_ window: Window, _ schedule: ContractionSchedule) -> StepCode {
        let (dy, x) = (sources[0].shape, sources[1].shape)
        let block = blockChannels(window, schedule)
        let band = (1...dy[1]).last { dy[1] % $0 == 0 && $0 * dy[2] <= schedule[.pixels] } ?? 1
        let staging = staging(window, of: x, channels: block, band: band, bands: dy[1] / band, width: dy[2])
        return phases(
            DepthwiseWeightGradient(
                title: title, element: element, schedule: schedule,
                cut: GradientCut(
                    inputs: x[3], blockInputs: block, units: dy[0] * staging.bands, splits: schedule[.splits]),
                kernelHeight: window.kernel[0], strides: window.strides, height: band, width: dy[2],
                staging: staging,
                across: .forward(dy[2], taps: window.kernel[1], stride: window.strides[1]),
                prologue: stageable(sources[1].prologue, staging)))
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
        var code = StepCode()
        let weights = given(1, &code)
        append(kernel, 0, by: weights, rowsPerTile: kernel.rowsPerTile, to: &code)
        return code
    }

    private func blockChannels(_ window: Window, _ schedule: ContractionSchedule) -> Int {
        min(window.groups, schedule[.inputs])
    }
}
