import InvarRuntime

// One window per channel: channels lie in the vector lanes, and there is no matrix product to make of it.

struct DepthwiseForward<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    /// Pixels of a tile: whole rows of output.
    let rows: RowTiles
    let input: ConvolutionInput<Scalar>
    let w: UnsafePointer<Scalar>
    let y: UnsafeMutablePointer<Scalar>
    let epilogue: LoopTiles<Scalar>?

    func run(tile: Int, worker: Int) {
        let s = shape
        let (pixel, pixels) = rows.range(tile)
        let x = input.read(s, pixel, pixels, worker: worker)
        for row in (pixel / s.ow)..<((pixel + pixels) / s.ow) {
            let (image, oy) = (row / s.oh, row % s.oh)
            for ox in 0..<s.ow {
                let target = y + (row * s.ow + ox) * s.c
                Patches.zero(target, s.c)
                for ky in 0..<s.kh {
                    let iy = oy * s.strideH - s.padTop + ky
                    guard iy >= 0, iy < s.h else { continue }
                    for kx in 0..<s.kw {
                        let ix = ox * s.strideW - s.padLeft + kx
                        guard ix >= 0, ix < s.w else { continue }
                        Depthwise.multiplyAdd(
                            target, x + ((image * s.h + iy) * s.w + ix) * s.c, w + (ky * s.kw + kx) * s.c, s.c)
                    }
                }
            }
        }
        epilogue?.run(tile: tile, worker: worker)
    }
}

/// A tile is one image.
struct DepthwiseInputGradient<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    let dy, w: UnsafePointer<Scalar>
    let dx: UnsafeMutablePointer<Scalar>
    let epilogue: LoopTiles<Scalar>?

    func run(tile image: Int, worker: Int) {
        let s = shape
        let target = dx + image * s.h * s.w * s.c
        Patches.zero(target, s.h * s.w * s.c)
        Depthwise.windows(s) { oy, ox, iy, ix, tap in
            Depthwise.multiplyAdd(
                target + (iy * s.w + ix) * s.c, dy + ((image * s.oh + oy) * s.ow + ox) * s.c, w + tap * s.c, s.c)
        }
        epilogue?.run(tile: image, worker: worker)
    }
}

struct DepthwiseWeightGradient<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    let images: Int
    let input: ConvolutionInput<Scalar>
    let dy: UnsafePointer<Scalar>
    let sums: WeightSums<Scalar>

    func run(tile: Int, worker: Int) {
        let s = shape
        let sum = sums.partial(tile)
        Patches.zero(sum, s.weightCount)
        for image in (tile * images)..<min((tile + 1) * images, s.n) {
            let x = input.read(image, 1, worker: worker)
            Depthwise.windows(s) { oy, ox, iy, ix, tap in
                Depthwise.multiplyAdd(
                    sum + tap * s.c, x + ((image * s.h + iy) * s.w + ix) * s.c,
                    dy + ((image * s.oh + oy) * s.ow + ox) * s.c, s.c)
            }
        }
    }
}

enum Depthwise {
    /// Calls `body` with every output position, and every input position that its window covers.
    @inline(__always)
    static func windows(_ s: ConvolutionShape, _ body: (_ oy: Int, _ ox: Int, _ iy: Int, _ ix: Int, _ tap: Int) -> Void)
    {
        for oy in 0..<s.oh {
            for ky in 0..<s.kh {
                let iy = oy * s.strideH - s.padTop + ky
                guard iy >= 0, iy < s.h else { continue }
                for ox in 0..<s.ow {
                    for kx in 0..<s.kw {
                        let ix = ox * s.strideW - s.padLeft + kx
                        guard ix >= 0, ix < s.w else { continue }
                        body(oy, ox, iy, ix, ky * s.kw + kx)
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
        var i = 0
        while i &+ 16 <= count {
            Lanes.store(Lanes.load(target + i) + Lanes.load(a + i) * Lanes.load(b + i), target + i)
            i &+= 16
        }
        while i < count {
            target[i] += a[i] * b[i]
            i &+= 1
        }
    }
}
