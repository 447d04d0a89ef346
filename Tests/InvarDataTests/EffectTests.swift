import Foundation
import Invar
import InvarData
import InvarRandom
import TestSupport
import Testing

/// Effects on the image that the fixtures are made of, and on any other.
struct EffectProbe {
    let height: Int
    let width: Int
    let channels: Int
    let source: [UInt8]

    /// The image `noise` of make_crops.py.
    init(height: Int, width: Int, channels: Int) {
        (self.height, self.width, self.channels) = (height, width, channels)
        source = (0..<(height * width * channels)).map { place in
            let (y, x, c) = (place / channels / width, place / channels % width, place % channels)
            return UInt8((x * x * 7 + y * 13 + x * y * 3 + c * 85 + ((x * 31) ^ (y * 17)) * 5) & 255)
        }
    }

    var values: [Float] { source.map { Float($0) * (1 / 255) } }
    var image: Image { Image(channels: channels, height: height, width: width) }

    func render(_ views: Views, seed: UInt64 = 1, epoch: Int = 0, place: Int = 0, view: Int = 0) throws -> [Float] {
        let plan = try ViewPlan(views, image: image, normalized: false)
        var output = [Float](repeating: .nan, count: plan.viewSize)
        source.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            ViewRenderer(plan).render(
                SourceImage(base, height: height, width: width), seed: seed, epoch: epoch, image: place, view: view,
                into: &output)
        }
        return output
    }

    func render(_ step: some ViewStep, seed: UInt64 = 1, place: Int = 0) throws -> [Float] {
        try render(Views { step }, seed: seed, place: place)
    }

    /// The image after a body, [height, width, channels].
    func changed(_ body: (inout Pixels) -> Void) -> [Float] {
        let count = height * width
        let memory = UnsafeMutablePointer<Float>.allocate(capacity: count * (channels + 1))
        defer { memory.deallocate() }
        memory.initialize(repeating: 0, count: count * (channels + 1))
        for (place, value) in values.enumerated() { memory[place % channels * count + place / channels] = value }
        var pixels = Pixels(
            memory, channels: channels, height: height, width: width, planeStride: count,
            spare: memory + channels * count)
        body(&pixels)
        return values.indices.map { memory[$0 % channels * count + $0 / channels] }
    }
}

@Suite struct EffectValueTests {
    /// One line of effects.txt and its part of effects.bin.
    struct Golden: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let name: String
        let numbers: [Double]
        let height: Int
        let width: Int
        let channels: Int
        let values: [Float]

