import InvarGraph

/// The sums of one vector of channels over a unit.
struct DepthwiseSums {
    let kernel: DepthwiseWeightGradient
    let staging: Staging
    let builder: IRBuilder
    let type: LaneType
    let mask: IRValue?

    private var across: DepthwiseAxis { kernel.across }
    private var pieces: RowPieces { RowPieces(kernel.width, most: kernel.schedule.rows) }

    /// Rows of taps whose sums are in registers together, beside a piece's gradient and a number of the maps.
    private var tapRows: Int {
        let room = builder.target.registers - 1 - (pieces.runs.first?.rows ?? 0)
        return min(max(room / across.taps.count, 1), kernel.kernelHeight)
    }

    /// Addresses: what is staged, the gradient, the copy.
    func write(_ places: [IRValue], adds: IRValue) {
        for first in stride(from: 0, to: kernel.kernelHeight, by: tapRows) {
            let rows = first..<min(first + tapRows, kernel.kernelHeight)
            let targets = rows.flatMap { row in
                across.taps.map { tap in
                    let number = builder.int((row * across.taps.count + tap) * kernel.channels)
                    return builder.advance(places[2], number, of: type)
                }
            }
            let begin = builder.branch(builder.compare(.notEqual, adds, builder.int(0))) {
                targets.map { builder.load(type, $0, mask: mask) }
            } else: {
                targets.map { _ in builder.number(0, type) }
            }
            let sums = builder.loop(kernel.height, carrying: begin) { y, sums in
                let top = builder.multiply(y, kernel.strides[0] * staging.rowElements)
                let from = builder.add(top, builder.int(first * staging.rowElements))
                return line(
                    sums, rows.count, builder.advance(places[0], from, of: type),
                    builder.advance(places[1], builder.multiply(y, kernel.width * kernel.channels), of: type))
            }
            for (sum, target) in zip(sums, targets) { builder.store(sum, type, target, mask: mask) }
        }
    }

    /// A row of pixels, for so many rows of taps.
    private func line(_ sums: [IRValue], _ rows: Int, _ from: IRValue, _ gradient: IRValue) -> [IRValue] {
        var (sums, done) = (sums, 0)
        for run in pieces.runs {
            sums = builder.loop(run.count, carrying: sums) { index, sums in
                let first = builder.add(builder.int(done), builder.multiply(index, run.rows))
                let seen = builder.multiply(first, across.stride * staging.groupChannels)
                return piece(
                    sums, rows, run.rows, builder.advance(from, seen, of: type),
                    builder.advance(gradient, builder.multiply(first, kernel.channels), of: type))
            }
            done += run.rows * run.count
        }
        return sums
    }

    /// Some pixels side by side.
    private func piece(
        _ sums: [IRValue], _ rows: Int, _ pixels: Int, _ from: IRValue, _ gradient: IRValue
    ) -> [IRValue] {
        var sums = sums
        let gradients = (0..<pixels).map { pixel in
            builder.load(type, builder.advance(gradient, builder.int(pixel * kernel.channels), of: type), mask: mask)
        }
        for row in 0..<rows {
            for element in 0..<across.seen(by: pixels) {
                let users = across.users(of: element, pixels: pixels)
                if users.isEmpty { continue }
                let place = builder.int(row * staging.rowElements + element * staging.groupChannels)
                let number = builder.load(type, builder.advance(from, place, of: type))
                for user in users {
                    let index = row * across.taps.count + user.tap
                    sums[index] = builder.fma(number, gradients[user.pixel], sums[index], type)
                }
            }
        }
        return sums
    }
}
