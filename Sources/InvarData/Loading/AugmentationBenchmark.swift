import Foundation
import Invar
import Synchronization

/// How fast views are made: images a second, each giving two views, the picture already in memory.
/// The transforms of torchvision's peers.
package enum AugmentationBenchmark: String, CaseIterable, Sendable {
    /// 500×375 colour: bicubic crop to 224, flip, jitter, grey, blur (1 / 0.1), solarize (0 / 0.2).
    case augment224 = "augment-224"
    /// 32×32 colour: bicubic crop of scale 0.2 to 1, flip, jitter, grey, solarize (0 / 0.2).
    case augment32 = "augment-32"

    package var views: Views {
        let large = self == .augment224
        return Views {
            RandomResizedCrop(scale: large ? 0.08...1 : 0.2...1, interpolation: .bicubic)
            HorizontalFlip(probability: 0.5)
            ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.2, hue: 0.1, probability: 0.8)
            Grayscale(probability: 0.2)
            if large { GaussianBlur(sigma: 0.1...2, probability: 1, 0.1) }
            Solarize(probability: 0, 0.2)
            Normalize.imageNet()
        }
    }

    package func plan() throws -> ViewPlan {
        let (size, height, width) = self == .augment224 ? (224, 375, 500) : (32, 32, 32)
        return try ViewPlan(
            views, image: Image(channels: 3, height: size, width: size), sourceHeight: height, sourceWidth: width,
            sourceChannels: 3)
    }

    /// Runs for about this long on this many threads, and returns images a second.
    package func imagesPerSecond(threads: Int, seconds: Double) throws -> Double {
        let plan = try plan()
        let pixels = smoothPicture(height: plan.sourceHeight, width: plan.sourceWidth)
        let total = Mutex(0.0)
        DispatchQueue.concurrentPerform(iterations: max(1, threads)) { worker in
            let rate = AugmentationBenchmark.measure(plan, pixels, worker: worker, seconds: seconds)
            total.withLock { $0 += rate }
        }
        return total.withLock { $0 }
    }

    private static func measure(_ plan: ViewPlan, _ pixels: [UInt8], worker: Int, seconds: Double) -> Double {
        let renderer = ViewRenderer(plan)
        var output = [Float](repeating: 0, count: plan.viewSize)
        let clock = ContinuousClock()
        var count = 0
        var begin = clock.now
        let warmUp = 10
        return pixels.withUnsafeBufferPointer { pixels in
            output.withUnsafeMutableBufferPointer { output in
                guard let source = pixels.baseAddress, let target = output.baseAddress else { return 0 }
                while true {
                    for view in 0..<2 {
                        renderer.render(source, seed: 1, epoch: worker, image: count, view: view, into: target)
                    }
                    count += 1
                    if count == warmUp { begin = clock.now }
                    let elapsed = begin.duration(to: clock.now) / .seconds(1)
                    if count > warmUp && elapsed >= seconds { return Double(count - warmUp) / elapsed }
                }
            }
        }
    }

    /// Random values on a grid of 8 pixels, linear between: resizing and jitter see something like a photograph.
    private func smoothPicture(height: Int, width: Int) -> [UInt8] {
        func corner(_ y: Int, _ x: Int, _ c: Int) -> Double {
            let place = UInt32(truncatingIfNeeded: (y &* 73_856_093) ^ (x &* 19_349_663) ^ (c &* 83_492_791))
            return Double((place &* 2_654_435_769) >> 24)
        }
        var pixels = [UInt8]()
        pixels.reserveCapacity(height * width * 3)
        for y in 0..<height {
            for x in 0..<width {
                let (fy, fx) = (Double(y % 8) / 8, Double(x % 8) / 8)
                for c in 0..<3 {
                    let top = corner(y / 8, x / 8, c) * (1 - fx) + corner(y / 8, x / 8 + 1, c) * fx
                    let bottom = corner(y / 8 + 1, x / 8, c) * (1 - fx) + corner(y / 8 + 1, x / 8 + 1, c) * fx
                    pixels.append(UInt8(top * (1 - fy) + bottom * fy))
                }
            }
        }
        return pixels
    }
}