        static let all: [Golden] = {
            guard let text = try? Fixture.bytes("effects.txt"), let data = try? Fixture.bytes("effects.bin") else {
                return []
            }
            var begin = 0
            return String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
                let words = line.split(separator: " ")
                let shape = words.suffix(3).compactMap { Int($0) }
                let count = shape.reduce(1, *)
                let bytes = data[begin..<(begin + 4 * count)]
                begin += 4 * count
                let values = Array(bytes).withUnsafeBytes { raw in
                    (0..<count).map { raw.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
                }
                return Golden(
                    testDescription: String(line), name: String(words[0]),
                    numbers: words.dropFirst().dropLast(3).compactMap { Double($0) }, height: shape[0],
                    width: shape[1], channels: shape[2], values: values)
            }
        }()
    }

    @Test func fixturesAreThere() { #expect(Golden.all.count == 44) }

    /// Against torchvision and PIL. What moves pixels computes places in float32, in another order than torchvision's grid: places
    /// differ by up to 2e-6 of the view's side, and values by as much as neighbours differ, up to 1. Steps on bytes are exact but for
    /// PIL's Sharpness, which rounds the smoothed image (0.7 of that stays at 1.7) and cuts the fractions of the result.
    @Test(arguments: Golden.all) func valuesAreTheirs(golden: Golden) throws {
        let probe = EffectProbe(height: golden.height, width: golden.width, channels: golden.channels)
        let n = golden.numbers
        let (got, tolerance): ([Float], Double) =
            switch golden.name {
            case "rotation": (try probe.render(Rotation(degrees: n[0]...n[0])), 1e-4)
            case "affine": (affine(probe, n), 1e-4)
            case "perspective": (try perspective(probe, n), 1e-4)
            case "sobel": (try probe.render(Sobel()), 1e-6)
            case "sharpness": (try probe.render(Sharpness(factor: n[0]...n[0])), 1e-6)
            case "sharpness-of-bytes": (try probe.render(Sharpness(factor: n[0]...n[0])), 1.4 / 255)
            case "posterize": (try probe.render(Posterize(bits: Int(n[0]))), 1e-7)
            case "equalize": (try probe.render(Equalize()), 1e-7)
            case "quarter-turns": (try probe.render(QuarterTurns([Int(n[0])])), 1e-7)
            case let other: throw Failure(other)
            }
        #expect(largestDifference(got, golden.values) <= tolerance)
    }

    struct Failure: Error {
        let name: String
        init(_ name: String) { self.name = name }
    }

    private func affine(_ probe: EffectProbe, _ n: [Double]) -> [Float] {
        let placement = Affine.Placement(
            degrees: n[0], right: n[1], down: n[2], scale: n[3], shear: n[4], verticalShear: n[5])
        return probe.changed { placement.warp((probe.height, probe.width)).apply(to: &$0, fill: 0) }
    }

    private func perspective(_ probe: EffectProbe, _ n: [Double]) throws -> [Float] {
        let corners = Perspective.Corners(
            topLeft: SIMD2(n[0], n[1]), topRight: SIMD2(n[2], n[3]), bottomRight: SIMD2(n[4], n[5]),
            bottomLeft: SIMD2(n[6], n[7]))
        let warp = try #require(corners.warp((probe.height, probe.width)))
        return probe.changed { warp.apply(to: &$0, fill: 0) }
    }
}

/// Every effect with parameters that change the image, and with some that do not.
private let changing: [any Augmentation] = [
    Rotation(), QuarterTurns([2]), Affine(degrees: -20...20, translation: 0.2, scale: 0.8...1.2, shear: -10...10),
    Perspective(), Cutout(), Cutout(fill: .mean), Cutout(fill: .noise), GaussianNoise(), Sobel(), Sharpness(),
    Posterize(), Equalize(), ChannelShuffle(),
]
private let idle: [any Augmentation] = [
    Rotation(degrees: 0...0), QuarterTurns([0]), Affine(), Perspective(distortion: 0),
    Affine(translation: 0, scale: 1...1, fill: 0.5), Cutout(area: 1...1), GaussianNoise(sigma: 0...0),
    Sharpness(factor: 1...1), Posterize(bits: 8),
]

@Suite struct EffectTests {
    private static let sizes = [(1, 1), (1, 7), (7, 1), (2, 2), (3, 3), (13, 11), (31, 31)]

    private func views(_ step: any Augmentation) -> Views { Views(steps: [Views.Step(step, at: nil)]) }

    @Test(arguments: idle.indices, [1, 3]) func identityLeavesTheImage(which: Int, channels: Int) throws {
        for (height, width) in Self.sizes {
            let probe = EffectProbe(height: height, width: width, channels: channels)
            #expect(try probe.render(views(idle[which])) == probe.values, "\(idle[which]) at \(height)×\(width)")
        }
    }

    /// Values stay in 0...1 at any size, depend on seed, epoch, image and view alone, and grey has grey's.
    @Test(arguments: changing.indices, [1, 3]) func anySizeAndAlwaysTheSame(which: Int, channels: Int) throws {
        for (height, width) in Self.sizes {
            let probe = EffectProbe(height: height, width: width, channels: channels)
            for seed in 1...3 as ClosedRange<UInt64> {
                let view = try probe.render(views(changing[which]), seed: seed)
                #expect(view.allSatisfy { (0...1).contains($0) }, "\(changing[which]) at \(height)×\(width)")
                #expect(try probe.render(views(changing[which]), seed: seed) == view)
            }
        }
        let large = EffectProbe(height: 31, width: 31, channels: channels)
        let seen = try (0..<8).map { try large.render(views(changing[which]), place: $0) }
        let changes = seen.contains { $0 != large.values }
        #expect(changes || (channels == 1 && changing[which] is ChannelShuffle), "\(changing[which])")
    }

