import InvarGraph

/// The sums of one vector of channels over a unit.
struct DepthwiseSums {
    let kernel: DepthwiseWeightGradient
    let staging: Staging
    let lanes: Lanes

    private var builder: IRBuilder { lanes.builder }
    private var across: DepthwiseAxis { kernel.across }
    private var pieces: RowPieces { RowPieces(kernel.width, most: kernel.schedule.rows) }

    /// Rows of taps whose sums are in registers together, beside a piece's gradient and a number of the maps.
    private var tapRows: Int {
        let room = builder.target.registers - 1 - (pieces.runs.first?.rows ?? 0)
        return min(max(room / across.taps.count, 1), kernel.kernelHeight)
    }

    func write(_ staged: Address, _ gradient: Address, _ copy: Address, adds: Index) {
        for first in stride(from: 0, to: kernel.kernelHeight, by: tapRows) {
            let rows = first..<min(first + tapRows, kernel.kernelHeight)
            let targets = rows.flatMap { row in
                across.taps.map { tap in copy + (row * across.taps.count + tap) * kernel.channels }
            }
            let begin = builder.branch(adds .!= 0) {
                targets.map { lanes.load($0) }
            } else: {
                targets.map { _ in lanes.zero }
            }
            let sums = builder.loop(kernel.height, carrying: begin) { y, sums in
                let from = y * (kernel.strides[0] * staging.rowElements) + first * staging.rowElements
                return line(sums, rows.count, staged + from, gradient + y * (kernel.width * kernel.channels))
            }
            for (sum, target) in zip(sums, targets) { lanes.store(sum, target) }
        }
    }

    /// A row of pixels, for so many rows of taps.
    private func line(_ sums: [Vector], _ rows: Int, _ from: Address, _ gradient: Address) -> [Vector] {
        var (sums, done) = (sums, 0)
        for run in pieces.runs {
            sums = builder.loop(run.count, carrying: sums) { index, sums in
                let first = done + index * run.rows
                return piece(
                    sums, rows, run.rows, from + first * (across.stride * staging.groupChannels),
                    gradient + first * kernel.channels)
            }
            done += run.rows * run.count
        }
        return sums
    }

    /// Some pixels side by side.
    private func piece(
        _ sums: [Vector], _ rows: Int, _ pixels: Int, _ from: Address, _ gradient: Address
    ) -> [Vector] {
        var sums = sums
        let gradients = (0..<pixels).map { lanes.load(gradient + $0 * kernel.channels) }
        for row in 0..<rows {
            for element in 0..<across.seen(by: pixels) {
                let users = across.users(of: element, pixels: pixels)
                if users.isEmpty { continue }
                let number = lanes.all.load(
                    from + (row * staging.rowElements + element * staging.groupChannels))
                for user in users {
                    let index = row * across.taps.count + user.tap
                    sums[index] = fma(number, gradients[user.pixel], sums[index])
                }
            }
        }
        return sums
    }
}
