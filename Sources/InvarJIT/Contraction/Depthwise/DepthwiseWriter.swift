import InvarGraph

/// Writes the code of a `DepthwiseContraction`.
struct DepthwiseWriter {
    private let kernel: DepthwiseContraction
    private let tile: Index
    private let builder: IRBuilder
    private let maps, weights, result, staged: Address
    private let surroundings: TileSurroundings

    init(_ kernel: DepthwiseContraction, _ emitter: KernelEmitter) {
        (self.kernel, tile, builder) = (kernel, emitter.tile, emitter.builder)
        (maps, weights, result) = (emitter[.input], emitter[.weights], emitter[.result])
        staged = emitter[.scratch]
        surroundings = TileSurroundings(emitter, kernel)
    }

    /// Blocks of channels change fastest: together they read and write whole pixels.
    func write() {
        let block = tile % kernel.blocks
        let row = tile / kernel.blocks
        builder.part(block, of: kernel.channels, by: kernel.blockChannels) { channels in
            builder.part(row, of: kernel.units, by: kernel.unitsPerTile) { units in
                write(row, units: units, block, channels: channels)
            }
        }
    }

    private func write(_ row: Index, units: Int, _ block: Index, channels: Int) {
        let unit = row * kernel.unitsPerTile
        let channel = block * kernel.blockChannels
        let staging = kernel.staging.of(channels: channels)
        builder.loop(units) { self.unit(unit + $0, staging, channel: channel) }
        surroundings.follow(
            row: unit * (kernel.height * kernel.width), rows: units * kernel.height * kernel.width, tile: row,
            firstColumn: channel, columns: channels)
    }

    /// A single part is computed row by row as its maps are staged, so that memory and multipliers work at the same time; several
    /// parts read the same rows, which are staged before.
    private func unit(_ unit: Index, _ staging: Staging, channel: Index) {
        func stage(first: Index, count: Int) {
            surroundings.stage(
                staging, maps, channel: channel, unit: unit, units: 1, rows: (first, count), to: staged)
        }
        let target = result + (unit * (kernel.height * kernel.width) * kernel.channels + channel)
        guard kernel.parts.count == 1, let part = kernel.parts.first else {
            stage(first: .zero, count: staging.rows)
            for part in kernel.parts.indices {
                builder.loop(kernel.parts[part].vertical.count) { row(part, staging, $0, channel, target) }
            }
            return
        }
        let (taps, stride) = (part.vertical.taps.count, part.vertical.stride)
        let begun = part.vertical.start + max(0, taps - stride)
        stage(first: .zero, count: begun)
        builder.loop(part.vertical.count) { y in
            stage(first: y * stride + begun, count: min(taps, stride))
            row(0, staging, y, channel, target)
        }
    }

    /// Row `y` of a part.
    private func row(_ number: Int, _ staging: Staging, _ y: Index, _ channel: Index, _ target: Address) {
        let part = kernel.parts[number]
        let (down, across) = (part.vertical, part.horizontal)
        let start = down.start * staging.rowElements + across.start * staging.groupChannels
        let from = y * (down.stride * staging.rowElements) + start
        let first = y * (down.step * kernel.width) + (down.first * kernel.width + across.first)
        let channels = staging.groupChannels
        builder.call(
            "part\(number).\(channels)", staged + from, weights + channel, target + first * kernel.channels
        ) { from, weights, to in
            builder.lanes(kernel.element, columns: channels).sweep(channels) { channel, lanes in
                let line = DepthwiseLine(kernel: kernel, part: part, staging: staging, lanes: lanes)
                line.write(from + channel, weights + channel, to + channel)
            }
        }
    }
}
