import InvarGraph

extension ContractionParts {
    func weightGradient(_ window: Window, _ schedule: ContractionSchedule, _ target: CodeTarget) -> StepCode {
        var code = StepCode(phases: [])
        let kernel = weightGradientKernel(window, schedule, target)
        let x: Phase.Argument =
            kernel.prologue == nil ? given(1, &code) : .result(place)
        let dy = given(0, &code)
        let copies =
            kernel.splits == 1 ? .result(place) : code.reserve(kernel.splits * kernel.gradientElements, of: element)
        var main = Phase(kernel: kernel, tiles: kernel.tiles, arguments: [x, dy, copies, .workers])
        main.workerBytes = kernel.scratchBytes
        main.arguments += (kernel.prologue?.operands ?? []).map { .operand($0) }
        code.phases.append(main)
        if kernel.splits > 1 {
            let sum = SumKernel(element: element, count: kernel.gradientElements, copies: kernel.splits)
            code.phases.append(Phase(kernel: sum, tiles: sum.tiles, arguments: [copies, .result(place)]))
        }
        appendEpilogue(to: &code)
        return code
    }

    private func weightGradientKernel(
        _ window: Window, _ schedule: ContractionSchedule, _ target: CodeTarget
    ) -> WeightGradientKernel {
        let (dy, x) = (sources[0].shape, sources[1].shape)
        let groups = window.groups
        let (inputs, outputs) = (x[3] / groups, dy[3] / groups)
        let (kh, kw) = (window.kernel[0], window.kernel[1])
        let (oh, ow) = (dy[1], dy[2])
        let block = min(inputs, schedule[.inputs])
        let type = LaneType.fitting(element, columns: outputs, in: target)
        let isPadded = window.padding.contains { $0 > 0 }
        let isStaged = isPadded || sources[1].prologue != nil
        let pixels = schedule[.pixels]
        let divisors = (1...oh).filter { oh % $0 == 0 }
        let band = isStaged ? divisors.last { $0 * ow <= pixels } ?? 1 : (oh * ow <= 4 * pixels ? oh : 1)
        let bands = oh / band
        let isWhole = bands == 1 || isStaged
        let staging = Staging(
            height: x[1], width: x[2], channels: x[3], groupChannels: block, bands: bands,
            bandStep: band * window.strides[0], firstRow: -window.padding[0],
            rows: (band - 1) * window.strides[0] + kh, pixels: (ow - 1) * window.strides[1] + kw,
            margin: window.padding[2])
        precondition(isWhole || band == 1, "internal: a band that is not staged")
        let units = x[0] * bands
        let unitsPerChunk = bands > 1 ? 1 : max(1, min(units, pixels / (oh * ow)))
        let chunks = (units + unitsPerChunk - 1) / unitsPerChunk
        return WeightGradientKernel(
            title: title, element: element, schedule: schedule, lane: type, groups: groups, outputs: dy[3],
            groupOutputs: outputs, inputs: inputs, blockInputs: block, kernelHeight: kh, kernelWidth: kw,
            strides: window.strides, units: units, unitsPerChunk: unitsPerChunk,
            splits: min(chunks, schedule[.splits]), bandRows: band, rowPixels: ow, staging: staging,
            isStaged: isStaged || bands > 1, prologue: stageable(sources[1].prologue, staging))
    }
}

/// The copies of something, added up in their order.
///
/// Arguments: the copies, one after the other; the sum.
struct SumKernel: TileKernel {
    var element: ElementType
    var count, copies: Int

    private static let perTile = 8192
    var tiles: Int { (count + Self.perTile - 1) / Self.perTile }
    var name: String { "sum.\(element.rawValue).\(copies)x\(count)" }

    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let type = emitter.lanes(element)
        let (source, target) = (emitter.argument(0), emitter.argument(1))
        let first = builder.multiply(emitter.tile, Self.perTile)
        let last = count - (tiles - 1) * Self.perTile
        func tile(_ count: Int) {
            func add(_ index: IRValue, mask: IRValue?) {
                let place = builder.advance(source, builder.add(first, index), of: type)
                let sum = builder.loop(copies, carrying: [builder.number(0, type)]) { copy, sum in
                    let next = builder.advance(place, builder.multiply(copy, self.count), of: type)
                    return [builder.fadd(sum[0], builder.load(type, next, mask: mask))]
                }
                builder.store(
                    sum[0], type, builder.advance(target, builder.add(first, index), of: type), mask: mask)
            }
            let whole = count / type.lanes
            builder.loop(whole) { add(builder.multiply($0, type.lanes), mask: nil) }
            let left = count - whole * type.lanes
            if left > 0 { add(builder.int(whole * type.lanes), mask: builder.mask(type.lanes, first: left)) }
        }
        if last == Self.perTile { return tile(last) }
        _ = builder.branch(builder.compare(.equal, emitter.tile, builder.int(tiles - 1))) {
            tile(last)
            return []
        } else: {
            tile(Self.perTile)
            return []
        }
    }
}
