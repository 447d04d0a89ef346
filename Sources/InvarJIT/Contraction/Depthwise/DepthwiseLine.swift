import InvarGraph

/// A row of the result's pixels, of one vector of channels.
struct DepthwiseLine {
    let kernel: DepthwiseContraction
    let part: DepthwiseContraction.Part
    let staging: Staging
    let builder: IRBuilder
    let type: LaneType
    /// Channels that are there, where these are not all.
    let mask: IRValue?

    private var taps: Int { part.vertical.taps.count * part.horizontal.taps.count }
    private var pieces: RowPieces { RowPieces(part.horizontal.count, most: kernel.schedule.rows) }

    /// Whether all taps stay in registers, beside the sums and a number of the maps.
    private var keepsTaps: Bool { taps + (pieces.runs.first?.rows ?? 0) + 1 <= builder.target.registers }

    /// Addresses: what the first pixel sees first, the weights, the first pixel.
    func write(_ from: IRValue, _ weights: IRValue, _ to: IRValue) {
        let across = part.horizontal
        let kept = keepsTaps ? part.vertical.taps.map { row($0, weights) } : []
        builder.eachPiece(pieces) { pixels, first, _ in
            piece(
                pixels,
                builder.advance(from, builder.multiply(first, across.stride * staging.groupChannels), of: type),
                builder.advance(to, builder.multiply(first, across.step * kernel.channels), of: type)
            ) { kept.isEmpty ? row(part.vertical.taps[$0], weights) : kept[$0] }
        }
    }

    /// The taps of a row of the kernel.
    private func row(_ tap: Int, _ weights: IRValue) -> [IRValue] {
        part.horizontal.taps.map { column in
            let number = builder.int((tap * kernel.kernelWidth + column) * kernel.channels)
            return builder.load(type, builder.advance(weights, number, of: type), mask: mask)
        }
    }

    /// Some pixels side by side: each number of the maps is loaded once for each row of taps, and added to all that see it.
    private func piece(_ pixels: Int, _ from: IRValue, _ to: IRValue, _ taps: (_ row: Int) -> [IRValue]) {
        let across = part.horizontal
        var sums = [IRValue](repeating: builder.number(0, type), count: pixels)
        for row in part.vertical.taps.indices {
            let taps = taps(row)
            for element in 0..<across.seen(by: pixels) {
                let place = builder.int(row * staging.rowElements + element * staging.groupChannels)
                let users = across.users(of: element, pixels: pixels)
                if users.isEmpty { continue }
                let number = builder.load(type, builder.advance(from, place, of: type))
                for user in users {
                    sums[user.pixel] = builder.fma(number, taps[user.tap], sums[user.pixel], type)
                }
            }
        }
        for (pixel, sum) in sums.enumerated() {
            let place = builder.int(pixel * across.step * kernel.channels)
            builder.store(sum, type, builder.advance(to, place, of: type), mask: mask)
        }
    }
}
