import InvarGraph

/// Writes the code of a `DepthwiseWeightGradient`.
final class DepthwiseGradientWriter {
    private let kernel: DepthwiseWeightGradient
    private let emitter: KernelEmitter
    private let one: LaneType
    private let maps, gradient, copies, staged: IRValue
    private let surroundings: TileSurroundings
    private var functions: [Int: IRFunction] = [:]

    private var builder: IRBuilder { emitter.builder }

    init(_ kernel: DepthwiseWeightGradient, _ emitter: KernelEmitter) {
        (self.kernel, self.emitter) = (kernel, emitter)
        one = LaneType(element: kernel.element, lanes: 1)
        (maps, gradient, copies) = (emitter.argument(0), emitter.argument(1), emitter.argument(2))
        staged = emitter.workerScratch(3, bytes: kernel.scratchBytes)
        surroundings = TileSurroundings(emitter, kernel.element, prologue: kernel.prologue, epilogue: nil, from: 4)
    }

    func write() {
        let block = builder.remainder(emitter.tile, kernel.blocks)
        let split = builder.divide(emitter.tile, kernel.blocks)
        let last = kernel.channels - (kernel.blocks - 1) * kernel.blockChannels
        emitter.choose(block, of: kernel.blocks, differs: last != kernel.blockChannels) { isLast in
            tile(split, block, channels: isLast ? last : kernel.blockChannels)
        }
    }

    private func tile(_ split: IRValue, _ block: IRValue, channels: Int) {
        let first = builder.divide(builder.multiply(split, kernel.units), kernel.splits)
        let end = builder.divide(builder.multiply(builder.add(split, builder.int(1)), kernel.units), kernel.splits)
        let channel = builder.multiply(block, kernel.blockChannels)
        let copy = builder.add(builder.multiply(split, kernel.copyElements), channel)
        var staging = kernel.staging
        staging.groupChannels = channels
        _ = builder.loop(from: first, to: end) { unit, _ in
            surroundings.stage(staging, maps, channel: channel, unit: unit, units: 1, to: staged)
            let pixel = builder.multiply(unit, kernel.height * kernel.width)
            let place = builder.add(builder.multiply(pixel, kernel.channels), channel)
            builder.call(
                function(staging),
                [
                    staged, builder.advance(gradient, place, of: one), builder.advance(copies, copy, of: one),
                    builder.subtract(unit, first),
                ])
            return []
        }
    }

    /// One unit. Arguments: what is staged, its gradient, the block's copy; 1 or more to add to it.
    private func function(_ staging: Staging) -> IRFunction {
        let channels = staging.groupChannels
        if let known = functions[channels] { return known }
        let type = LaneType.fitting(kernel.element, columns: channels, in: builder.target)
        let made = builder.privateFunction("unit.\(channels)", addresses: 3, integers: 1) { arguments in
            emitter.sweep(type, count: channels) { channel, mask in
                let sums = DepthwiseSums(kernel: kernel, staging: staging, builder: builder, type: type, mask: mask)
                sums.write(arguments[..<3].map { builder.advance($0, channel, of: one) }, adds: arguments[3])
            }
        }
        functions[channels] = made
        return made
    }
}
