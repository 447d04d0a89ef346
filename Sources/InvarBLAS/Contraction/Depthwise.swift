/// Convolutions in which every channel has its own window: channels lie in the vectors' lanes, and there is no product to make of it.
enum Depthwise {
    /// Calls `body` with every pixel of some output rows, every pixel that its window covers, and the tap.
    @inline(__always)
    static func windows(_ s: Convolution, _ rows: Range<Int>, _ body: (_ output: Int, _ input: Int, _ tap: Int) -> Void) {
        for row in rows {
            let (image, oy) = (row / s.oh, row % s.oh)
            for ky in 0..<s.kh {
                let iy = oy * s.strideH - s.padTop + ky
                guard iy >= 0, iy < s.h else { continue }
                for ox in 0..<s.ow {
                    for kx in 0..<s.kw {
                        let ix = ox * s.strideW - s.padLeft + kx
                        guard ix >= 0, ix < s.w else { continue }
                        body(row * s.ow + ox, (image * s.h + iy) * s.w + ix, ky * s.kw + kx)
                    }
                }
            }
        }
    }

    /// `target += a · b`, element by element.
    @inline(__always)
    static func multiplyAdd<Scalar: BLASScalar>(
        _ target: UnsafeMutablePointer<Scalar>, _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>, _ count: Int
    ) {
        Lanes.each(count) { i, count in
            let product = Lanes.load(a + i, first: count) * Lanes.load(b + i, first: count)
            Lanes.store(Lanes.load(target + i, first: count) + product, target + i, first: count)
        }
    }
}
