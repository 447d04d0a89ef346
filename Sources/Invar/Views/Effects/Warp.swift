/// Where each value of a view comes from: a projective map from places in the result to places in the source.
///
/// Places are in pixels from the upper left corner of the image, so that the middle of the first pixel is (0.5, 0.5). A value
/// between pixels is linear in both directions, and what lies outside of the image has the value `fill`.
package struct Warp {
    /// u · w = first row, v · w = second row, w = third row, each times (x, y, 1).
    var matrix: (x: SIMD3<Double>, y: SIMD3<Double>, w: SIMD3<Double>)

    /// A map about the image's middle: the source's offset from it is
    /// (a · x + b · y + tx, c · x + d · y + ty) for an offset (x, y) in the result.
    init(
        aboutTheMiddleOf size: (height: Int, width: Int), a: Double, b: Double, c: Double, d: Double, tx: Double,
        ty: Double
    ) {
        let (cx, cy) = (Double(size.width) / 2, Double(size.height) / 2)
        matrix = (
            SIMD3(a, b, tx + cx - a * cx - b * cy), SIMD3(c, d, ty + cy - c * cx - d * cy), SIMD3(0, 0, 1)
        )
    }

    init(_ matrix: (x: SIMD3<Double>, y: SIMD3<Double>, w: SIMD3<Double>)) { self.matrix = matrix }

    /// Moves the pixels of all channels.
    package func apply(to pixels: inout Pixels, fill: Float) {
        let (height, width) = (pixels.height, pixels.width)
        for channel in 0..<pixels.channels {
            pixels.withPlaneAndCopy(channel) { plane, copy in
                unsafe copy.withUnsafeBufferPointer { source in
                    unsafe plane.withUnsafeMutableBufferPointer { target in
                        guard let source = source.baseAddress, let target = target.baseAddress else { return }
                        let sampler = unsafe Sampler(values: source, height: height, width: width, fill: fill)
                        for y in 0..<height { unsafe row(y, sampler, into: target + y * width) }
                    }
                }
            }
        }
    }

    /// One row of the matrix times the middle of the row's first pixel, (0.5, y + 0.5, 1).
    private func begin(_ row: SIMD3<Double>, _ y: Int) -> Double { row.x * 0.5 + row.y * (Double(y) + 0.5) + row.z }

    /// Eight pixels at once.
    private func row(_ y: Int, _ sampler: Sampler, into target: UnsafeMutablePointer<Float>) {
        let isAffine = matrix.w == SIMD3(0, 0, 1)
        let half = isAffine ? 0.5 : 0
        let (u, v, w) = (
            Float(begin(matrix.x, y) - half), Float(begin(matrix.y, y) - half), Float(begin(matrix.w, y))
        )
        let (du, dv, dw) = (Float(matrix.x.x), Float(matrix.y.x), Float(matrix.w.x))
        for x in stride(from: 0, to: sampler.width, by: 8) {
            let place = SIMD8<Float>(0, 1, 2, 3, 4, 5, 6, 7) + Float(x)
            var (across, down) = (u + du * place, v + dv * place)
            if !isAffine {
                let depth = w + dw * place
                across = across / depth - 0.5
                down = down / depth - 0.5
                // what lies behind the eye is not seen
                across.replace(with: -2, where: depth .<= 0)
            }
            if x + 8 <= sampler.width, sampler.isInside(across, down) {
                unsafe UnsafeMutableRawPointer(target + x).storeBytes(
                    of: sampler.inside(across, down), as: SIMD8<Float>.self)
            } else {
                for i in 0..<min(8, sampler.width - x) { unsafe target[x + i] = sampler.value(across[i], down[i]) }
            }
        }
    }

    /// How values are read from a plane, at places between its pixels: u to the right and v down, in pixels from the middle of the
    /// first one.
    @safe private struct Sampler {
        let values: UnsafePointer<Float>
        let height: Int
        let width: Int
        let fill: Float

        init(values: UnsafePointer<Float>, height: Int, width: Int, fill: Float) {
            unsafe self.values = values
            (self.height, self.width, self.fill) = (height, width, fill)
        }

        /// Whether all these places have four pixels around them.
        @inline(__always) func isInside(_ u: SIMD8<Float>, _ v: SIMD8<Float>) -> Bool {
            all((u .>= 0) .& (v .>= 0) .& (u .< Float(width - 1)) .& (v .< Float(height - 1)))
        }

        /// - Precondition: all places are inside.
        @inline(__always) func inside(_ u: SIMD8<Float>, _ v: SIMD8<Float>) -> SIMD8<Float> {
            let (left, top) = (u.rounded(.down), v.rounded(.down))
            let (right, below) = (u - left, v - top)
            var a = SIMD8<Float>(), b = a, c = a, d = a
            for i in 0..<8 {
                let corner = unsafe values + (Int(top[i]) &* width &+ Int(left[i]))
                unsafe (a[i], b[i], c[i], d[i]) = (corner[0], corner[1], corner[width], corner[width &+ 1])
            }
            let (upper, lower) = (a * (1 - right) + b * right, c * (1 - right) + d * right)
            return upper * (1 - below) + lower * below
        }

        func value(_ u: Float, _ v: Float) -> Float {
            // what is no number lies outside, too
            guard u > -1, v > -1, u < Float(width), v < Float(height) else { return fill }
            let (left, top) = (u.rounded(.down), v.rounded(.down))
            let (x, y, right, below) = (Int(left), Int(top), u - left, v - top)
            let upper = pixel(x, y) * (1 - right) + pixel(x + 1, y) * right
            let lower = pixel(x, y + 1) * (1 - right) + pixel(x + 1, y + 1) * right
            return upper * (1 - below) + lower * below
        }

        private func pixel(_ x: Int, _ y: Int) -> Float {
            x >= 0 && y >= 0 && x < width && y < height ? unsafe values[y * width + x] : fill
        }
    }
}
