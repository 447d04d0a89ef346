/// The point-wise operations on planes of float32 in 0...1, written so that the compiler vectorizes them.
/// Formulas are torchvision's (`_functional_tensor.py`).
package enum ColorKernels {
    static let red: Float = 0.299, green: Float = 0.587, blue: Float = 0.114

    @inline(__always) static func clamp(_ x: Float) -> Float {
        let x = x < 0 ? 0 : x
        return x > 1 ? 1 : x
    }

    /// x · factor + shift, clamped: brightness with no shift, contrast with (1 - factor) · mean.
    package static func affine(_ plane: UnsafeMutablePointer<Float>, count: Int, factor: Float, shift: Float) {
        for i in 0..<count { unsafe plane[i] = clamp(plane[i] * factor + shift) }
    }

    /// The mean of one plane, rows of 4096 in single and their sums in double precision.
    package static func mean(_ plane: UnsafeMutablePointer<Float>, count: Int) -> Float {
        let plane = unsafe UnsafePointer(plane)
        var total = 0.0
        var i = 0
        while i < count {
            let end = min(i + 4096, count)
            var sum = SIMD8<Float>.zero
            while i + 8 <= end {
                unsafe sum += plane.vector8(at: i)
                i += 8
            }
            var rest: Float = 0
            while i < end {
                unsafe rest += plane[i]
                i += 1
            }
            total += Double(sum.sum() + rest)
        }
        return Float(total / Double(count))
    }

    /// factor · x + (1 - factor) · luma, clamped.
    package static func saturate(_ planes: Planes, factor: Float) {
        let (r, g, b) = unsafe (planes.r, planes.g, planes.b)
        let other = 1 - factor
        for i in 0..<planes.count {
            let luma = unsafe (red * r[i] + green * g[i] + blue * b[i]) * other
            unsafe r[i] = clamp(r[i] * factor + luma)
            unsafe g[i] = clamp(g[i] * factor + luma)
            unsafe b[i] = clamp(b[i] * factor + luma)
        }
    }
}

/// Three planes of one image.
@safe package struct Planes {
    package let r: UnsafeMutablePointer<Float>
    package let g: UnsafeMutablePointer<Float>
    package let b: UnsafeMutablePointer<Float>
    package let count: Int

    package init(
        r: UnsafeMutablePointer<Float>, g: UnsafeMutablePointer<Float>, b: UnsafeMutablePointer<Float>, count: Int
    ) {
        unsafe (self.r, self.g, self.b, self.count) = (r, g, b, count)
    }
}
