import CImageShim
import Foundation
import Invar
import InvarRuntime
import Synchronization

/// How fast views are made: images a second, each giving two views. The transforms of torchvision's peers.
package enum AugmentationBenchmark: String, CaseIterable, Sendable {
    /// 500×375 colour, the picture already in memory: bicubic crop to 224, flip, jitter, grey, blur (1 / 0.1),
    /// solarize (0 / 0.2).
    case augment224 = "augment-224"
    /// The same, from a JPEG file's bytes in memory.
    case augment224JPEG = "augment-224-jpeg"
    /// 32×32 colour: bicubic crop of scale 0.2 to 1, flip, jitter, grey, solarize (0 / 0.2).
    case augment32 = "augment-32"

    private var isLarge: Bool { self != .augment32 }

    package var views: Views {
        Views {
            RandomResizedCrop(scale: isLarge ? 0.08...1 : 0.2...1, interpolation: .bicubic)
            HorizontalFlip(probability: 0.5)
            ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.2, hue: 0.1, probability: 0.8)
            Grayscale(probability: 0.2)
            if isLarge { GaussianBlur(sigma: 0.1...2, probability: 1, 0.1) }
            Solarize(probability: 0, 0.2)
            Normalize.imageNet()
        }
    }

    package func plan() throws -> ViewPlan {
        let size = isLarge ? 224 : 32
        return try ViewPlan(views, image: Image(channels: 3, height: size, width: size))
    }

    /// Runs for about this long on this many threads, and returns images a second.
    package func imagesPerSecond(threads: Int, seconds: Double) throws -> Double {
        let plan = try plan()
        let picture = Self.smoothPicture(height: isLarge ? 375 : 32, width: isLarge ? 500 : 32)
        let file = self == .augment224JPEG ? try jpeg(picture) : nil
        let total = Mutex(0.0)
        let failure = Mutex<(any Error)?>(nil)
        inParallel(max(1, threads)) { worker in
            do {
                let rate = try measure(plan, picture, file, worker: worker, seconds: seconds)
                total.withLock { $0 += rate }
            } catch { failure.withLock { $0 = error } }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        return total.withLock { $0 }
    }

    private func measure(
        _ plan: ViewPlan, _ picture: Picture, _ file: [UInt8]?, worker: Int, seconds: Double
    ) throws -> Double {
        let renderer = ViewRenderer(plan)
        let decoder = ImageDecoder()
        var output = [Float](repeating: 0, count: plan.viewSize)
        func render(_ source: SourceImage, _ image: Int) {
            for view in 0..<2 {
                unsafe renderer.render(source, seed: 1, epoch: worker, image: image, view: view, into: &output)
            }
        }
        func make(_ image: Int) throws {
            guard let file else {
                return unsafe picture.pixels.withUnsafeBufferPointer { pixels in
                    guard let base = pixels.baseAddress else { return }
                    unsafe render(SourceImage(base, height: picture.height, width: picture.width), image)
                }
            }
            try unsafe file.withUnsafeBufferPointer { bytes in
                try unsafe decoder.withImage(
                    bytes, channels: 3,
                    denominator: { plan.denominator(seed: 1, epoch: worker, image: image, height: $0, width: $1) },
                    body: { render($0, image) })
            }
        }
        let warmUp = 10
        for image in 0..<warmUp { try make(image) }
        let begin = ContinuousClock.now
        var count = 0
        while true {
            try make(warmUp + count)
            count += 1
            let elapsed = begin.duration(to: .now) / .seconds(1)
            if elapsed >= seconds { return Double(count) / elapsed }
        }
    }

    /// Of the usual quality of a photograph, colours at half the resolution.
    private func jpeg(_ picture: Picture) throws -> [UInt8] {
        var bytes: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        var message = [CChar](repeating: 0, count: Int(INVAR_MESSAGE_SIZE))
        defer { unsafe free(bytes) }
        guard
            unsafe invar_jpeg_encode(
                picture.pixels, Int32(picture.width), Int32(picture.height), 3, 90, 2, 0, &bytes, &count, &message) != 0
        else { throw DataError("the benchmark's picture", "cannot be written as JPEG") }
        return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    /// Random values on a grid of 8 pixels, linear between: resizing and jitter see something like a photograph.
    static func smoothPicture(height: Int, width: Int) -> Picture {
        func corner(_ y: Int, _ x: Int, _ c: Int) -> Double {
            let place = UInt32(truncatingIfNeeded: (y &* 73_856_093) ^ (x &* 19_349_663) ^ (c &* 83_492_791))
            return Double((place &* 2_654_435_769) >> 24)
        }
        var picture = Picture(height: height, width: width, channels: 3)
        for y in 0..<height {
            for x in 0..<width {
                let (fy, fx) = (Double(y % 8) / 8, Double(x % 8) / 8)
                for c in 0..<3 {
                    let top = corner(y / 8, x / 8, c) * (1 - fx) + corner(y / 8, x / 8 + 1, c) * fx
                    let bottom = corner(y / 8 + 1, x / 8, c) * (1 - fx) + corner(y / 8 + 1, x / 8 + 1, c) * fx
                    picture.pixels[(y * width + x) * 3 + c] = UInt8(top * (1 - fy) + bottom * fy)
                }
            }
        }
        return picture
    }
}
