import Invar

/// How fast each effect is by itself: one view of a picture of 96 × 96 in colours, on one thread. Bytes become float32 planes before,
/// and float32 of [height, width, channels] after it; `nothing` is that alone.
package final class EffectBenchmark {
    package static let workload = "effects-96"
    private static let side = 96

    /// Each effect with parameters that peers know too.
    private static var effects: [(name: String, views: Views)] {
        let all = Views {
            RandomResizedCrop()
            HorizontalFlip(probability: 1)
            ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.2, hue: 0.1)
            Grayscale(probability: 1)
            GaussianBlur(sigma: 0.1...2, kernel: 9, probability: 1)
            Solarize(probability: 1)
            QuarterTurns([1, 2, 3])
            Rotation(degrees: -30...30)
            Affine(degrees: -20...20, translation: 0.1, scale: 0.8...1.2, shear: -10...10)
            Perspective(distortion: 0.5)
            Cutout()
            GaussianNoise(sigma: 0.1...0.1)
            Sobel()
            Sharpness(factor: 1.5...1.5)
            Posterize(bits: 3)
            Equalize()
            ChannelShuffle()
        }
        return [("nothing", Views {})] + all.steps.map { ($0.name, Views(steps: [$0])) }
    }

    /// One for each effect.
    package static func all() throws -> [EffectBenchmark] { try effects.map(EffectBenchmark.init) }

    package let name: String
    private let renderer: ViewRenderer
    private let picture = AugmentationBenchmark.smoothPicture(height: side, width: side)
    private var output: [Float]
    private var next = 0

    private init(_ name: String, _ views: Views) throws {
        let plan = try ViewPlan(views, image: Image(channels: 3, height: Self.side, width: Self.side))
        self.name = name
        renderer = ViewRenderer(plan)
        output = [Float](repeating: 0, count: plan.viewSize)
    }

    /// Makes so many views, each with other numbers.
    package func make(_ count: Int) {
        unsafe picture.pixels.withUnsafeBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            let source = unsafe SourceImage(base, height: Self.side, width: Self.side)
            for image in next..<(next + count) {
                unsafe renderer.render(source, seed: 1, epoch: 0, image: image, view: 0, into: &output)
            }
        }
        next += count
    }
}
