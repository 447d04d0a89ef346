import InvarRuntime

/// Max-pool of N×H×W×C maps, or its gradient; a tile is one image. No index is kept: the gradient finds the maxima again.
///
/// The largest element of each window wins, and padding never; what is not a number wins over all. The gradient goes to the first
/// maximum, row by row.
struct MaxPool<Scalar: BLASScalar>: TileWork {
    /// The window, its maps and its output.
    let shape: Convolution
    /// The maps, and the output or, where `dx` is given, its gradient.
    let x, y: Elements<Scalar>
    /// The gradient of the maps.
    let dx: Elements<Scalar>?

    func run(tile image: Int, worker: Int) {
        let s = shape
        let (first, outputs) = (image * s.imageElements, y + image * s.oh * s.ow * s.c)
        if let dx { (dx + first).fill(0, s.imageElements) }
        for oy in 0..<s.oh {
            for ox in 0..<s.ow {
                let output = outputs + (oy * s.ow + ox) * s.c
                Lanes.each(s.c) { channel, count in
                    let maps = first + channel
                    let best = largest(oy, ox, maps, count)
                    if let dx {
                        handOut(output.vector(channel, first: count), oy, ox, best, maps, into: dx, count)
                    } else {
                        output.setVector(channel, best, first: count)
                    }
                }
            }
        }
    }

    /// Of each of some channels; `maps` is where they are at the first pixel.
    @inline(__always)
    private func largest(_ oy: Int, _ ox: Int, _ maps: Int, _ count: Int) -> SIMD16<Scalar> {
        var best = SIMD16<Scalar>(repeating: -.infinity)
        window(oy, ox) { pixel in
            best = Scalar.maximum(best, x.vector(maps &+ pixel, first: count))
        }
        return best
    }

    /// Adds the output's gradient where the window's first maximum is.
    @inline(__always)
    private func handOut(
        _ gradient: SIMD16<Scalar>, _ oy: Int, _ ox: Int, _ best: SIMD16<Scalar>, _ maps: Int,
        into dx: Elements<Scalar>, _ count: Int
    ) {
        var rest = gradient
        window(oy, ox) { pixel in
            let place = maps &+ pixel
            let value = x.vector(place, first: count)
            let takes = Scalar.maximum(Scalar.equal(value, best), Scalar.notEqual(value, value))
            let given = Scalar.select(takes, rest, .zero)
            rest = Scalar.select(takes, .zero, rest)
            dx.setVector(place, dx.vector(place, first: count) + given, first: count)
        }
    }

    /// Calls `body` with the elements of a map that a window covers, row by row.
    @inline(__always)
    private func window(_ oy: Int, _ ox: Int, _ body: (_ pixel: Int) -> Void) {
        let s = shape
        let (top, left) = (oy &* s.strideH &- s.padTop, ox &* s.strideW &- s.padLeft)
        for iy in stride(from: max(0, top), to: min(s.h, top &+ s.kh), by: 1) {
            for ix in stride(from: max(0, left), to: min(s.w, left &+ s.kw), by: 1) { body((iy &* s.w &+ ix) &* s.c) }
        }
    }
}
