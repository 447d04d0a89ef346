import Invar
import InvarData
import InvarRuntime
import TestSupport
import Testing

@Suite struct RendererTests {
    /// Views of random images, flat: [image][value].
    private func render(
        _ views: Views, _ image: Image, source: (Int, Int) = (9, 7), count: Int = 400, view: Int = 0, seed: UInt64 = 1,
        normalized: Bool = true
    ) throws -> (sources: [[UInt8]], views: [[Float]]) {
        let plan = try ViewPlan(views, image: image, normalized: normalized)
        let renderer = ViewRenderer(plan)
        let sources = (0..<count).map { randomBytes(source.0 * source.1 * image.channels, seed: UInt64($0)) }
        let views = sources.enumerated().map { index, bytes in
            var output = [Float](repeating: .nan, count: plan.viewSize)
            bytes.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                renderer.render(
                    SourceImage(base, height: source.0, width: source.1), seed: seed, epoch: 2, image: index,
                    view: view, into: &output)
            }
            return output
        }
        return (sources, views)
    }

    private let grey = Image(channels: 1, height: 9, width: 7)
    private let color = Image(channels: 3, height: 9, width: 7)

    private func plain(_ bytes: [UInt8]) -> [Float] { bytes.map { Float($0) * (1 / 255) } }

    private func mirrored(_ values: [Float], width: Int, channels: Int) -> [Float] {
        values.indices.map { i in
            let (row, rest) = i.quotientAndRemainder(dividingBy: width * channels)
            return values[row * width * channels + (width - 1 - rest / channels) * channels + rest % channels]
        }
    }

    @Test(arguments: [1, 3]) func noStepsAreTheImage(channels: Int) throws {
        let image = channels == 1 ? grey : color
        let (sources, views) = try render(Views {}, image, count: 3)
        #expect(views == sources.map(plain))
    }

    @Test(arguments: [1, 3]) func aFlipMirrorsHalf(channels: Int) throws {
        let image = channels == 1 ? grey : color
        let (sources, views) = try render(Views { HorizontalFlip(probability: 0.5) }, image)
        var flipped = 0
        for (source, view) in zip(sources.map(plain), views) where view != source {
            #expect(view == mirrored(source, width: 7, channels: channels))
            flipped += 1
        }
        #expect((150...250).contains(flipped))
    }

    @Test func probabilitiesArePerView() throws {
        let views = Views { Solarize(probability: 0, 1) }
        let (sources, first) = try render(views, grey, count: 5, view: 0)
        let (_, second) = try render(views, grey, count: 5, view: 1)
        #expect(first == sources.map(plain))
        let want = sources.map { plain($0).map { $0 >= Float(128.0 / 255) ? 1 - $0 : $0 } }
        #expect(second == want)
    }

    /// A jitter of one kind has a closed form for each image; over images the factor covers its range.
    @Test func brightnessCoversItsRange() throws {
        let (sources, views) = try render(Views { ColorJitter(brightness: 0.4) }, grey, normalized: false)
        var factors: [Float] = []
        for (source, view) in zip(sources.map(plain), views) {
            guard let place = view.indices.first(where: { source[$0] > 0.2 && view[$0] < 0.99 }) else { continue }
            let factor = view[place] / source[place]
            factors.append(factor)
            #expect(largestDifference(view, source.map { min($0 * factor, 1) }) < 1e-5)
        }
        #expect(factors.allSatisfy { (0.5999...1.4001).contains($0) })
        #expect((factors.min() ?? 1) < 0.63 && (factors.max() ?? 1) > 1.37)
    }

    /// Brightness then contrast and contrast then brightness differ; each view is one of the two, and both occur. The
    /// factors are the second and third numbers of the step's own counter, after the probability.
    @Test func jitterRunsInAnyOrder() throws {
        let jitter = Views { ColorJitter(brightness: 0.4, contrast: 0.4) }
        let (sources, views) = try render(jitter, grey, normalized: false)
        var counts = [0, 0]
        for (index, (source, view)) in zip(sources.map(plain), views).enumerated() {
            var random = CounterRandom(seed: 1, stream: 2, item: index)
            _ = random.bits()
            let brightness = Float(random.uniform(in: 0.6...1.4))
            let contrast = Float(random.uniform(in: 0.6...1.4))
            func bright(_ x: [Float]) -> [Float] { x.map { min(max($0 * brightness, 0), 1) } }
            func contrasted(_ x: [Float]) -> [Float] {
                let mean = x.reduce(0, +) / Float(x.count)
                return x.map { min(max($0 * contrast + (1 - contrast) * mean, 0), 1) }
            }
            let orders = [contrasted(bright(source)), bright(contrasted(source))]
            let errors = orders.map { largestDifference(view, $0) }
            #expect(min(errors[0], errors[1]) < 1e-5)
            if abs(errors[0] - errors[1]) > 1e-4 { counts[errors[0] < errors[1] ? 0 : 1] += 1 }
        }
        #expect(counts[0] > 100 && counts[1] > 100)
    }

    @Test func grayImagesIgnoreColorSteps() throws {
        let views = Views {
            ColorJitter(saturation: 0.4, hue: 0.1)
            Grayscale(probability: 1)
        }
        let (sources, got) = try render(views, grey, count: 5)
        #expect(got == sources.map(plain))
    }

    @Test func normalizationIsTheLastStep() throws {
        let image = Image(channels: 3, height: 9, width: 7, mean: [0.1, 0.2, 0.3], std: [0.5, 0.25, 2])
        let (sources, got) = try render(Views {}, image, count: 2)
        for (source, view) in zip(sources.map(plain), got) {
            for i in source.indices {
                let want = (Double(source[i]) - [0.1, 0.2, 0.3][i % 3]) / [0.5, 0.25, 2][i % 3]
                #expect(abs(Double(view[i]) - want) < 1e-6)
            }
        }
    }

    @Test(arguments: [(1, 1), (3, 5), (32, 32), (37, 41)], [1, 3]) func everyStepAtAnySize(
        size: (Int, Int), channels: Int
    ) throws {
        let image = Image(channels: channels, height: size.0, width: size.1)
        let views = Views {
            RandomResizedCrop(interpolation: .bicubic)
            HorizontalFlip()
            ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.2, hue: 0.1)
            Grayscale(probability: 0.2)
            GaussianBlur(kernel: 23, probability: 1, 0.1)
            Solarize(probability: 0.2)
        }
        for source in [(1, 1), (13, 29), (64, 48)] {
            let one = try render(views, image, source: source, count: 20).views
            #expect(one.joined().allSatisfy { (-1e-6...1.000001).contains($0) })
            #expect(try render(views, image, source: source, count: 20).views == one)
            if size.0 > 1 && source.0 > 1 {
                #expect(try render(views, image, source: source, count: 20, view: 1).views != one)
                #expect(try render(views, image, source: source, count: 20, seed: 2).views != one)
            }
        }
    }

    @Test func aStepDoesNotDisturbTheNext() throws {
        // each step draws from its own counter: with another probability before it, the flip is the same
        let (_, a) = try render(
            Views {
                Solarize(probability: 0); HorizontalFlip()
            }, grey)
        let (_, b) = try render(
            Views {
                Grayscale(probability: 0.5); HorizontalFlip()
            }, grey)
        #expect(a == b)
    }

    @Test func mistakesInTheViewsAreFound() {
        #expect(throws: Diagnostic.self) { try ViewPlan(Views { HorizontalFlip(probability: 2) }, image: grey) }
    }
}
