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
        let sampler = Sampler(height: pixels.height, width: pixels.width, fill: fill)
        let isAffine = matrix.w == SIMD3(0, 0, 1)
        for channel in 0..<pixels.channels {
            pixels.withPlaneAndCopy(channel) { plane, copy in
                for y in 0..<sampler.height {
                    if isAffine {
                        affineRow(y, sampler, from: copy, into: &plane)
                    } else {
                        projectiveRow(y, sampler, from: copy, into: &plane)
                    }
                }
            }
        }
    }

    /// One row of the matrix times the middle of the row's first pixel, (0.5, y + 0.5, 1).
    private func begin(_ row: SIMD3<Double>, _ y: Int) -> Double { row.x * 0.5 + row.y * (Double(y) + 0.5) + row.z }

    private func affineRow(
        _ y: Int, _ sampler: Sampler, from source: Span<Float>, into plane: inout MutableSpan<Float>
    ) {
        let (u, v) = (Float(begin(matrix.x, y) - 0.5), Float(begin(matrix.y, y) - 0.5))
        let (du, dv) = (Float(matrix.x.x), Float(matrix.y.x))
        let row = y * sampler.width
        for x in 0..<sampler.width {
            plane[row + x] = sampler.value(u + du * Float(x), v + dv * Float(x), of: source)
        }
    }

    private func projectiveRow(
        _ y: Int, _ sampler: Sampler, from source: Span<Float>, into plane: inout MutableSpan<Float>
    ) {
        let (u, v, w) = (Float(begin(matrix.x, y)), Float(begin(matrix.y, y)), Float(begin(matrix.w, y)))
        let (du, dv, dw) = (Float(matrix.x.x), Float(matrix.y.x), Float(matrix.w.x))
        let row = y * sampler.width
        for x in 0..<sampler.width {
            let depth = w + dw * Float(x)
            // what lies behind the eye is not seen
            guard depth > 0 else {
                plane[row + x] = sampler.fill
                continue
            }
            let (across, down) = ((u + du * Float(x)) / depth, (v + dv * Float(x)) / depth)
            plane[row + x] = sampler.value(across - 0.5, down - 0.5, of: source)
        }
    }

    /// How values are read from a plane, at places between its pixels.
    private struct Sampler {
        let height: Int
        let width: Int
        let fill: Float

        /// - Parameters:
        ///   - u: in pixels from the middle of the first one, to the right.
        ///   - v: downwards.
        @inline(__always) func value(_ u: Float, _ v: Float, of values: Span<Float>) -> Float {
            // what is no number lies outside, too
            guard u > -1, v > -1, u < Float(width), v < Float(height) else { return fill }
            let (left, top) = (u.rounded(.down), v.rounded(.down))
            let (x, y) = (Int(left), Int(top))
            let (right, below) = (u - left, v - top)
            let (a, b, c, d): (Float, Float, Float, Float)
            if x >= 0, y >= 0, x < width - 1, y < height - 1 {
                let place = y * width + x
                (a, b, c, d) = (values[place], values[place + 1], values[place + width], values[place + width + 1])
            } else {
                (a, b) = (pixel(x, y, values), pixel(x + 1, y, values))
                (c, d) = (pixel(x, y + 1, values), pixel(x + 1, y + 1, values))
            }
            let (upper, lower) = (a * (1 - right) + b * right, c * (1 - right) + d * right)
            return upper * (1 - below) + lower * below
        }

        private func pixel(_ x: Int, _ y: Int, _ values: Span<Float>) -> Float {
            x >= 0 && y >= 0 && x < width && y < height ? values[y * width + x] : fill
        }
    }
}
