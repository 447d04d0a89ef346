/// Passes over images of any number of channels; grey and colour have faster ones of their own.
extension PixelScratch {
    /// One row of the source becomes a row of each channel: a vector of 16 holds a pixel's channels and what lies behind them.
    func resampleChannelRow(into row: UnsafeMutablePointer<Float>, channels: Int) {
        let taps = horizontal.taps
        let line = unsafe UnsafePointer(line)
        for x in 0..<horizontal.output {
            let pixel = unsafe line + channels * horizontal.firsts[x]
            let weights = unsafe horizontal.weights + x * taps
            var sum = SIMD16<Float>.zero
            for k in 0..<taps { unsafe sum += pixel.vector16(at: channels * k) * weights[k] }
            for c in 0..<channels { unsafe row[c * ringRowStride + x] = sum[c] }
        }
    }

    /// The planes as NHWC, value · scale + bias.
    func interleaveChannels(
        _ channels: Int, count: Int, scale: SIMD16<Float>, bias: SIMD16<Float>, into output: UnsafeMutablePointer<Float>
    ) {
        for c in 0..<channels {
            let plane = unsafe planes + c * planeStride
            let (s, b) = (scale[c], bias[c])
            for i in 0..<count { unsafe output[i * channels + c] = plane[i] * s + b }
        }
    }
}
