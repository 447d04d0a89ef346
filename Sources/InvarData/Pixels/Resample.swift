import Invar

/// A part of an image in pixels, fractions allowed.
package struct CropBox: Sendable, Hashable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}

extension PixelScratch {
    /// The same of interleaved bytes.
    package func resample(
        _ bytes: UnsafePointer<UInt8>, channels: Int, box: CropBox, interpolation: Interpolation, antialias: Bool
    ) {
        unsafe resample(
            .bytes(bytes), channels: channels, box: box, interpolation: interpolation, antialias: antialias)
    }

    /// Resizes a box of interleaved values into the planes, values in 0...1: rows first, then columns,
    /// each source row once.
    func resample(
        _ values: SourceImage.Values, channels: Int, box: CropBox, interpolation: Interpolation, antialias: Bool
    ) {
        let isOfBytes = if case .bytes = values { true } else { false }
        horizontal.fill(
            start: box.x, length: box.width, interpolation: interpolation, antialias: antialias,
            gain: isOfBytes ? 1 / 255 : 1, wholeVectors: channels == 1)
        vertical.fill(
            start: box.y, length: box.height, interpolation: interpolation, antialias: antialias,
            gain: 1, wholeVectors: false)
        let firstColumn = unsafe horizontal.firsts[0] * channels
        let endColumn =
            unsafe min(horizontal.source, horizontal.firsts[horizontal.output - 1] + horizontal.taps) * channels
        let rowValues = horizontal.source * channels
        let slots = vertical.maximumTaps
        let rowFloats = channels * ringRowStride
        var ready = unsafe vertical.firsts[0]
        for y in 0..<vertical.output {
            let first = unsafe vertical.firsts[y]
            let end = min(vertical.source, first + vertical.taps)
            ready = max(ready, first)
            while ready < end {
                switch values {
                case .bytes(let bytes):
                    let source = unsafe bytes + ready * rowValues
                    for i in firstColumn..<endColumn { unsafe line[i] = Float(source[i]) }
                case .numbers(let numbers):
                    let source = unsafe numbers + ready * rowValues
                    for i in firstColumn..<endColumn { unsafe line[i] = source[i] }
                }
                let row = unsafe ring + ready % slots * rowFloats
                switch channels {
                case 1: unsafe resampleGreyRow(into: row)
                case 3: unsafe resampleColorRow(into: row)
                default: unsafe resampleChannelRow(into: row, channels: channels)
                }
                ready += 1
            }
            for c in 0..<channels {
                for k in 0..<(end - first) {
                    unsafe rows[k] = UnsafePointer(ring + (first + k) % slots * rowFloats + c * ringRowStride)
                }
                unsafe combineRows(
                    rows, weights: vertical.weights + y * vertical.taps, taps: end - first,
                    into: planes + c * planeStride + y * horizontal.output, width: horizontal.output, clamped: true)
            }
        }
    }

    /// One channel: a dot product along the row, a vector of taps at a time.
    private func resampleGreyRow(into row: UnsafeMutablePointer<Float>) {
        let taps = horizontal.taps
        let line = unsafe UnsafePointer(line)
        let weights = unsafe UnsafePointer(horizontal.weights)
        for x in 0..<horizontal.output {
            let first = unsafe horizontal.firsts[x]
            var sum = SIMD4<Float>.zero
            var k = 0
            while k < taps {
                unsafe sum += line.vector4(at: first + k) * weights.vector4(at: x * taps + k)
                k += 4
            }
            unsafe row[x] = (sum.x + sum.y) + (sum.z + sum.w)
        }
    }

    /// Three channels: a vector is a pixel and one value of the next; four outputs run at once to
    /// hide the latency of the additions, then are turned into a vector for each channel.
    private func resampleColorRow(into row: UnsafeMutablePointer<Float>) {
        let taps = horizontal.taps
        let line = unsafe UnsafePointer(line)
        let firsts = unsafe horizontal.firsts
        let last = horizontal.output - 1
        var x = 0
        while x <= last {
            let x1 = min(x + 1, last), x2 = min(x + 2, last), x3 = min(x + 3, last)
            let p0 = unsafe line + 3 * firsts[x], p1 = unsafe line + 3 * firsts[x1]
            let p2 = unsafe line + 3 * firsts[x2], p3 = unsafe line + 3 * firsts[x3]
            let w0 = unsafe horizontal.weights + x * taps, w1 = unsafe horizontal.weights + x1 * taps
            let w2 = unsafe horizontal.weights + x2 * taps, w3 = unsafe horizontal.weights + x3 * taps
            var a = SIMD4<Float>.zero, b = SIMD4<Float>.zero, c = SIMD4<Float>.zero, d = SIMD4<Float>.zero
            for k in 0..<taps {
                unsafe a += p0.vector4(at: 3 * k) * w0[k]
                unsafe b += p1.vector4(at: 3 * k) * w1[k]
                unsafe c += p2.vector4(at: 3 * k) * w2[k]
                unsafe d += p3.vector4(at: 3 * k) * w3[k]
            }
            unsafe row.store(SIMD4(a.x, b.x, c.x, d.x), at: x)
            unsafe row.store(SIMD4(a.y, b.y, c.y, d.y), at: ringRowStride + x)
            unsafe row.store(SIMD4(a.z, b.z, c.z, d.z), at: 2 * ringRowStride + x)
            x += 4
        }
    }
}

/// output[i] = Σ_k weights[k] · rows[k][i], in whole vectors: up to 15 values past `width` are written.
/// The vertical pass of a resize, and both passes of a blur.
@inline(never)
func combineRows(
    _ rows: UnsafeMutablePointer<UnsafePointer<Float>>, weights: UnsafeMutablePointer<Float>, taps: Int,
    into output: UnsafeMutablePointer<Float>, width: Int, clamped: Bool
) {
    var i = 0
    while i < width {
        var sum = SIMD16<Float>.zero
        for k in 0..<taps { unsafe sum += rows[k].vector16(at: i) * weights[k] }
        if clamped {
            sum.replace(with: 0, where: sum .< 0)
            sum.replace(with: 1, where: sum .> 1)
        }
        unsafe output.store(sum, at: i)
        i += 16
    }
}
