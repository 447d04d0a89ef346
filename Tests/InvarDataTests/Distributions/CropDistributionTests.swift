import Foundation
import Invar
import InvarData
import InvarRuntime
import Testing

/// What random resized crops are, against torchvision's definition: the area uniform, the ratio uniform in its logarithm, the
/// place uniform. Read from what the renderer shows.
@Suite struct CropDistributionTests {
    private static let count = 4000
    private let side = 16

    private func boxes(
        _ crop: RandomResizedCrop, _ ramp: Ramp, view: Int, count: Int = Self.count
    ) throws -> [Ramp.Box] {
        let probe = try Probe(
            crop, .crop, height: ramp.height, width: ramp.width, view: side, source: ramp.pixels)
        return (0..<count).map { ramp.box(probe(image: $0, view: view), side: side) }
    }

    /// Where no crop is too large for the image nothing is drawn again, and all four are uniform as they were drawn. Ratios that
    /// are not as far below 1 as above it tell width / height from height / width.
    @Test(arguments: [0, 1], [0.75...(4 / 3.0), 0.75...1]) func areaRatioAndPlace(
        view: Int, ratio: ClosedRange<Double>
    ) throws {
        let ramp = Ramp(height: 96, width: 96)
        let crop = RandomResizedCrop(scale: 0.1...0.7, ratio: ratio, antialias: false)
        let boxes = try boxes(crop, ramp, view: view)
        let areas = boxes.map { $0.area / 96 / 96 }
        #expect(areas.allSatisfy { (0.0999...0.7001).contains($0) })
        #expect(Statistics.kolmogorov(areas, uniform: 0.1...0.7) < 1.95)
        let logRatios = boxes.map(\.logRatio)
        #expect(Statistics.kolmogorov(logRatios, uniform: log(ratio.lowerBound)...log(ratio.upperBound)) < 1.95)
        #expect(Statistics.kolmogorov(boxes.map { $0.x / (96 - $0.width) }, uniform: 0...1) < 1.95)
        #expect(Statistics.kolmogorov(boxes.map { $0.y / (96 - $0.height) }, uniform: 0...1) < 1.95)
        #expect(boxes.allSatisfy { !$0.isFlipped })
    }

    /// A uniform ratio, or a uniform side, would be told apart.
    @Test func theBoundsTellOthersApart() {
        var random = CounterRandom(seed: 3, purpose: .sampling)
        let range = 0.75...(4 / 3.0)
        let ratios = (0..<Self.count).map { _ in log(random.uniform(in: range)) }
        #expect(Statistics.kolmogorov(ratios, uniform: log(0.75)...log(4 / 3.0)) > 3)
        let areas = (0..<Self.count).map { _ in pow(random.uniform(in: 0.1.squareRoot()...0.7.squareRoot()), 2) }
        #expect(Statistics.kolmogorov(areas, uniform: 0.1...0.7) > 3)
    }

    /// The definition, as it is written in torchvision's `get_params`, but for whole pixels.
    private func defined(_ crop: RandomResizedCrop, _ ramp: Ramp, _ random: inout CounterRandom) -> [Double] {
        let (h, w) = (Double(ramp.height), Double(ramp.width))
        for _ in 0..<10 {
            let area = h * w * random.uniform(in: crop.scale)
            let ratio = exp(random.uniform(in: log(crop.ratio.lowerBound)...log(crop.ratio.upperBound)))
            let (width, height) = ((area * ratio).squareRoot(), (area / ratio).squareRoot())
            if width <= w, height <= h {
                return [
                    width, height, random.uniform(in: 0...1) * (w - width), random.uniform(in: 0...1) * (h - height),
                ]
            }
        }
        let (width, height) = (min(w, h * crop.ratio.upperBound), min(h, w / crop.ratio.lowerBound))
        return [width, height, (w - width) / 2, (h - height) / 2]
    }

    /// Where crops are too large, how they are drawn again matters: the same as the definition does.
    @Test(arguments: [(96, 96), (60, 120), (120, 40)], [0.08...1.0, 0.5...1.0])
    func redrawing(size: (Int, Int), scale: ClosedRange<Double>) throws {
        let ramp = Ramp(height: size.0, width: size.1)
        let crop = RandomResizedCrop(scale: scale, antialias: false)
        let boxes = try boxes(crop, ramp, view: 0)
        var random = CounterRandom(seed: 17, item: size.0, purpose: .sampling)
        let wanted = (0..<(4 * Self.count)).map { _ in defined(crop, ramp, &random) }
        for (place, found) in [
            boxes.map(\.width), boxes.map(\.height), boxes.map(\.x), boxes.map(\.y),
        ].enumerated() {
            // to a hundredth of a pixel, so that equal boxes in the middle are equal
            let distance = Statistics.kolmogorov(
                found.map { ($0 * 100).rounded() }, wanted.map { ($0[place] * 100).rounded() })
            #expect(distance < 2.2, "quantity \(place)")
        }
    }
}
