import InvarGraph

/// The gradient of max-pooling's input. A tile is a band of its rows.
///
/// The maxima are found again: nothing but x is kept from the forward half. Each window's gradient goes to its first
/// maximum; a window across the border of two bands is looked at by both, and each adds to its own rows alone. Whatever the
/// bands are, a pixel's windows are added in row-major order.
struct MaxPoolGradientKernel: TileKernel {
    let maps: PoolingMaps
    let bands: PoolingBands

    var name: String { maps.name("maxpoolgradient") }
    var element: ElementType { maps.element }
    var tiles: Int { bands.count }
    var arguments: [ArgumentName] { [.input, .gradient, .result] + (sharesWindows ? [.scratch] : []) }
    var scratchBytes: Int { sharesWindows ? maps.rowBytes.rounded(upTo: 64) : 0 }

    /// Whether a window may lie across two bands. What is added beyond the own band then goes to a row of scratch memory
    /// that nobody reads: no branch is needed.
    private var sharesWindows: Bool { bands.perImage > 1 && (maps.overlaps || maps.leavesTheMaps) }

    /// Whether a pixel is written once, so that nothing need be added.
    private var writesOnce: Bool { !maps.overlaps && !maps.leavesTheMaps }
    private var mustZero: Bool { !writesOnce || !maps.coversTheMaps }

    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let (x, dy, dx) = (emitter[.input], emitter[.gradient], emitter[.result])
        let place = bands.place(emitter.tile)
        let scratch = sharesWindows ? emitter[.scratch] : nil
        let band = Band(
            x: PoolingWindow.Rows(of: x.advanced(bytes: place.image * maps.imageBytes)),
            dx: dx.advanced(bytes: place.image * maps.imageBytes),
            dy: dy.advanced(bytes: place.image * maps.outputImageBytes),
            first: place.first, end: place.end, elsewhere: scratch)
        let windows = windowRows(band)
        // Rows are zeroed right before they are added to, while they are in the cache anyway.
        let start = mustZero ? [band.first] : []
        let zeroed = builder.loop(from: windows.first, to: windows.end, carrying: start) { row, zeroed in
            let reached = zeroed.map { zero(band, from: $0, to: bottom(of: row, band)) }
            builder.loop(maps.outputWidth) { handOut(band, row: row, column: $0) }
            return reached
        }
        for zeroed in zeroed { _ = zero(band, from: zeroed, to: band.end) }
    }

    /// What a tile works on: images, and its rows of x.
    private struct Band {
        let x: PoolingWindow.Rows
        let dx, dy: Address
        let first, end: Index
        let elsewhere: Address?

        var gradient: PoolingWindow.Rows {
            PoolingWindow.Rows(of: dx, band: elsewhere.map { (first, end, $0) })
        }
    }

    /// Rows of y whose windows have a row in the band.
    private func windowRows(_ band: Band) -> (first: Index, end: Index) {
        if bands.perImage == 1 { return (.zero, Index(maps.outputHeight)) }
        let (kernel, stride, low) = (maps.window.kernel[0], maps.window.strides[0], maps.window.padding[0])
        // ⌈(first + low − kernel + 1) / stride⌉, or 0
        let positive = max(band.first + (low - kernel + stride), 0)
        let last = (band.end + (low - 1)) / stride
        return (positive / stride, min(last + 1, maps.outputHeight))
    }

    /// The end of the band's rows that the windows of a row of y, and those before them, reach.
    private func bottom(of row: Index, _ band: Band) -> Index {
        min(row * maps.window.strides[0] + (maps.window.kernel[0] - maps.window.padding[0]), band.end)
    }

    private func zero(_ band: Band, from: Index, to end: Index) -> Index {
        let builder = band.dx.builder
        builder.loop(from: from, to: end) { row in
            let start = band.dx.advanced(bytes: row * maps.rowBytes)
            maps.overChannels(builder, count: maps.width * maps.channels) { place, lanes in
                lanes.store(lanes.zero, start.advanced(bytes: place))
            }
        }
        return end
    }

    /// Gives one window's gradient to its first maximum.
    private func handOut(_ band: Band, row: Index, column: Index) {
        let builder = band.dx.builder
        let window = PoolingWindow(maps, row: row, column: column, builder)
        let known = window.addresses(band.x), knownGradient = window.addresses(band.gradient)
        let source = band.dy.advanced(bytes: row * maps.outputRowBytes + column * maps.pixelBytes)
        maps.overChannels(builder) { channel, lanes in
            let zero = Bits(0, lanes.type, builder)
            // The best value; which tap it is, and which comes now.
            let start = Pair(lanes.number(-.infinity), [zero, zero])
            let found = window.visit(band.x, known: known, channel: channel, carrying: start) { pixel, state in
                let (best, place, tap) = (state.first, state.second[0], state.second[1])
                let value = lanes.load(pixel)
                let wins = value.isNot(atMost: best) .& best.isNumber
                return Pair(select(wins, value, best), [select(wins, tap, place), tap + 1])
            }
            let place = found.second[0]
            let gradient = lanes.load(source.advanced(bytes: channel))
            _ = window.visit(band.gradient, known: knownGradient, channel: channel, carrying: zero) { pixel, tap in
                var given = select(place .== tap, gradient, lanes.zero)
                if !writesOnce { given = lanes.load(pixel) + given }
                lanes.store(given, pixel)
                return tap + 1
            }
        }
    }
}
