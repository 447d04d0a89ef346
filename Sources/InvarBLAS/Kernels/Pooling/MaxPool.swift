import InvarRuntime

/// The shape of a max-pool of NHWC maps. Padding counts as −∞.
package struct MaxPoolShape: Sendable, Equatable {
    package var n, h, w, c: Int
    package var oh, ow: Int
    package var kh, kw: Int
    package var strideH, strideW: Int
    package var padTop, padLeft: Int

    package init(
        n: Int, h: Int, w: Int, c: Int, oh: Int, ow: Int, kh: Int, kw: Int,
        strideH: Int, strideW: Int, padTop: Int = 0, padLeft: Int = 0
    ) {
        (self.n, self.h, self.w, self.c) = (n, h, w, c)
        (self.oh, self.ow) = (oh, ow)
        (self.kh, self.kw) = (kh, kw)
        (self.strideH, self.strideW) = (strideH, strideW)
        (self.padTop, self.padLeft) = (padTop, padLeft)
    }

    /// Input rows and columns that a window covers.
    @inline(__always)
    func window(_ oy: Int, _ ox: Int) -> (top: Int, bottom: Int, left: Int, right: Int) {
        let (y, x) = (oy &* strideH &- padTop, ox &* strideW &- padLeft)
        return (max(0, y), min(h, y &+ kh), max(0, x), min(w, x &+ kw))
    }
}

/// Max-pool and its gradient. No index is kept: the gradient finds the maxima again.
package struct MaxPool: Sendable {
    package let shape: MaxPoolShape

    package init(_ shape: MaxPoolShape) { self.shape = shape }

    /// `y` is the largest element of each window; a NaN in it makes it one.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func forward<Scalar: BLASScalar>(
        _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>, pool: WorkerPool
    ) {
        pool.run(tiles: shape.n, MaxPoolForward(shape: shape, x: x, y: y))
    }

    /// The gradient goes to the first maximum of each window, in row-major order.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func gradient<Scalar: BLASScalar>(
        _ x: UnsafePointer<Scalar>, _ dy: UnsafePointer<Scalar>, _ dx: UnsafeMutablePointer<Scalar>, pool: WorkerPool
    ) {
        pool.run(tiles: shape.n, MaxPoolGradient(shape: shape, x: x, dy: dy, dx: dx))
    }
}

struct MaxPoolForward<Scalar: BLASScalar>: TileWork {
    let shape: MaxPoolShape
    let x: UnsafePointer<Scalar>
    let y: UnsafeMutablePointer<Scalar>

    func run(tile image: Int, worker: Int) {
        let s = shape
        let maps = x + image * s.h * s.w * s.c
        var target = y + image * s.oh * s.ow * s.c
        for oy in 0..<s.oh {
            for ox in 0..<s.ow {
                let window = s.window(oy, ox)
                LaneLoop.chunks(s.c) { first, count in
                    var best = SIMD16<Scalar>(repeating: -.infinity)
                    for iy in stride(from: window.top, to: window.bottom, by: 1) {
                        for ix in stride(from: window.left, to: window.right, by: 1) {
                            let value = LaneLoop.load(maps + ((iy &* s.w &+ ix) &* s.c &+ first), count)
                            best = Scalar.maximum(best, value)
                        }
                    }
                    LaneLoop.store(best, target + first, count)
                }
                target += s.c
            }
        }
    }
}

struct MaxPoolGradient<Scalar: BLASScalar>: TileWork {
    let shape: MaxPoolShape
    let x, dy: UnsafePointer<Scalar>
    let dx: UnsafeMutablePointer<Scalar>

    func run(tile image: Int, worker: Int) {
        let s = shape
        let maps = x + image * s.h * s.w * s.c
        let gradient = dx + image * s.h * s.w * s.c
        Patches.zero(gradient, s.h * s.w * s.c)
        var source = dy + image * s.oh * s.ow * s.c
        for oy in 0..<s.oh {
            for ox in 0..<s.ow {
                let window = s.window(oy, ox)
                LaneLoop.chunks(s.c) { first, count in
                    var best = SIMD16<Scalar>(repeating: -.infinity)
                    for iy in stride(from: window.top, to: window.bottom, by: 1) {
                        for ix in stride(from: window.left, to: window.right, by: 1) {
                            let value = LaneLoop.load(maps + ((iy &* s.w &+ ix) &* s.c &+ first), count)
                            best = Scalar.maximum(best, value)
                        }
                    }
                    // What is left to hand out: the first position that equals the maximum takes it.
                    var rest = LaneLoop.load(source + first, count)
                    for iy in stride(from: window.top, to: window.bottom, by: 1) {
                        for ix in stride(from: window.left, to: window.right, by: 1) {
                            let offset = (iy &* s.w &+ ix) &* s.c &+ first
                            let value = LaneLoop.load(maps + offset, count)
                            let given = Scalar.handOut(&rest, where: value, is: best)
                            LaneLoop.store(LaneLoop.load(gradient + offset, count) + given, gradient + offset, count)
                        }
                    }
                }
                source += s.c
            }
        }
    }
}

/// Runs over channels, a vector at a time, whatever their number.
enum LaneLoop {
    @inline(__always)
    static func chunks(_ count: Int, _ body: (_ first: Int, _ count: Int) -> Void) {
        var first = 0
        while first &+ 16 <= count {
            body(first, 16)
            first &+= 16
        }
        if first < count { body(first, count &- first) }
    }

    @inline(__always)
    static func load<Scalar: BLASScalar>(_ pointer: UnsafePointer<Scalar>, _ count: Int) -> SIMD16<Scalar> {
        count == 16 ? Lanes.load(pointer) : Lanes.load(pointer, first: count)
    }

    @inline(__always)
    static func load<Scalar: BLASScalar>(_ pointer: UnsafeMutablePointer<Scalar>, _ count: Int) -> SIMD16<Scalar> {
        load(UnsafePointer(pointer), count)
    }

    @inline(__always)
    static func store<Scalar: BLASScalar>(
        _ value: SIMD16<Scalar>, _ pointer: UnsafeMutablePointer<Scalar>, _ count: Int
    ) {
        if count == 16 { Lanes.store(value, pointer) } else { Lanes.store(value, pointer, first: count) }
    }
}
