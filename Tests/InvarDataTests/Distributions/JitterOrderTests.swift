import Foundation
import Invar
import InvarData
import TestSupport
import Testing

/// Brightness, contrast, saturation and hue run in any of 24 orders, all equally often.
///
/// The factors of an image are read from jitters of one kind each, whose numbers are the same; then the view is held
/// against all 24 orders. They differ where something is cut at 0 or 1: only factors for which all 24 differ are counted,
/// and which those are does not depend on the order.
@Suite struct JitterOrderTests {
    private static let orders = permutations([0, 1, 2, 3])

    private static func permutations(_ items: [Int]) -> [[Int]] {
        items.isEmpty ? [[]] : items.flatMap { item in permutations(items.filter { $0 != item }).map { [item] + $0 } }
    }

    private static let side = 6
    private static let noise = randomBytes(side * side * 3, seed: 12)

    /// One step of the definition on an image in Double.
    private static func apply(_ kind: Int, _ factor: Double, _ image: NaivePicture) -> NaivePicture {
        func cut(_ x: Double) -> Double { min(max(x, 0), 1) }
        func luma(_ i: Int) -> Double {
            0.299 * image.values[i] + 0.587 * image.values[i + 1] + 0.114 * image.values[i + 2]
        }
        var result = image
        let pixels = stride(from: 0, to: image.values.count, by: 3)
        switch kind {
        case 0: result.values = image.values.map { cut($0 * factor) }
        case 1:
            let mean = pixels.reduce(0) { $0 + luma($1) } / Double(image.values.count / 3)
            result.values = image.values.map { cut($0 * factor + (1 - factor) * mean) }
        case 2:
            for i in pixels {
                for c in 0..<3 { result.values[i + c] = cut(image.values[i + c] * factor + (1 - factor) * luma(i)) }
            }
        default: result = image.turnedHue(by: factor)
        }
        return result
    }

    @Test func allOrdersAreEquallyFrequent() throws {
        let side = Self.side
        let all = try Probe(
            ColorJitter(brightness: 0.8, contrast: 0.8, saturation: 0.8, hue: 0.3), .jitter, height: side, width: side,
            view: side, source: Self.noise)
        let color: [UInt8] = [100, 80, 60]
        let brightness = try Probe(ColorJitter(brightness: 0.8), .jitter, color: color)
        let two = (0..<16).flatMap { $0 % 2 == 0 ? [100, 100, 100] : [130, 130, 130] as [UInt8] }
        let contrast = try Probe(ColorJitter(contrast: 0.8), .jitter, height: 4, width: 4, view: 4, source: two)
        let saturation = try Probe(ColorJitter(saturation: 0.8), .jitter, color: color)
        let hue = try Probe(ColorJitter(hue: 0.3), .jitter, color: color)
        let start = hexagonHue(color.map(Double.init))
        func turn(_ found: [Double]) -> Double {
            let turn = hexagonHue(found) - start
            return turn - turn.rounded()
        }
        var counts = [Int](repeating: 0, count: 24)
        let luma = (0.299 * 100 + 0.587 * 80 + 0.114 * 60) / 255
        let source = NaivePicture(height: side, width: side, channels: 3, values: Self.noise.map { Double($0) / 255 })
        for image in 0..<2500 {
            let factors = [
                brightness(image: image, view: 0)[0] * 255 / 100,
                { ($0[3] - $0[0]) * 255 / 30 }(contrast(image: image, view: 0)),
                (saturation(image: image, view: 0)[0] - luma) / (100.0 / 255 - luma), turn(hue(image: image, view: 0)),
            ]
            let candidates = Self.orders.map { order in
                order.reduce(source) { Self.apply($1, factors[$1], $0) }.values
            }
            let found = all(image: image, view: 0)
            let errors = candidates.map { largestDifference($0, found) }
            let ranked = errors.indices.sorted { errors[$0] < errors[$1] }
            #expect(errors[ranked[0]] < 1e-3, "image \(image) is none of the orders")
            let areApart = candidates.indices.allSatisfy { a in
                (0..<a).allSatisfy { largestDifference(candidates[a], candidates[$0]) > 3e-3 }
            }
            if areApart { counts[ranked[0]] += 1 }
        }
        let counted = counts.reduce(0, +)
        #expect(counted > 240, "too few images tell all orders apart: \(counted)")
        let wanted = Double(counted) / 24
        let squares = counts.reduce(0) { $0 + (Double($1) - wanted) * (Double($1) - wanted) / wanted }
        // χ² with 23 degrees of freedom is above 49.7 for one in a thousand
        #expect(squares < 49.7, "\(counts)")
    }
}
