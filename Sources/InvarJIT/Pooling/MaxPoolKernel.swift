import CLLVM

/// Addresses: x, y. A tile is a band of rows of y.
struct MaxPoolKernel: TileKernel {
    let maps: PoolingMaps
    let tiles: PoolingTiles

    var name: String { maps.name("maxpool") }

    func emit(_ emitter: KernelEmitter) {
        let b = emitter.builder
        let (x, y) = (emitter.argument(0), emitter.argument(1))
        let place = tiles.place(emitter.tile, b)
        let image = b.advance(x, bytes: b.multiply(place.image, maps.imageBytes))
        let output = b.advance(y, bytes: b.multiply(place.image, maps.outputImageBytes))
        _ = b.loop(from: place.first, to: place.end) { row, _ in
            let target = b.advance(output, bytes: b.multiply(row, maps.outputRowBytes))
            b.loop(maps.outputWidth) { column in
                let window = PoolingWindow(maps, row: row, column: column, b)
                let rows = PoolingWindow.Rows(of: image)
                let known = window.addresses(rows)
                let pixel = b.advance(target, bytes: b.multiply(column, maps.pixelBytes))
                maps.overChannels(emitter) { type, channel, mask in
                    let lowest = b.number(-.infinity, type)
                    let best = window.visit(rows, known: known, channel: channel, carrying: [lowest]) { tap, best in
                        let value = b.load(type, tap, mask: mask)
                        return [b.choose(b.keeps(best[0], against: value), best[0], value)]
                    }
                    b.store(best[0], type, b.advance(pixel, bytes: channel), mask: mask)
                }
            }
            return []
        }
    }
}

extension IRBuilder {
    /// Where `best` is larger or not a number: a NaN is never given up again, and any other gives way to one.
    fileprivate func keeps(_ best: IRValue, against value: IRValue) -> IRValue {
        or(compare(LLVMRealOGT, best, value), compare(LLVMRealUNO, best, best))
    }
}
