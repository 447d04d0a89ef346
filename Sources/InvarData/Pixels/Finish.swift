extension PixelScratch {
    /// Writes the planes as NHWC, normalized: value · scale + bias for each channel, mirrored on request.
    func finish(
        channels: Int, height: Int, width: Int, mirrored: Bool, scale: SIMD16<Float>, bias: SIMD16<Float>,
        into output: UnsafeMutablePointer<Float>
    ) {
        if mirrored { mirror(channels: channels, height: height, width: width) }
        let count = height * width
        if channels == 1 {
            let (s, b) = (scale[0], bias[0])
            for i in 0..<count { unsafe output[i] = planes[i] * s + b }
        } else if channels == 3 {
            unsafe interleave(
                count: count, scale: scale.lowHalf.lowHalf, bias: bias.lowHalf.lowHalf, into: output)
        } else {
            unsafe interleaveChannels(channels, count: count, scale: scale, bias: bias, into: output)
        }
    }

    /// Left becomes right.
    func mirror(channels: Int, height: Int, width: Int) {
        for c in 0..<channels {
            for y in 0..<height { unsafe reverse(planes + c * planeStride + y * width, count: width) }
        }
    }

    private func reverse(_ row: UnsafeMutablePointer<Float>, count: Int) {
        var left = 0, right = count - 1
        while left < right {
            let kept = unsafe row[left]
            unsafe row[left] = row[right]
            unsafe row[right] = kept
            left += 1
            right -= 1
        }
    }

    private func interleave(
        count: Int, scale: SIMD4<Float>, bias: SIMD4<Float>, into output: UnsafeMutablePointer<Float>
    ) {
        let r = unsafe UnsafePointer(planes), g = unsafe r + planeStride, b = unsafe g + planeStride
        var i = 0
        while i + 4 <= count {
            let x = unsafe r.vector4(at: i) * scale.x + bias.x
            let y = unsafe g.vector4(at: i) * scale.y + bias.y
            let z = unsafe b.vector4(at: i) * scale.z + bias.z
            unsafe output.store(SIMD4(x.x, y.x, z.x, x.y), at: 3 * i)
            unsafe output.store(SIMD4(y.y, z.y, x.z, y.z), at: 3 * i + 4)
            unsafe output.store(SIMD4(z.z, x.w, y.w, z.w), at: 3 * i + 8)
            i += 4
        }
        while i < count {
            unsafe output[3 * i] = r[i] * scale.x + bias.x
            unsafe output[3 * i + 1] = g[i] * scale.y + bias.y
            unsafe output[3 * i + 2] = b[i] * scale.z + bias.z
            i += 1
        }
    }
}
