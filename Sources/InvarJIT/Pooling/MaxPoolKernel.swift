import InvarGraph

/// Max-pooling. A tile is a band of rows of the result.
struct MaxPoolKernel: TileKernel {
    let maps: PoolingMaps
    let bands: PoolingBands

    var name: String { maps.name("maxpool") }
    var element: ElementType { maps.element }
    var tiles: Int { bands.count }
    var arguments: [ArgumentName] { [.input, .result] }

    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let (x, y) = (emitter[.input], emitter[.result])
        let band = bands.place(emitter.tile)
        let image = x.advanced(bytes: band.image * maps.imageBytes)
        let output = y.advanced(bytes: band.image * maps.outputImageBytes)
        builder.loop(from: band.first, to: band.end) { row in
            let target = output.advanced(bytes: row * maps.outputRowBytes)
            builder.loop(maps.outputWidth) { column in
                let window = PoolingWindow(maps, row: row, column: column, builder)
                let rows = PoolingWindow.Rows(of: image)
                let known = window.addresses(rows)
                let pixel = target.advanced(bytes: column * maps.pixelBytes)
                maps.overChannels(builder) { channel, lanes in
                    let lowest = lanes.number(-.infinity)
                    let best = window.visit(rows, known: known, channel: channel, carrying: [lowest]) { tap, best in
                        let value = lanes.load(tap)
                        // A NaN is never given up again, and any other gives way to one.
                        return [select((best[0] .> value) .| best[0].isNaN, best[0], value)]
                    }
                    lanes.store(best[0], pixel.advanced(bytes: channel))
                }
            }
        }
    }
}