    /// What draws anything draws other numbers for another image, view, epoch or seed.
    @Test(arguments: changing.indices) func numbersAreOfImageViewEpochAndSeed(which: Int) throws {
        let step = changing[which]
        if step is Sobel || step is Equalize || step is Posterize || step is QuarterTurns { return }
        let probe = EffectProbe(height: 31, width: 31, channels: 3)
        func eight(_ render: (Int) throws -> [Float]) rethrows -> [[Float]] { try (0..<8).map(render) }
        let plain = try eight { try probe.render(views(step), place: $0) }
        #expect(Set(plain).count > 3)
        #expect(try eight { try probe.render(views(step), place: $0, view: 1) } != plain)
        #expect(try eight { try probe.render(views(step), epoch: 1, place: $0) } != plain)
        #expect(try eight { try probe.render(views(step), seed: 2, place: $0) } != plain)
    }

    @Test func probabilityIsPerView() throws {
        let probe = EffectProbe(height: 9, width: 9, channels: 3)
        let sobel = Views { Sobel(probability: 0, 1) }
        #expect(try probe.render(sobel, view: 0) == probe.values)
        #expect(try probe.render(sobel, view: 1) != probe.values)
        let some = try (0..<400).filter { try probe.render(Sobel(probability: 0.3), place: $0) != probe.values }
        #expect((80...160).contains(some.count))
    }

    @Test func quarterTurnsAndRotationsAgree() throws {
        let probe = EffectProbe(height: 12, width: 12, channels: 3)
        for turns in 1...3 {
            let angle = 90 * Double(turns)
            let rotated = try probe.render(Rotation(degrees: angle...angle))
            #expect(try largestDifference(probe.render(QuarterTurns([turns])), rotated) < 1e-4)
        }
        let four = Views { for _ in 0..<4 { QuarterTurns([1]) } }
        #expect(try probe.render(four) == probe.values)
        let all = try Set((0..<400).map { try probe.render(QuarterTurns(), place: $0) })
        #expect(all.count == 4)
    }

    /// A step that tells left from right sees what a flip before it made.
    @Test func aRotationBehindAFlipTurnsTheSameWay() throws {
        let probe = EffectProbe(height: 12, width: 12, channels: 3)
        let flipped = Views {
            HorizontalFlip(probability: 1); QuarterTurns([1]); HorizontalFlip(probability: 1)
        }
        #expect(try probe.render(flipped) == probe.render(QuarterTurns([3])))
    }

    @Test func fillIsWhatComesFromOutside() throws {
        let probe = EffectProbe(height: 20, width: 20, channels: 1)
        let corner = try probe.render(Rotation(degrees: 45...45, fill: 0.5))[0]
        #expect(corner == 0.5)
        let small = try probe.render(Affine(scale: 0.5...0.5, fill: 1))
        #expect(small[0] == 1 && small[19 * 20 + 19] == 1)
    }

    /// Shares of the area, ratios and places cover their ranges and no more.
    @Test func cutoutHasItsRange() throws {
        let probe = EffectProbe(height: 40, width: 40, channels: 1)
        let cut = Cutout(area: 0.1...0.3, ratio: 0.5...2, fill: .value(1.0))
        var (shares, ratios, tops): ([Double], [Double], [Int]) = ([], [], [])
        for place in 0..<300 {
            let view = try probe.render(cut, place: place)
            // the fixture's image is nowhere white over a whole row
            let rows = (0..<40).filter { y in (0..<40).filter { view[y * 40 + $0] == 1 }.count > 5 }
            let columns = (0..<40).filter { x in (0..<40).filter { view[$0 * 40 + x] == 1 }.count > 5 }
            guard let top = rows.first else { continue }
            tops.append(top)
            shares.append(Double(rows.count * columns.count) / 1600)
            ratios.append(Double(columns.count) / Double(rows.count))
        }
        #expect(shares.count > 290)
        #expect(shares.allSatisfy { (0.08...0.33).contains($0) } && ratios.allSatisfy { (0.45...2.2).contains($0) })
        #expect((shares.min() ?? 1) < 0.12 && (shares.max() ?? 0) > 0.28)
        #expect((ratios.min() ?? 1) < 0.6 && (ratios.max() ?? 0) > 1.7)
        #expect(tops.min() == 0 && (tops.max() ?? 0) > 20)
    }

