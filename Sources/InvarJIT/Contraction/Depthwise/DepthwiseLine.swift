import InvarGraph

/// A row of the result's pixels, of one vector of channels.
struct DepthwiseLine {
    let kernel: DepthwiseContraction
    let part: DepthwiseContraction.Part
    let staging: Staging
    /// Of the channels that are there.
    let lanes: Lanes

    private var taps: Int { part.vertical.taps.count * part.horizontal.taps.count }
    private var pieces: RowPieces { RowPieces(part.horizontal.count, most: kernel.schedule.rows) }

    /// Whether all taps stay in registers, beside the sums and a number of the maps.
    private var keepsTaps: Bool {
        taps + (pieces.runs.first?.rows ?? 0) + 1 <= lanes.builder.target.registers
    }

    /// - Parameters:
    ///   - from: what the first pixel sees first.
    ///   - to: the first pixel.
    func write(_ from: Address, _ weights: Address, _ to: Address) {
        let across = part.horizontal
        let kept = keepsTaps ? part.vertical.taps.map { row($0, weights) } : []
        lanes.builder.eachPiece(pieces) { pixels, first, _ in
            piece(
                pixels, from + first * (across.stride * staging.groupChannels),
                to + first * (across.step * kernel.channels)
            ) { kept.isEmpty ? row(part.vertical.taps[$0], weights) : kept[$0] }
        }
    }

    /// The taps of a row of the kernel.
    private func row(_ tap: Int, _ weights: Address) -> [Vector] {
        part.horizontal.taps.map { column in
            lanes.load(weights + (tap * kernel.kernelWidth + column) * kernel.channels)
        }
    }

    /// Some pixels side by side: each number of the maps is loaded once for each row of taps, and added to all that see it.
    private func piece(_ pixels: Int, _ from: Address, _ to: Address, _ taps: (_ row: Int) -> [Vector]) {
        let across = part.horizontal
        var sums = [Vector](repeating: lanes.zero, count: pixels)
        for row in part.vertical.taps.indices {
            let taps = taps(row)
            for element in 0..<across.seen(by: pixels) {
                let users = across.users(of: element, pixels: pixels)
                if users.isEmpty { continue }
                let number = lanes.all.load(
                    from + (row * staging.rowElements + element * staging.groupChannels))
                for user in users { sums[user.pixel] = fma(number, taps[user.tap], sums[user.pixel]) }
            }
        }
        for (pixel, sum) in sums.enumerated() { lanes.store(sum, to + pixel * across.step * kernel.channels) }
    }
}
