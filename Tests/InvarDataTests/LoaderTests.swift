import Foundation
import Invar
import InvarData
import Testing

@Suite(.serialized) struct LoaderTests {
    private let views = Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip()
        ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
        Solarize(probability: 0, 0.2)
    }

    private func dataset(_ count: Int) throws -> Dataset {
        try Dataset(
            name: "noise", split: .train, height: 8, width: 6, channels: 1, pixels: randomBytes(count * 48, seed: 1),
            labels: (0..<count).map { Int32($0 % 3) }, classNames: ["a", "b", "c"])
    }

    private struct Seen: Equatable {
        let epoch: Int
        let step: Int
        let indices: [Int32]
        let first: [Float]
        let second: [Float]
    }

    private func run(images: Int, batch: Int, from first: Int, to end: Int, workers: Int) throws -> [Seen] {
        let data = try dataset(images)
        let plan = try ViewPlan(views, image: Image(channels: 1, height: 8, width: 6))
        let loader = try BatchLoader(
            data, plan: plan, batch: batch, seed: 42, firstStep: first, steps: end, workers: workers)
        var seen: [Seen] = []
        while let one = try loader.withNext({
            Seen(
                epoch: $0.epoch, step: $0.step, indices: Array($0.indices), first: Array($0.views[0]),
                second: Array($0.views[1]))
        }) { seen.append(one) }
        return seen
    }

    @Test(arguments: [1, 7, 32]) func workersAndResumptionChangeNothing(batch: Int) throws {
        let whole = try run(images: 33, batch: batch, from: 0, to: 11, workers: 1)
        #expect(whole.map(\.step) == Array(0..<11))
        for workers in [2, 3, 5] {
            #expect(try run(images: 33, batch: batch, from: 0, to: 11, workers: workers) == whole)
        }
        for first in [1, 4, 10, 11] {
            #expect(try run(images: 33, batch: batch, from: first, to: 11, workers: 2) == Array(whole[first...]))
        }
    }

    @Test func anEpochVisitsEachImageAtMostOnce() throws {
        let seen = try run(images: 33, batch: 8, from: 0, to: 12, workers: 2)
        let epochs = Dictionary(grouping: seen, by: \.epoch)
        #expect(epochs.keys.sorted() == [0, 1, 2])
        for batches in epochs.values {
            #expect(batches.count == 4)
            #expect(Set(batches.flatMap(\.indices)).count == 32)
        }
        #expect(epochs[0]?.flatMap(\.indices) != epochs[1]?.flatMap(\.indices))
    }

    @Test func batchesAreTheRenderersViews() throws {
        let data = try dataset(20)
        let plan = try ViewPlan(views, image: Image(channels: 1, height: 8, width: 6))
        let renderer = ViewRenderer(plan)
        for batch in try run(images: 20, batch: 5, from: 0, to: 8, workers: 2) {
            for (place, image) in batch.indices.enumerated() {
                for (view, values) in [batch.first, batch.second].enumerated() {
                    var want = [Float](repeating: 0, count: 48)
                    let pixels = Array(data.pixels[(Int(image) * 48)..<(Int(image) * 48 + 48)])
                    pixels.withUnsafeBufferPointer { pixels in
                        guard let base = pixels.baseAddress else { return }
                        renderer.render(
                            SourceImage(base, height: 8, width: 6), seed: 42, epoch: batch.epoch, image: Int(image),
                            view: view, into: &want)
                    }
                    #expect(Array(values[(place * 48)..<(place * 48 + 48)]) == want)
                }
            }
        }
    }

    /// Whole views and small ones, each made by its own steps and with random numbers of its own, of one image.
    @Test func thereMayBeMoreViews() throws {
        let data = try dataset(20)
        let image = Image(channels: 1, height: 8, width: 6, mean: [0.5], std: [0.25])
        let many = Views(count: 3, locals: 2, size: 3) {
            RandomResizedCrop(scale: 0.4...1)
            Solarize(probability: 0, 1)
        } local: {
            RandomResizedCrop(scale: 0.1...0.4)
        }
        let plans = try ViewPlan.all(many, image: image)
        #expect(plans.map(\.viewSize) == [48, 9] && plans.map(\.views) == [0..<3, 3..<5])
        for workers in [1, 3] {
            let loader = try BatchLoader(
                data, views: BatchViews(plans), batch: 5, seed: 4, steps: 6, workers: workers)
            while try loader.withNext({ (batch: ViewBatch) -> Void in
                #expect(batch.views.map(\.count) == [240, 240, 240, 45, 45])
                for (place, image) in batch.indices.enumerated() {
                    var seen: [[Float]] = []
                    for plan in plans {
                        for view in plan.views {
                            var want = [Float](repeating: 0, count: plan.viewSize)
                            let pixels = Array(data.pixels[(Int(image) * 48)..<(Int(image) * 48 + 48)])
                            pixels.withUnsafeBufferPointer { pixels in
                                guard let base = pixels.baseAddress else { return }
                                ViewRenderer(plan).render(
                                    SourceImage(base, height: 8, width: 6), seed: 4, epoch: batch.epoch,
                                    image: Int(image), view: view, into: &want)
                            }
                            let range = (place * plan.viewSize)..<((place + 1) * plan.viewSize)
                            #expect(Array(batch.views[view][range]) == want)
                            seen.append(want)
                        }
                    }
                    #expect(Set(seen).count == 5, "two views are alike")
                }
            }) != nil {}
        }
        // views take turns where a step has a value for each: of the third it is the first's
        let solarized = PerView(0.0, 1)
        #expect((0..<4).map { solarized[$0] } == [0, 1, 0, 1])
        #expect(try ViewPlan.all(Views(steps: many.steps), image: image).map(\.views) == [0..<2])
    }

    /// Of a ramp, what a view shows says where it lies.
    @Test(arguments: [false, true]) func placesAreThoseOfTheCrops(isVertical: Bool) throws {
        let side = 32
        let pixels = (0..<(side * side)).map { UInt8(isVertical ? $0 / side * 8 : $0 % side * 8) }
        let data = try Dataset(
            name: "ramp", split: .train, height: side, width: side, channels: 1,
            pixels: (0..<12).flatMap { _ in pixels }, labels: [Int32](repeating: 0, count: 12), classNames: ["ramp"])
        let views = Views(locals: 1, size: 4) {
            RandomResizedCrop(scale: 0.1...0.5)
            HorizontalFlip(probability: 0.5)
        } local: {
            RandomResizedCrop(scale: 0.1...0.2)
        }
        let plans = try ViewPlan.all(views, image: Image(channels: 1, height: 8, width: 8))
        let loader = try BatchLoader(data, views: BatchViews(plans), batch: 12, seed: 9, steps: 5)
        var mirrored = 0
        while try loader.withNext({ (batch: ViewBatch) -> Void in
            for (view, size) in [64, 64, 16].enumerated() {
                for image in 0..<12 {
                    let values = batch.views[view][(image * size)..<((image + 1) * size)].map { Double($0) * 255 / 8 }
                    let place = batch.places[view][(image * 5)..<(image * 5 + 5)].map(Double.init)
                    let middle = isVertical ? place[0] + place[2] / 2 : place[1] + place[3] / 2
                    // a pixel's value stands at its middle
                    let mean = values.reduce(0, +) / Double(size) + 0.5
                    #expect(abs(mean - middle) < 0.5, "view \(view): \(mean), not \(middle)")
                    if place[4] == 1 { mirrored += 1 }
                    if !isVertical { #expect((place[4] == 1) == (values[0] > values[size - 1])) }
                }
            }
        }) != nil {}
        #expect((20...100).contains(mirrored), "\(mirrored) of 120 whole views")
    }

    @Test func aLoaderCanBeLeftAtAnyTime() throws {
        let data = try dataset(64)
        let plan = try ViewPlan(views, image: Image(channels: 1, height: 8, width: 6))
        for taken in 0..<20 {
            let loader = try BatchLoader(data, plan: plan, batch: 16, seed: 1, steps: 1000, workers: 1 + taken % 3)
            for _ in 0..<(taken % 5) { _ = try loader.withNext { $0.step } }
        }
    }

    @Test func errorsLeaveTheLoaderInOrder() throws {
        struct Stop: Error {}
        let data = try dataset(64)
        let plan = try ViewPlan(views, image: Image(channels: 1, height: 8, width: 6))
        let loader = try BatchLoader(data, plan: plan, batch: 16, seed: 1, steps: 9)
        #expect(throws: Stop.self) { try loader.withNext { _ in throw Stop() } }
        #expect(try loader.withNext { $0.step } == 1)
    }

    @Test func tooLargeABatchIsAnError() throws {
        let plan = try ViewPlan(views, image: Image(channels: 1, height: 8, width: 6))
        #expect(throws: DataError.self) { try BatchLoader(dataset(10), plan: plan, batch: 11, seed: 1, steps: 1) }
        #expect(throws: DataError.self) { try BatchLoader(dataset(10), plan: plan, batch: 0, seed: 1, steps: 1) }
    }

    /// What a classifier is trained on are first views, drawn anew for each epoch.
    @Test func augmentedBatchesAreFirstViews() throws {
        let data = try dataset(5)
        let image = Image(channels: 1, height: 8, width: 6)
        let batches = try PlainBatches(data, views: views, image: image)
        let renderer = ViewRenderer(try ViewPlan(views, image: image))
        for epoch in 0..<3 {
            let places = [4, 0, 3]
            var output = [Float](repeating: .nan, count: 3 * 48)
            try output.withUnsafeMutableBufferPointer {
                _ = try batches.write(places, draw: .init(seed: 42, epoch: epoch), into: $0)
            }
            for (row, place) in places.enumerated() {
                var want = [Float](repeating: 0, count: 48)
                Array(data.pixels[(place * 48)..<(place * 48 + 48)]).withUnsafeBufferPointer { pixels in
                    guard let base = pixels.baseAddress else { return }
                    renderer.render(
                        SourceImage(base, height: 8, width: 6), seed: 42, epoch: epoch, image: place, view: 0,
                        into: &want)
                }
                #expect(Array(output[(row * 48)..<(row * 48 + 48)]) == want)
            }
        }
    }

    @Test func plainBatchesFillUpWithZeros() throws {
        let data = try dataset(5)
        let image = Image(channels: 1, height: 8, width: 6, mean: [0.5], std: [0.5])
        let batches = try PlainBatches(data, views: views, image: image)
        var output = [Float](repeating: .nan, count: 4 * 48)
        try output.withUnsafeMutableBufferPointer { _ = try batches.write(3..<7, into: $0) }
        for i in 0..<96 { #expect(abs(output[i] - (Float(data.pixels[3 * 48 + i]) / 255 - 0.5) / 0.5) < 1e-6) }
        #expect(output[96...].allSatisfy { $0 == 0 })
    }

    /// Resident memory after many epochs is that after a few.
    @Test func memoryIsFlat() throws {
        func resident() throws -> Int {
            let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            return (Int(fields[1]) ?? 0) * 4096
        }
        let data = try Dataset(
            name: "noise", split: .train, height: 28, width: 28, channels: 1, pixels: randomBytes(512 * 784, seed: 1),
            labels: [Int32](repeating: 0, count: 512), classNames: ["a"])
        let plan = try ViewPlan(views, image: Image(channels: 1, height: 28, width: 28))
        let loader = try BatchLoader(data, plan: plan, batch: 256, seed: 1, steps: 400)
        var early = 0
        while let step = try loader.withNext({ $0.step }) {
            if step == 20 { early = try resident() }
        }
        #expect(early > 0, "the twentieth step was never seen")
        // other tests run beside this one and take memory too; a leak of every batch would be 600 MB
        #expect(try resident() - early < 250 << 20)
    }
}