    /// Mean, deviation, and independence of neighbours, where nothing is cut off.
    @Test func noiseIsNormal() throws {
        let grey = EffectProbe(height: 101, width: 101, channels: 3)
        var noise: [Double] = []
        let view = try grey.render(GaussianNoise(sigma: 0.05...0.05))
        for (value, source) in zip(view, grey.values) where source > 0.3 && source < 0.7 {
            noise.append(Double(value - source) / 0.05)
        }
        let count = Double(noise.count)
        let mean = noise.reduce(0, +) / count
        let second = noise.reduce(0) { $0 + $1 * $1 } / count
        let fourth = noise.reduce(0) { $0 + $1 * $1 * $1 * $1 } / count
        let neighbours = zip(noise, noise.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / count
        #expect(count > 5000)
        #expect(abs(mean) < 0.05 && abs(second - 1) < 0.08 && abs(fourth - 3) < 0.5 && abs(neighbours) < 0.05)
    }

    @Test func channelsComeInSixOrders() throws {
        let probe = EffectProbe(height: 1, width: 1, channels: 3)
        let orders = try (0..<600).map { try probe.render(ChannelShuffle(), place: $0) }
        let counts = Dictionary(grouping: orders) { $0 }.mapValues(\.count)
        #expect(counts.count == 6 && counts.values.allSatisfy { (60...145).contains($0) })
    }

    @Test func impossibleNumbersAreRefused() {
        let image = Image(channels: 3, height: 8, width: 6)
        let wrong: [(any Augmentation, String)] = [
            (Rotation(degrees: -400...0), "Rotation with degrees"), (Rotation(degrees: 0 ... .infinity), "degrees"),
            (Rotation(fill: 2), "Rotation with fill 2.0"), (QuarterTurns([4]), "some of 0, 1, 2 and 3"),
            (QuarterTurns([]), "some of 0, 1, 2 and 3"), (QuarterTurns(), "height 8 and width 6"),
            (Affine(translation: 1.5), "a share of the sides"), (Affine(scale: 0...1), "a factor is above 0"),
            (Affine(shear: -90...0), "above -90 and below 90"), (Affine(verticalShear: 0...90), "verticalShear"),
            (Affine(degrees: 0...1000), "Affine with degrees"), (Affine(fill: -1), "Affine with fill"),
            (Perspective(distortion: 1.1), "distortion 1.1"), (Perspective(fill: .nan), "Perspective with fill"),
            (Cutout(area: 0...0.5), "Cutout with area"), (Cutout(area: 0.5...1.5), "Cutout with area"),
            (Cutout(ratio: 0...1), "Cutout with ratio"), (Cutout(fill: .value(3)), "Cutout with fill 3.0"),
            (GaussianNoise(sigma: -1...0), "GaussianNoise with sigma"), (Sharpness(factor: -1...1), "with factor"),
            (Posterize(bits: 0), "Posterize with 0 bits"), (Posterize(bits: 9), "Posterize with 9 bits"),
            (Sobel(probability: 1.5), "Sobel with probability 1.5"), (Equalize(probability: -1), "Equalize with"),
        ]
        for (step, words) in wrong {
            let found = views(step).problems(for: image).map(\.message)
            #expect(found.count == 1 && found[0].contains(words), "\(step): \(found)")
        }
        for step in changing + idle {
            #expect(views(step).problems(for: Image(channels: 1, height: 8, width: 8)).isEmpty, "\(step)")
        }
    }

    @Test func areKept() throws {
        let all = Views(steps: (changing + idle).map { Views.Step($0, at: nil) })
        let text = try JSONEncoder().encode(all)
        #expect(try JSONDecoder().decode(Views.self, from: text) == all)
        #expect(!String(decoding: text, as: UTF8.self).contains("own"))
        for (one, other) in zip(changing, changing.dropFirst()) { #expect(views(one) != views(other)) }
    }
}
