import Foundation
import Invar
import InvarData
import InvarRuntime

/// A picture in Double, channels last: the slow and plain forms that the kernels are held against.
struct NaivePicture {
    var height: Int
    var width: Int
    var channels: Int
    var values: [Double]

    init(height: Int, width: Int, channels: Int, values: [Double]) {
        (self.height, self.width, self.channels, self.values) = (height, width, channels, values)
    }

    subscript(y: Int, x: Int, c: Int) -> Double {
        get { values[(y * width + x) * channels + c] }
        set { values[(y * width + x) * channels + c] = newValue }
    }

    func resized(to size: (height: Int, width: Int), box: CropBox, interpolation: Interpolation, antialias: Bool)
        -> NaivePicture
    {
        var result = NaivePicture(
            height: size.height, width: size.width, channels: channels,
            values: [Double](repeating: 0, count: size.height * size.width * channels))
        for y in 0..<size.height {
            let rows = weights(
                at: y, of: size.height, start: box.y, length: box.height, source: height, interpolation, antialias)
            for x in 0..<size.width {
                let columns = weights(
                    at: x, of: size.width, start: box.x, length: box.width, source: width, interpolation, antialias)
                for c in 0..<channels {
                    var sum = 0.0
                    for (row, v) in rows { for (column, w) in columns { sum += v * w * self[row, column, c] } }
                    result[y, x, c] = min(max(sum, 0), 1)
                }
            }
        }
        return result
    }

    private func weights(
        at i: Int, of output: Int, start: Double, length: Double, source: Int, _ interpolation: Interpolation,
        _ antialias: Bool
    ) -> [(Int, Double)] {
        let scale = length / Double(output)
        let widening = antialias ? max(1, scale) : 1
        let center = start + (Double(i) + 0.5) * scale
        func filter(_ x: Double) -> Double {
            let x = abs(x)
            switch interpolation {
            case .bilinear: return max(0, 1 - x)
            case .bicubic:
                return x < 1
                    ? 1.5 * x * x * x - 2.5 * x * x + 1 : x < 2 ? -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2 : 0
            }
        }
        let all = (0..<source).map { ($0, filter((Double($0) + 0.5 - center) / widening)) }.filter { $0.1 != 0 }
        let sum = all.reduce(0) { $0 + $1.1 }
        return all.map { ($0.0, $0.1 / sum) }
    }

    func blurred(sigma: Double, radius: Int) -> NaivePicture {
        let kernel = (-radius...radius).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
        let sum = kernel.reduce(0, +)
        func reflect(_ i: Int, _ n: Int) -> Int {
            var i = i
            while i < 0 || i >= n {
                if n == 1 { return 0 }
                i = i < 0 ? -i : 2 * (n - 1) - i
            }
            return i
        }
        var result = self
        for y in 0..<height {
            for x in 0..<width {
                for c in 0..<channels {
                    var total = 0.0
                    for (i, v) in kernel.enumerated() {
                        for (j, w) in kernel.enumerated() {
                            total += v * w * self[reflect(y + i - radius, height), reflect(x + j - radius, width), c]
                        }
                    }
                    result[y, x, c] = total / (sum * sum)
                }
            }
        }
        return result
    }

    func turnedHue(by turn: Double) -> NaivePicture {
        var result = self
        for i in stride(from: 0, to: values.count, by: 3) {
            let (r, g, b) = (values[i], values[i + 1], values[i + 2])
            let (high, low) = (max(r, g, b), min(r, g, b))
            let span = high - low
            guard span > 0 else { continue }
            var h = high == r ? (g - b) / span : high == g ? 2 + (b - r) / span : 4 + (r - g) / span
            h = (h / 6 + turn + 2).truncatingRemainder(dividingBy: 1) * 6
            let (sector, f, s) = (Int(h) % 6, h - h.rounded(.down), span / high)
            let (p, q, t) = (high * (1 - s), high * (1 - s * f), high * (1 - s * (1 - f)))
            let rgb = [(high, t, p), (q, high, p), (p, high, t), (p, q, high), (t, p, high), (high, p, q)][sector]
            (result.values[i], result.values[i + 1], result.values[i + 2]) = rgb
        }
        return result
    }
}

/// Bytes that depend on the seed alone.
func randomBytes(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = CounterRandom(seed: seed, purpose: .sampling)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.bits()) }
}

extension PixelScratch {
    /// The planes as a picture with channels last.
    func picture(height: Int, width: Int, channels: Int) -> NaivePicture {
        var picture = NaivePicture(
            height: height, width: width, channels: channels,
            values: [Double](repeating: 0, count: height * width * channels))
        for c in 0..<channels {
            for i in 0..<(height * width) { picture.values[i * channels + c] = Double(planes[c * planeStride + i]) }
        }
        return picture
    }

    func load(_ picture: NaivePicture) {
        for c in 0..<picture.channels {
            for i in 0..<(picture.height * picture.width) {
                planes[c * planeStride + i] = Float(picture.values[i * picture.channels + c])
            }
        }
    }
}
