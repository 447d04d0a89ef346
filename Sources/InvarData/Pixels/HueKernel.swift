extension ColorKernels {
    /// Turns the hue by a part of the circle, value and saturation kept.
    ///
    /// With M the largest and C the span of the three, and h the hue in sixths of the circle, the turned
    /// channel is M - C · clamp(min(k, 4 - k), 0, 1), k = (h + n) mod 6, n = 5, 3, 1 for red, green, blue:
    /// the closed form of RGB → HSV → RGB, with one division.
    package static func turnHue(_ planes: Planes, by turn: Float) {
        var i = 0
        while i < planes.count {
            let r = unsafe UnsafePointer(planes.r).vector8(at: i)
            let g = unsafe UnsafePointer(planes.g).vector8(at: i)
            let b = unsafe UnsafePointer(planes.b).vector8(at: i)
            let largest = maximum(maximum(r, g), b)
            let span = largest - minimum(minimum(r, g), b)
            // a grey pixel has no hue: any finite one serves, since C is zero
            let perSpan = 1 / span.replacing(with: 1, where: span .== 0)
            var hue = (r - g) * perSpan + 4
            hue.replace(with: (b - r) * perSpan + 2, where: g .== largest)
            hue.replace(with: (g - b) * perSpan, where: r .== largest)
            hue += 6 * turn
            hue.replace(with: hue + 6, where: hue .< 0)
            hue.replace(with: hue - 6, where: hue .>= 6)
            unsafe planes.r.store(largest - span * ramp(hue + 5), at: i)
            unsafe planes.g.store(largest - span * ramp(hue + 3), at: i)
            unsafe planes.b.store(largest - span * ramp(hue + 1), at: i)
            i += 8
        }
    }

    /// clamp(min(k, 4 - k), 0, 1) for k mod 6, k in 1..<12.
    @inline(__always)
    private static func ramp(_ k: SIMD8<Float>) -> SIMD8<Float> {
        let k = k.replacing(with: k - 6, where: k .>= 6)
        return minimum(maximum(minimum(k, 4 - k), .zero), SIMD8(repeating: 1))
    }

    @inline(__always) private static func minimum(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
        a.replacing(with: b, where: b .< a)
    }
    @inline(__always) private static func maximum(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
        a.replacing(with: b, where: b .> a)
    }
}
