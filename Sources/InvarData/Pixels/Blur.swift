import Foundation

extension PixelScratch {
    /// A Gaussian blur of one plane: rows, then columns, the border reflected without repeating the
    /// edge (as torchvision pads), any number of times where the image is smaller than the kernel.
    package func blur(_ plane: UnsafeMutablePointer<Float>, height: Int, width: Int, radius: Int) {
        let taps = 2 * radius + 1
        for k in 0..<taps { unsafe rows[k] = UnsafePointer(line + k) }
        for y in 0..<height {
            let row = unsafe plane + y * width
            unsafe (line + radius).update(from: row, count: width)
            for k in 1..<(radius + 1) {
                unsafe line[radius - k] = row[reflect(-k, width)]
                unsafe line[radius + width - 1 + k] = row[reflect(width - 1 + k, width)]
            }
            unsafe combineRows(
                rows, weights: kernel, taps: taps, into: passed + y * width, width: width, clamped: false)
        }
        for y in 0..<height {
            for k in 0..<taps { unsafe rows[k] = UnsafePointer(passed + reflect(y + k - radius, height) * width) }
            unsafe combineRows(rows, weights: kernel, taps: taps, into: plane + y * width, width: width, clamped: false)
        }
    }

    /// Fills the kernel with exp(-k² / 2σ²), normalized, and returns its radius. Taps that
    /// would weigh less than float's rounding (beyond 5.8 σ) are left out.
    package func fillGaussian(sigma: Double, maximumRadius: Int) -> Int {
        let radius = max(0, min(maximumRadius, Int((5.8 * sigma).rounded(.up))))
        var sum: Float = 0
        for k in -radius...radius {
            let weight = Float(exp(-Double(k * k) / (2 * sigma * sigma)))
            unsafe kernel[k + radius] = weight
            sum += weight
        }
        for k in 0...(2 * radius) { unsafe kernel[k] /= sum }
        return radius
    }

    /// The place in 0..<count that an index outside mirrors to: -1 is 1, count is count - 2.
    @inline(__always)
    private func reflect(_ index: Int, _ count: Int) -> Int {
        if index >= 0 && index < count { return index }
        if count == 1 { return 0 }
        let period = 2 * (count - 1)
        let folded = ((index % period) + period) % period
        return folded < count ? folded : period - folded
    }
}
