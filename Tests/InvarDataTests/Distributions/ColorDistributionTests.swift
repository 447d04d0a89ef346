import Foundation
import Invar
import InvarData
import Testing

/// How often steps happen and what they draw, for each view: read from what the renderer shows.
@Suite struct ColorDistributionTests {
    private static let count = 4000
    private static let color: [UInt8] = [120, 90, 60]
    private static let plain = color.map { Double($0) / 255 }
    private static let luma = 0.299 * plain[0] + 0.587 * plain[1] + 0.114 * plain[2]

    private func values(_ probe: Probe, _ view: Int, _ read: ([Double]) -> Double) -> [Double] {
        (0..<Self.count).map { read(probe(image: $0, view: view)) }
    }

    @Test(arguments: [0, 1]) func jitterFactors(view: Int) throws {
        let (plain, luma) = (Self.plain, Self.luma)
        let brightness = try Probe(ColorJitter(brightness: 0.4), .jitter, color: Self.color)
        #expect(Statistics.kolmogorov(values(brightness, view) { $0[0] / plain[0] }, uniform: 0.6...1.4) < 1.95)
        // beyond 1 there is no negative brightness
        let strong = try Probe(ColorJitter(brightness: 1.5), .jitter, color: [40, 40, 40])
        #expect(Statistics.kolmogorov(values(strong, view) { $0[0] * 255 / 40 }, uniform: 0...2.5) < 1.95)
        let saturation = try Probe(ColorJitter(saturation: 0.3), .jitter, color: Self.color)
        let factors = values(saturation, view) { ($0[0] - luma) / (plain[0] - luma) }
        #expect(Statistics.kolmogorov(factors, uniform: 0.7...1.3) < 1.95)
        let two = (0..<16).flatMap { $0 % 2 == 0 ? [100, 100, 100] : [150, 150, 150] as [UInt8] }
        let contrast = try Probe(
            ColorJitter(contrast: 0.4), .jitter, height: 4, width: 4, view: 4, source: two)
        #expect(Statistics.kolmogorov(values(contrast, view) { ($0[3] - $0[0]) * 255 / 50 }, uniform: 0.6...1.4) < 1.95)
        let hue = try Probe(ColorJitter(hue: 0.1), .jitter, color: Self.color)
        let turns = values(hue, view) { found in
            let turn = hexagonHue(found) - hexagonHue(plain)
            return turn - turn.rounded()
        }
        #expect(Statistics.kolmogorov(turns, uniform: -0.1...0.1) < 1.95)
    }

    /// Each step with a probability of its own for each view.
    @Test(arguments: [0, 1]) func probabilities(view: Int) throws {
        let asymmetric = [0.3, 0.8]
        let color: [UInt8] = [200, 90, 60]
        func check(_ probe: Probe, _ name: String) {
            let happened = (0..<Self.count).count { image in
                zip(probe(image: image, view: view), probe.source).contains {
                    abs($0 - Double($1) / 255) > 1e-4
                }
            }
            let distance = Statistics.deviations(happened, of: Self.count, probability: asymmetric[view])
            #expect(distance < 3.3, "\(name): \(happened) of \(Self.count)")
        }
        let ramp = Ramp(height: 4, width: 4)
        check(
            try Probe(
                HorizontalFlip(probability: 0.3, 0.8), .flip, height: 4, width: 4, view: 4, source: ramp.pixels), "flip"
        )
        // a hue that was turned by nearly nothing looks as if it had not been: too rare to count
        check(try Probe(ColorJitter(hue: 0.5, probability: 0.3, 0.8), .jitter, color: color), "jitter")
        check(try Probe(Grayscale(probability: 0.3, 0.8), .grayscale, color: color), "grayscale")
        check(try Probe(Solarize(probability: 0.3, 0.8), .solarize, color: color), "solarize")
        var point = [UInt8](repeating: 0, count: 9 * 9 * 3)
        for c in 0..<3 { point[(4 * 9 + 4) * 3 + c] = 255 }
        check(
            try Probe(
                GaussianBlur(sigma: 0.5...2, probability: 0.3, 0.8), .blur, height: 9, width: 9, view: 9, source: point),
            "blur")
    }

    /// A point becomes a Gaussian, whose σ its neighbour tells: exp(−1 / 2σ²).
    @Test(arguments: [0, 1]) func blurSigma(view: Int) throws {
        let side = 33
        var point = [UInt8](repeating: 0, count: side * side * 3)
        let middle = (side / 2 * side + side / 2) * 3
        point[middle] = 255
        let probe = try Probe(
            GaussianBlur(sigma: 0.4...2, probability: 1), .blur, height: side, width: side, view: side, source: point)
        let sigmas = (0..<1500).map { image in
            let view = probe(image: image, view: view)
            return (-1 / (2 * log(view[middle + 3] / view[middle]))).squareRoot()
        }
        #expect(Statistics.kolmogorov(sigmas, uniform: 0.4...2) < 1.95)
    }

    /// The values from the threshold on are inverted, the threshold's own among them, and no others: all bytes, in one image.
    @Test(arguments: [0, 1, 50, 127, 128, 200, 255, 256]) func solarizedValues(threshold: Double) throws {
        let bytes = (0..<256).flatMap { [UInt8($0), UInt8(255 - $0), UInt8($0)] }
        let probe = try Probe(
            Solarize(threshold: threshold, probability: 1), .solarize, height: 16, width: 16, view: 16, source: bytes)
        for (byte, found) in zip(bytes, probe(image: 0, view: 0)) {
            let want = Double(byte) >= threshold ? 255 - Double(byte) : Double(byte)
            #expect(abs(found * 255 - want) < 1e-3, "\(byte) with the threshold \(threshold)")
        }
    }
}
