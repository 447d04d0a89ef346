import InvarGraph

/// The gradient of the weights of a convolution in which each channel sees only itself: for each tap, Σ over pixels of what it
/// saw times the output's gradient, a vector of channels at a time, the sums of some rows of taps in registers.
///
/// A tile sums one run of units (a *split*) for one block of channels into its own copy; the copies are added up in their order
/// afterwards. Arguments: maps, gradient of the output, copies, workers' memory; the prologue's operands.
struct DepthwiseWeightGradient: Kernel {
    var title: String
    var element: ElementType
    var schedule: ContractionSchedule
    var channels, blockChannels: Int
    var kernelHeight: Int
    var strides: [Int]
    /// Units of the output's gradient (images, or bands of them), runs of these, and their size in pixels.
    var units, splits: Int
    var height, width: Int
    var staging: Staging
    /// Along a row of pixels.
    var across: DepthwiseAxis
    var prologue: LoopNest?

    var name: String { title + ".depthwise" }
    var blocks: Int { (channels + blockChannels - 1) / blockChannels }
    var tiles: Int { splits * blocks }
    /// Of one copy.
    var copyElements: Int { kernelHeight * across.taps.count * channels }
    var scratchBytes: Int { ((staging.unitElements + 16) * element.byteCount + 63) / 64 * 64 }

    func emit(_ emitter: KernelEmitter) { DepthwiseGradientWriter(self, emitter).write() }
}

/// Writes the code of a `DepthwiseWeightGradient`.
private final class DepthwiseGradientWriter {
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

/// The sums of one vector of channels over a unit.
private struct DepthwiseSums {
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
