import Foundation
import Invar
import InvarData

/// Views of made-up images, from which can be read what a step drew.
///
/// A step stands where it stands in VICReg's list, behind steps that never happen: its random numbers are those that it has
/// there.
struct Probe {
    let image: Image
    let height: Int
    let width: Int
    let source: [UInt8]
    let renderer: ViewRenderer
    let size: Int

    /// Where each step stands in VICReg's list.
    enum Place: Int { case crop, flip, jitter, grayscale, blur, solarize }

    init(_ step: some ViewStep, _ place: Place, height: Int, width: Int, view: Int, source: [UInt8]) throws {
        image = Image(channels: 3, height: view, width: view)
        let views = Views {
            for _ in 0..<place.rawValue { HorizontalFlip(probability: 0) }
            step
        }
        let plan = try ViewPlan(views, image: image, normalized: false)
        (self.height, self.width, self.source, size) = (height, width, source, plan.viewSize)
        renderer = ViewRenderer(plan)
    }

    /// An image of one colour, as large as its view.
    init(_ step: some ViewStep, _ place: Place, color: [UInt8], side: Int = 4) throws {
        try self.init(
            step, place, height: side, width: side, view: side, source: (0..<(side * side)).flatMap { _ in color })
    }

    func callAsFunction(seed: UInt64 = 1, epoch: Int = 0, image: Int, view: Int) -> [Double] {
        var output = [Float](repeating: .nan, count: size)
        source.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            renderer.render(
                SourceImage(base, height: height, width: width), seed: seed, epoch: epoch, image: image, view: view,
                into: &output)
        }
        return output.map(Double.init)
    }
}

/// An image whose red says where a pixel lies from left to right, and its green from top to bottom: of a crop of it the
/// box can be read.
struct Ramp {
    let height: Int
    let width: Int
    /// Up to 128 on each side.
    var pixels: [UInt8] {
        (0..<(height * width)).flatMap { [UInt8(2 * ($0 % width)), UInt8(2 * ($0 / width)), 0] }
    }

    struct Box {
        let (x, y, width, height): (Double, Double, Double, Double)
        let isFlipped: Bool

        var area: Double { width * height }
        var logRatio: Double { Foundation.log(width / height) }
    }

    /// Of a view [side, side, 3] without antialiasing, whose values lie on the ramp's own line.
    func box(_ view: [Double], side: Int) -> Box {
        // pixels at the edge may reach beyond the image
        func centre(_ row: Int, _ column: Int, _ channel: Int) -> Double {
            view[(row * side + column) * 3 + channel] * 255 / 2 + 0.5
        }
        func line(_ first: Double, _ last: Double) -> (start: Double, length: Double) {
            let step = (last - first) / Double(side - 3)
            return (first - 1.5 * step, step * Double(side))
        }
        var across = line(centre(1, 1, 0), centre(1, side - 2, 0))
        let down = line(centre(1, 1, 1), centre(side - 2, 1, 1))
        let isFlipped = across.length < 0
        if isFlipped { across = (across.start + across.length, -across.length) }
        return Box(x: across.start, y: down.start, width: across.length, height: down.length, isFlipped: isFlipped)
    }
}

/// The hue of the first pixel in turns: how far along the hexagon of full colours it lies.
func hexagonHue(_ v: [Double]) -> Double {
    let (high, low) = (max(v[0], v[1], v[2]), min(v[0], v[1], v[2]))
    let sector =
        high == v[0]
        ? (v[1] - v[2]) / (high - low)
        : high == v[1] ? 2 + (v[2] - v[0]) / (high - low) : 4 + (v[0] - v[1]) / (high - low)
    return sector / 6
}
