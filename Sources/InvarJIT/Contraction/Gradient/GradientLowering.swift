import InvarGraph

extension ContractionParts {
    /// The phases of the gradient of a convolution's weights.
    func phases(_ kernel: some GradientKernel) -> StepCode {
        var code = StepCode()
        let maps = kernel.prologue == nil ? given(1, &code) : .result(place)
        let gradient = given(0, &code)
        let sum = kernel.sum
        let copies = sum == nil ? .result(place) : code.reserve(kernel.cut.splits * kernel.copyElements, of: element)
        let own: [ArgumentName: Phase.Argument] = [.input: maps, .gradient: gradient, .copies: copies]
        code.phases.append(Phase(kernel, places(own, kernel.prologue)))
        if let sum { code.phases.append(Phase(sum, [.copies: copies, .result: .result(place)])) }
        appendEpilogue(to: &code)
        return code
    }

    func weightGradient(_ window: Window, _ schedule: ContractionSchedule, _ target: CodeTarget) -> StepCode {
        let (dy, x) = (sources[0].shape, sources[1].shape)
        let groups = window.groups
        let (inputs, outputs) = (x[3] / groups, dy[3] / groups)
        let (oh, ow) = (dy[1], dy[2])
        let block = min(inputs, schedule[.inputs])
        let isPadded = window.padding.contains { $0 > 0 }
        let isStaged = isPadded || sources[1].prologue != nil
        let pixels = schedule[.pixels]
        let divisors = (1...oh).filter { oh % $0 == 0 }
        let band = isStaged ? divisors.last { $0 * ow <= pixels } ?? 1 : (oh * ow <= 4 * pixels ? oh : 1)
        let bands = oh / band
        let staging = staging(window, of: x, channels: block, band: band, bands: bands, width: ow)
        let units = x[0] * bands
        let cut = GradientCut(
            groups: groups, inputs: inputs, blockInputs: block, units: units,
            unitsPerChunk: bands > 1 ? 1 : max(1, min(units, pixels / (oh * ow))), splits: schedule[.splits])
        return phases(
            WeightGradientKernel(
                title: title, element: element, schedule: schedule,
                lane: .fitting(element, columns: outputs, in: target), cut: cut, outputs: dy[3],
                groupOutputs: outputs, kernelHeight: window.kernel[0], kernelWidth: window.kernel[1],
                strides: window.strides, bandRows: band, rowPixels: ow, staging: staging,
                isStaged: isStaged || bands > 1, prologue: stageable(sources[1].prologue, staging)))
    }
}

/// The copies of something, one after the other, added up in their order.
struct SumKernel: TileKernel {
    var element: ElementType
    var count, copies: Int

    private static let perTile = 8192
    var tiles: Int { count.parts(of: Self.perTile) }
    var name: String { "sum.\(element.rawValue).\(copies)x\(count)" }
    var arguments: [ArgumentName] { [.copies, .result] }

    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let lanes = builder.lanes(element)
        let (source, target) = (emitter[.copies], emitter[.result])
        let first = emitter.tile * Self.perTile
        builder.part(emitter.tile, of: count, by: Self.perTile) { count in
            lanes.sweep(count) { index, lanes in
                let place = source + (first + index)
                let sum = builder.loop(copies, carrying: lanes.zero) { copy, sum in
                    sum + lanes.load(place + copy * self.count)
                }
                lanes.store(sum, target + (first + index))
            }
        }
    }
}
