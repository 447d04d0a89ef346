import CLLVM
import InvarGraph

/// Addresses: x, the gradient of y, the gradient of x. A tile is a band of rows of x.
///
/// The maxima are found again: nothing but x is kept from the forward half. Each window's gradient goes to its first
/// maximum; a window across the border of two bands is looked at by both, and each adds to its own rows alone. Whatever the
/// bands are, a pixel's windows are added in row-major order.
struct MaxPoolGradientKernel: TileKernel {
    let maps: PoolingMaps
    let tiles: PoolingTiles

    var name: String { maps.name("maxpoolgradient") }

    /// Whether a window may lie across two bands. What is added beyond the own band then goes to a row of scratch memory
    /// that nobody reads: no branch is needed.
    var sharesWindows: Bool { tiles.bands > 1 && (maps.overlaps || maps.leavesTheMaps) }
    var workerBytes: Int { (maps.rowBytes + 63) / 64 * 64 }

    /// Whether a pixel is written once, so that nothing need be added.
    private var writesOnce: Bool { !maps.overlaps && !maps.leavesTheMaps }
    private var mustZero: Bool { !writesOnce || !maps.coversTheMaps }

    func emit(_ emitter: KernelEmitter) {
        let b = emitter.builder
        let x = emitter.argument(0), dy = emitter.argument(1), dx = emitter.argument(2)
        let place = tiles.place(emitter.tile, b)
        let scratch = sharesWindows ? emitter.workerScratch(3, bytes: workerBytes) : nil
        let band = Band(
            x: PoolingWindow.Rows(of: b.advance(x, bytes: b.multiply(place.image, maps.imageBytes))),
            dx: b.advance(dx, bytes: b.multiply(place.image, maps.imageBytes)),
            dy: b.advance(dy, bytes: b.multiply(place.image, maps.outputImageBytes)),
            first: place.first, end: place.end, elsewhere: scratch)
        let windows = windowRows(band, b)
        // Rows are zeroed right before they are added to, while they are in the cache anyway.
        let zeroed = b.loop(from: windows.first, to: windows.end, carrying: mustZero ? [band.first] : []) {
            row, zeroed in
            let reached = zeroed.map { zero(band, from: $0, to: bottom(of: row, band, b), emitter) }
            b.loop(maps.outputWidth) { handOut(band, row: row, column: $0, emitter) }
            return reached
        }
        for zeroed in zeroed { _ = zero(band, from: zeroed, to: band.end, emitter) }
    }

    /// What a tile works on: images, and its rows of x.
    private struct Band {
        let x: PoolingWindow.Rows
        let dx, dy: IRValue
        let first, end: IRValue
        let elsewhere: IRValue?

        var gradient: PoolingWindow.Rows {
            PoolingWindow.Rows(of: dx, band: elsewhere.map { (first, end, $0) })
        }
    }

    /// Rows of y whose windows have a row in the band.
    private func windowRows(_ band: Band, _ b: IRBuilder) -> (first: IRValue, end: IRValue) {
        if tiles.bands == 1 { return (b.int(0), b.int(maps.outputHeight)) }
        let (kernel, stride, low) = (maps.window.kernel[0], maps.window.strides[0], maps.window.padding[0])
        // ⌈(first + low − kernel + 1) / stride⌉, or 0
        let from = b.add(band.first, b.int(low - kernel + stride))
        let positive = b.choose(b.compare(LLVMIntSGT, from, b.int(0)), from, b.int(0))
        let last = b.divide(b.add(band.end, b.int(low - 1)), stride)
        return (b.divide(positive, stride), b.minimum(b.add(last, b.int(1)), b.int(maps.outputHeight)))
    }

    /// The end of the band's rows that the windows of a row of y, and those before them, reach.
    private func bottom(of row: IRValue, _ band: Band, _ b: IRBuilder) -> IRValue {
        let end = b.add(
            b.multiply(row, maps.window.strides[0]), b.int(maps.window.kernel[0] - maps.window.padding[0]))
        return b.minimum(end, band.end)
    }

    private func zero(_ band: Band, from: IRValue, to end: IRValue, _ emitter: KernelEmitter) -> IRValue {
        let b = emitter.builder
        _ = b.loop(from: from, to: end) { row, _ in
            let start = b.advance(band.dx, bytes: b.multiply(row, maps.rowBytes))
            maps.overChannels(emitter, count: maps.width * maps.channels) { type, place, mask in
                b.store(b.number(0, type), type, b.advance(start, bytes: place), mask: mask)
            }
            return []
        }
        return end
    }

    /// Gives one window's gradient to its first maximum.
    private func handOut(_ band: Band, row: IRValue, column: IRValue, _ emitter: KernelEmitter) {
        let b = emitter.builder
        let window = PoolingWindow(maps, row: row, column: column, b)
        let known = window.addresses(band.x), knownGradient = window.addresses(band.gradient)
        let place = b.add(b.multiply(row, maps.outputRowBytes), b.multiply(column, maps.pixelBytes))
        let source = b.advance(band.dy, bytes: place)
        maps.overChannels(emitter) { type, channel, mask in
            let (zero, one) = (b.bits(0, type), b.bits(1, type))
            // The best value, which tap it is, and which comes now.
            let start = [b.number(-.infinity, type), zero, zero]
            let found = window.visit(band.x, known: known, channel: channel, carrying: start) { pixel, carried in
                let value = b.load(type, pixel, mask: mask)
                let wins = b.and(
                    b.compare(LLVMRealUGT, value, carried[0]), b.compare(LLVMRealORD, carried[0], carried[0]))
                return [
                    b.choose(wins, value, carried[0]), b.choose(wins, carried[2], carried[1]), b.iadd(carried[2], one),
                ]
            }
            let gradient = b.load(type, b.advance(source, bytes: channel), mask: mask)
            _ = window.visit(band.gradient, known: knownGradient, channel: channel, carrying: [zero]) { pixel, tap in
                var given = b.choose(b.compare(LLVMIntEQ, found[1], tap[0]), gradient, b.number(0, type))
                if !writesOnce { given = b.fadd(b.load(type, pixel, mask: mask), given) }
                b.store(given, type, pixel, mask: mask)
                return [b.iadd(tap[0], one)]
            }
        }
    }
}
