import Foundation
import Invar
import InvarData
import InvarRandom
import TestSupport
import Testing

/// Augmentations as somebody writes them outside of the package: by what is public.
private struct Posterize: Augmentation {
    var levels = 4
    var probability = PerView(1.0)

    func problems(for image: Image) -> [Diagnostic] {
        levels < 2 ? [Diagnostic("Posterize with \(levels) levels; use 2 or more")] : []
    }

    func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let steps = Float(levels - 1)
        pixels.map { ($0 * steps).rounded() / steps }
    }
}

/// Darkens the left half, and writes a number of its own into the first pixel.
private struct LeftHalf: Augmentation {
    func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        for c in 0..<pixels.channels {
            let width = pixels.width
            pixels.withPlane(c) { plane in
                for i in plane.indices where i % width < width / 2 { plane[i] = 0 }
            }
            pixels[c, 0, 0] = random.uniform()
        }
    }
}

private struct Noise: Augmentation {
    let strength: Float
    func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        pixels.map { min(max($0 + strength * random.normal(), 0), 1) }
    }
}

private struct Labels: Augmentation {
    var numbers: Set<Int>
    func apply(to pixels: inout Pixels, random: inout ViewRandom) {}
}

private struct Exact: Augmentation {
    var factor: Double
    func apply(to pixels: inout Pixels, random: inout ViewRandom) {}
}

/// A description, and nothing that it does.
private struct Idle: ViewStep {}

@Suite struct OwnAugmentationTests {
    private let grey = Image(channels: 1, height: 9, width: 7)
    private let color = Image(channels: 3, height: 9, width: 7)

