import Foundation
import Invar
import InvarData
import Testing

/// What is drawn for one view, image, epoch, step or seed says nothing about what is drawn for another.
@Suite struct IndependenceTests {
    private static let count = 2000

    /// A number that a view shows of what was drawn for it.
    struct Drawn {
        let name: String
        let value: (_ seed: UInt64, _ epoch: Int, _ image: Int, _ view: Int) -> Double
    }

    /// One for each number that each step of VICReg's list draws.
    private func drawn() throws -> [Drawn] {
        let ramp = Ramp(height: 96, width: 96)
        let crop = try Probe(
            RandomResizedCrop(scale: 0.1...0.7, antialias: false), .crop, height: 96, width: 96, view: 8,
            source: ramp.pixels)
        let small = Ramp(height: 4, width: 4).pixels
        let flip = try Probe(HorizontalFlip(), .flip, height: 4, width: 4, view: 4, source: small)
        let color: [UInt8] = [120, 90, 60]
        let two = (0..<16).flatMap { $0 % 2 == 0 ? [100, 100, 100] : [150, 150, 150] as [UInt8] }
        var point = [UInt8](repeating: 0, count: 9 * 9 * 3)
        point[(4 * 9 + 4) * 3] = 255
        let blur = try Probe(
            GaussianBlur(sigma: 0.5...1, probability: 1), .blur, height: 9, width: 9, view: 9, source: point)
        func read(_ name: String, _ probe: Probe, _ value: @escaping ([Double]) -> Double) -> Drawn {
            Drawn(name: name) { value(probe(seed: $0, epoch: $1, image: $2, view: $3)) }
        }
        func box(_ name: String, _ value: @escaping (Ramp.Box) -> Double) -> Drawn {
            read("crop's \(name)", crop) { value(ramp.box($0, side: 8)) }
        }
        func jitter(_ name: String, _ step: ColorJitter, _ value: @escaping ([Double]) -> Double) throws -> Drawn {
            read(name, try Probe(step, .jitter, height: 4, width: 4, view: 4, source: two), value)
        }
        return [
            box("area", \.area), box("ratio", \.logRatio), box("x") { $0.x / (96 - $0.width) },
            box("y") { $0.y / (96 - $0.height) }, read("flip", flip) { $0[0] > $0[3] ? 1 : 0 },
            try jitter("brightness", ColorJitter(brightness: 0.4)) { $0[0] },
            try jitter("contrast", ColorJitter(contrast: 0.4)) { $0[3] - $0[0] },
            read("jitter", try Probe(ColorJitter(brightness: 0.4, probability: 0.5), .jitter, color: color)) {
                abs($0[0] * 255 - 120) > 1e-2 ? 1 : 0
            },
            read("saturation", try Probe(ColorJitter(saturation: 0.4), .jitter, color: color)) { $0[0] - $0[2] },
            read("hue", try Probe(ColorJitter(hue: 0.1), .jitter, color: color)) { $0[1] - $0[2] },
            read("grayscale", try Probe(Grayscale(probability: 0.5), .grayscale, color: color)) {
                $0[0] == $0[1] ? 1 : 0
            },
            read("sigma", blur) { $0[(4 * 9 + 4) * 3] },
            read("solarize", try Probe(Solarize(threshold: 50, probability: 0.5), .solarize, color: color)) {
                $0[0] > 0.5 ? 1 : 0
            },
        ]
    }

    @Test func ofViewsImagesEpochsSeedsAndSteps() throws {
        let drawn = try drawn()
        func column(_ one: Drawn, seed: UInt64 = 5, epoch: Int = 0, from first: Int = 0, view: Int = 0) -> [Double] {
            (0..<Self.count).map { one.value(seed, epoch, first + $0, view) }
        }
        let kinds = [
            ("one view", drawn.map { column($0) }), ("the other view", drawn.map { column($0, view: 1) }),
            ("the next epoch", drawn.map { column($0, epoch: 1) }),
            ("the next image", drawn.map { column($0, from: 1) }), ("the next seed", drawn.map { column($0, seed: 6) }),
        ]
        // Each kind with each other one, not with the first alone: numbers that hang on the sum of epoch and image, say, are
        // the same for the next epoch and for the next image. Of some 1800 pairs one in 1.7 million would be beyond 5 by chance.
        for (place, (kind, columns)) in kinds.enumerated() {
            for (other, others) in kinds[...place] {
                for (a, first) in drawn.enumerated() {
                    for (b, second) in drawn.enumerated() where kind != other || b < a {
                        let found = Statistics.correlation(columns[a], others[b])
                        #expect(found < 5, "\(first.name) of \(kind), and \(second.name) of \(other): \(found)")
                    }
                }
            }
        }
    }

    /// The same of whole batches, as training gets them: a loader that gave both views one number, or every epoch, is found.
    @Test func ofTheTwoViewsOfABatch() throws {
        let ramp = Ramp(height: 96, width: 96)
        let images = 100
        let data = try Dataset(
            name: "ramps", split: .train, height: 96, width: 96, channels: 3,
            pixels: (0..<images).flatMap { _ in ramp.pixels }, labels: [Int32](repeating: 0, count: images),
            classNames: ["ramp"])
        let views = Views {
            RandomResizedCrop(scale: 0.1...0.7, antialias: false)
            HorizontalFlip(probability: 0.5)
        }
        let plan = try ViewPlan(views, image: Image(channels: 3, height: 8, width: 8), normalized: false)
        let epochs = 20
        let loader = try BatchLoader(data, plan: plan, batch: images, seed: 3, steps: epochs, workers: 2)
        // for each view: the boxes of all epochs, by image
        var boxes: [[Ramp.Box]] = [[], []]
        while try loader.withNext({ (batch: ViewBatch) -> Void in
            let order = batch.indices.enumerated().sorted { $0.element < $1.element }.map(\.offset)
            for (view, pixels) in batch.views.enumerated() {
                boxes[view] += order.map { row in
                    let values = pixels[(row * plan.viewSize)..<((row + 1) * plan.viewSize)].map(Double.init)
                    return ramp.box(values, side: 8)
                }
            }
        }) != nil {}
        #expect(boxes.map(\.count) == [epochs * images, epochs * images])
        let quantities: [(String, (Ramp.Box) -> Double)] = [
            ("area", \.area), ("ratio", \.logRatio), ("x", { $0.x / (96 - $0.width) }),
            ("y", { $0.y / (96 - $0.height) }), ("flip", { $0.isFlipped ? 1 : 0 }),
        ]
        for (name, value) in quantities {
            let (first, second) = (boxes[0].map(value), boxes[1].map(value))
            #expect(Statistics.correlation(first, second) < 4, "\(name) of the two views")
            for (view, all) in [first, second].enumerated() {
                let (earlier, later) = (Array(all.dropLast(images)), Array(all.dropFirst(images)))
                #expect(Statistics.correlation(earlier, later) < 4, "\(name) of view \(view) in one epoch and the next")
                #expect(
                    Statistics.correlation(Array(all.dropLast()), Array(all.dropFirst())) < 4,
                    "\(name) of view \(view) of one image and the next")
            }
        }
    }
}
