import InvarGraph

/// Writes the code of a `DepthwiseContraction`.
final class DepthwiseWriter {
    private let kernel: DepthwiseContraction
    private let emitter: KernelEmitter
    private let one: LaneType
    private let maps, weights, result, staged: IRValue
    private let surroundings: TileSurroundings
    private var functions: [[Int]: IRFunction] = [:]

    private var builder: IRBuilder { emitter.builder }

    init(_ kernel: DepthwiseContraction, _ emitter: KernelEmitter) {
        (self.kernel, self.emitter) = (kernel, emitter)
        one = LaneType(element: kernel.element, lanes: 1)
        (maps, weights, result) = (emitter.argument(0), emitter.argument(1), emitter.argument(2))
        staged = emitter.workerScratch(3, bytes: kernel.scratchBytes)
        surroundings = TileSurroundings(
            emitter, kernel.element, prologue: kernel.prologue, epilogue: kernel.epilogue, from: 4)
    }

    /// Blocks of channels change fastest: together they read and write whole pixels.
    func write() {
        let block = builder.remainder(emitter.tile, kernel.blocks)
        let row = builder.divide(emitter.tile, kernel.blocks)
        let lastChannels = kernel.channels - (kernel.blocks - 1) * kernel.blockChannels
        let lastUnits = kernel.units - (kernel.rowTiles - 1) * kernel.unitsPerTile
        emitter.choose(block, of: kernel.blocks, differs: lastChannels != kernel.blockChannels) { isLast in
            let channels = isLast ? lastChannels : kernel.blockChannels
            emitter.choose(row, of: kernel.rowTiles, differs: lastUnits != kernel.unitsPerTile) { isLast in
                tile(row, units: isLast ? lastUnits : kernel.unitsPerTile, block, channels: channels)
            }
        }
    }

    private func tile(_ tile: IRValue, units: Int, _ block: IRValue, channels: Int) {
        let unit = builder.multiply(tile, kernel.unitsPerTile)
        let channel = builder.multiply(block, kernel.blockChannels)
        var staging = kernel.staging
        staging.groupChannels = channels
        builder.loop(units) { index in
            self.unit(builder.add(unit, index), staging, channel: channel)
        }
        surroundings.follow(
            row: builder.multiply(unit, kernel.height * kernel.width), rows: units * kernel.height * kernel.width,
            tile: tile, firstColumn: channel, columns: channels)
    }

    /// A single part is computed row by row as its maps are staged, so that memory and multipliers work at the same time; several
    /// parts read the same rows, which are staged before.
    private func unit(_ unit: IRValue, _ staging: Staging, channel: IRValue) {
        func stage(first: IRValue, count: Int) {
            surroundings.stage(
                staging, maps, channel: channel, unit: unit, units: 1, rows: (first, count), to: staged)
        }
        let pixel = builder.multiply(unit, kernel.height * kernel.width)
        let place = builder.add(builder.multiply(pixel, kernel.channels), channel)
        let target = builder.advance(result, place, of: one)
        guard kernel.parts.count == 1, let part = kernel.parts.first else {
            stage(first: builder.int(0), count: staging.rows)
            for part in kernel.parts.indices {
                builder.loop(kernel.parts[part].vertical.count) {
                    row(part, staging, $0, channel, target)
                }
            }
            return
        }
        let (taps, stride) = (part.vertical.taps.count, part.vertical.stride)
        let begun = part.vertical.start + max(0, taps - stride)
        stage(first: builder.int(0), count: begun)
        builder.loop(part.vertical.count) { y in
            let next = builder.add(builder.multiply(y, stride), builder.int(begun))
            stage(first: next, count: min(taps, stride))
            row(0, staging, y, channel, target)
        }
    }

    /// Row `y` of a part.
    private func row(
        _ number: Int, _ staging: Staging, _ y: IRValue, _ channel: IRValue, _ target: IRValue
    ) {
        let (down, across) = (kernel.parts[number].vertical, kernel.parts[number].horizontal)
        let start = down.start * staging.rowElements + across.start * staging.groupChannels
        let from = builder.add(builder.multiply(y, down.stride * staging.rowElements), builder.int(start))
        let first = builder.add(
            builder.multiply(y, down.step * kernel.width), builder.int(down.first * kernel.width + across.first))
        builder.call(
            function(number, staging),
            [
                builder.advance(staged, from, of: one), builder.advance(weights, channel, of: one),
                builder.advance(target, builder.multiply(first, kernel.channels), of: one),
            ])
    }

    /// A row of a part. Arguments: what its first pixel sees first, the block's weights, its first pixel.
    private func function(_ number: Int, _ staging: Staging) -> IRFunction {
        let channels = staging.groupChannels
        if let known = functions[[number, channels]] { return known }
        let part = kernel.parts[number]
        let type = LaneType.fitting(kernel.element, columns: channels, in: builder.target)
        let made = builder.privateFunction("part\(number).\(channels)", addresses: 3) { arguments in
            emitter.sweep(type, count: channels) { channel, mask in
                let line = DepthwiseLine(
                    kernel: kernel, part: part, staging: staging, builder: builder, type: type, mask: mask)
                line.write(
                    builder.advance(arguments[0], channel, of: one), builder.advance(arguments[1], channel, of: one),
                    builder.advance(arguments[2], channel, of: one))
            }
        }
        functions[[number, channels]] = made
        return made
    }
}