    private func render(_ views: Views, _ image: Image, at place: Int = 0, view: Int = 0, seed: UInt64 = 1) throws
        -> (source: [Float], view: [Float])
    {
        let plan = try ViewPlan(views, image: image, normalized: false)
        let bytes = randomBytes(9 * 7 * image.channels, seed: 5)
        var output = [Float](repeating: .nan, count: plan.viewSize)
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            ViewRenderer(plan).render(
                SourceImage(base, height: 9, width: 7), seed: seed, epoch: 0, image: place, view: view, into: &output)
        }
        return (bytes.map { Float($0) * (1 / 255) }, output)
    }

    @Test(arguments: [1, 3]) func changesEachPixel(channels: Int) throws {
        let (source, view) = try render(Views { Posterize(levels: 3) }, channels == 1 ? grey : color)
        #expect(view == source.map { ($0 * 2).rounded() / 2 })
    }

    @Test func happensWithTheProbabilityOfItsView() throws {
        let views = Views { Posterize(levels: 2, probability: PerView(0, 1)) }
        let (source, first) = try render(views, grey, view: 0)
        #expect(first == source)
        #expect(try Set(render(views, grey, view: 1).view) == [0, 1])
        let some = try (0..<400).filter {
            try render(Views { Posterize(probability: PerView(0.3)) }, grey, at: $0).view != source
        }
        #expect((80...160).contains(some.count))
    }

    /// A step that tells left from right sees the image mirrored, if a flip stands before it; one behind it does not.
    @Test(arguments: [1, 3]) func standsWhereItIsWritten(channels: Int) throws {
        let image = channels == 1 ? grey : color
        func leftIsDark(_ views: Views) throws -> Bool {
            let view = try render(views, image).view
            return (1..<9).allSatisfy { y in (0..<3).allSatisfy { view[(y * 7 + $0) * channels] == 0 } }
        }
        func rightIsDark(_ views: Views) throws -> Bool {
            let view = try render(views, image).view
            return (1..<9).allSatisfy { y in (4..<7).allSatisfy { view[(y * 7 + $0) * channels] == 0 } }
        }
        let flip = HorizontalFlip(probability: 1)
        #expect(try leftIsDark(Views { LeftHalf() }))
        #expect(
            try leftIsDark(
                Views {
                    flip; LeftHalf()
                }))
        #expect(
            try rightIsDark(
                Views {
                    LeftHalf(); flip
                }))
        #expect(
            try rightIsDark(
                Views {
                    flip; LeftHalf(); flip
                }))
    }

    @Test func numbersDependOnImageViewSeedAndPlace() throws {
        func first(_ views: Views, _ place: Int, _ view: Int, _ seed: UInt64) throws -> [Float] {
            let pixels = try render(views, color, at: place, view: view, seed: seed).view
            return Array(pixels[0..<3])
        }
        let one = Views { LeftHalf() }
        let two = Views {
            Solarize(probability: 0); LeftHalf()
        }
        let all = try [
            first(one, 0, 0, 1), first(one, 1, 0, 1), first(one, 0, 1, 1), first(one, 0, 0, 2), first(two, 0, 0, 1),
        ]
        #expect(Set(all).count == all.count)
        #expect(try first(one, 0, 0, 1) == all[0])
    }

    @Test func randomNumbersHaveTheirRanges() {
        var random = ViewRandom(CounterRandom(seed: 3))
        for _ in 0..<1000 {
            #expect((0..<1).contains(random.uniform()))
            #expect((-2...3).contains(random.uniform(in: -2...3.0)))
            #expect((0..<7).contains(random.integer(below: 7)))
            #expect((10...20).contains(Int.random(in: 10...20, using: &random)))
        }
        let normal = (0..<10_000).map { _ in Double(random.normal()) }
        #expect(abs(normal.reduce(0, +) / 10_000) < 0.05)
        #expect(abs(normal.reduce(0) { $0 + $1 * $1 } / 10_000 - 1) < 0.06)
    }

    /// Threads share the step, and each has pixels of its own.
    @Test(arguments: [1, 3]) func anyNumberOfWorkersMakesTheSameViews(workers: Int) throws {
        let data = try Dataset(
            name: "noise", split: .train, height: 9, width: 7, channels: 1, pixels: randomBytes(40 * 63, seed: 1),
            labels: nil)
        func views(_ workers: Int) throws -> [Float] {
            let plan = try ViewPlan(
                Views {
                    HorizontalFlip(); Noise(strength: 0.2); Posterize()
                }, image: grey)
            let loader = try BatchLoader(data, plan: plan, batch: 8, seed: 2, steps: 10, workers: workers)
            var all: [Float] = []
            while try loader.withNext({ (batch: ViewBatch) -> Void in all += batch.views.flatMap(Array.init) })
                != nil
            {}
            return all
        }
        #expect(try views(workers) == views(2))
    }

    @Test func problemsHaveTheLineOfTheStep() {
        let line = #line
        let found = Views {
            Posterize(levels: 1)
            Posterize(probability: PerView(0.5, 2))
            Idle()
            Exact(factor: .nan)
            RandomResizedCrop()
        }.problems(for: grey)
        #expect(found.map { ($0.site?.line ?? 0) - line } == [2, 3, 4, 5, 6])
        let parts = [
            "Posterize with 1 levels", "Posterize with probability 2.0", "Idle says nothing of what it does",
            "Exact has parameters that cannot be stored", "put it first",
        ]
        for (problem, part) in zip(found, parts) { #expect(problem.message.contains(part), "\(problem)") }
    }

    /// What `run.json` keeps tells equal steps from others, without knowing the type.
    @Test func parametersAreKept() throws {
        func stored(_ views: Views) throws -> Views {
            try JSONDecoder().decode(Views.self, from: JSONEncoder().encode(views))
        }
        let views = Views {
            RandomResizedCrop()
            Posterize(levels: 5)
            Solarize(probability: 0.1)
            Labels(numbers: Set(0..<50))
        }
        let read = try stored(views)
        #expect(read == views && views == read && read.hashValue == views.hashValue)
        #expect(try stored(read) == views)
        #expect(read.steps.map(\.name) == ["RandomResizedCrop", "Posterize", "Solarize", "Labels"])
        #expect(
            read
                != Views {
                    RandomResizedCrop(); Posterize(levels: 6); Solarize(probability: 0.1)
                })
        #expect(try stored(Views { Posterize() }) != Views { Posterize(levels: 5) })
        #expect(try stored(Views { Exact(factor: 0.1) }) != Views { Exact(factor: 0.1.nextUp) })
        #expect(try stored(Views { Exact(factor: 0.1) }) == Views { Exact(factor: 0.1) })
        #expect(try stored(Views { Posterize() }) != Views { Noise(strength: 1) })
        #expect(throws: Diagnostic.self) { try ViewPlan(read, image: grey) }
    }

    /// As the versions before this one wrote them.
    @Test func earlierRecordsAreRead() throws {
        let text = #"""
            {"steps":[
              {"randomResizedCrop":{"_0":{"antialias":true,"interpolation":"bicubic","oversize":"redraw",
                "ratio":[0.75,1.3333333333333333],"scale":[0.2,1],"written":{"site":{"file":"Invar/Views.swift","line":30}}}}},
              {"solarize":{"_0":{"probability":{"first":0,"second":0.2},"threshold":128,
                "written":{"site":{"file":"Invar/Views.swift","line":35}}}}},
              {"normalize":{"_0":{"mean":[0.5],"std":[0.25],"written":{"site":{"file":"a.swift","line":1}}}}}]}
            """#
        let read = try JSONDecoder().decode(Views.self, from: Data(text.utf8))
        #expect(
            read
                == Views {
                    RandomResizedCrop(scale: 0.2...1, interpolation: .bicubic)
                    Solarize(probability: 0, 0.2)
                    Normalize(mean: [0.5], std: [0.25])
                })
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Views.self, from: Data(#"{"steps":[{"unheard":{"_0":{}}}]}"#.utf8))
        }
    }
}
