import Invar
import InvarData
import Testing

/// Which images meet in a batch, and which are left out: each as often as chance has it, and nothing of it follows from the
/// epoch before.
@Suite struct EpochOrderTests {
    private static let images = 10, batch = 4, steps = 2, epochs = 2000

    /// For each epoch the places of the images, 0 to 7, and 8 for the two that the last short batch would have held.
    private func places() throws -> [[Int]] {
        let data = try Dataset(
            name: "points", split: .train, height: 1, width: 1, channels: 1, pixels: [UInt8](0..<10),
            labels: [Int32](repeating: 0, count: Self.images), classNames: ["a"])
        let plan = try ViewPlan(Views {}, image: Image(channels: 1, height: 1, width: 1))
        let loader = try BatchLoader(
            data, plan: plan, batch: Self.batch, seed: 11, steps: Self.steps * Self.epochs, workers: 2)
        let out = Self.steps * Self.batch
        var places = [[Int]](repeating: [Int](repeating: out, count: Self.images), count: Self.epochs)
        while try loader.withNext({ (batch: ViewBatch) -> Void in
            for (row, image) in batch.indices.enumerated() {
                places[batch.epoch][Int(image)] = batch.step % Self.steps * Self.batch + row
            }
        }) != nil {}
        return places
    }

    /// A count of n draws with probability p is binomial. Of 90 counts, one beyond 4.5 deviations comes by chance to one test in
    /// 1600.
    @Test func everyImageIsEverywhereEquallyOften() throws {
        let places = try places()
        for image in 0..<Self.images {
            for place in 0...(Self.steps * Self.batch) {
                let count = places.count { $0[image] == place }
                let probability = place < Self.steps * Self.batch ? 0.1 : 0.2
                let distance = Statistics.deviations(count, of: Self.epochs, probability: probability)
                #expect(distance < 4.5, "image \(image) was \(count) times in place \(place)")
            }
        }
    }

    /// Pearson's correlation times √n is normal: of 45 + 100 numbers, one beyond 4.5 comes by chance to one test in 1000.
    @Test func anEpochSaysNothingOfTheNext() throws {
        let places = try places()
        func check(_ name: String, _ before: (Int) -> Double, _ after: (Int) -> Double) {
            let found = Statistics.correlation(
                (0..<(Self.epochs - 1)).map(before), (1..<Self.epochs).map(after))
            #expect(found < 4.5, "\(name): \(found)")
        }
        for a in 0..<Self.images {
            for b in 0..<Self.images {
                check(
                    "the place of image \(a), and that of \(b) in the next epoch", { Double(places[$0][a]) },
                    { Double(places[$0][b]) })
            }
            for b in 0..<a {
                func together(_ epoch: Int) -> Double {
                    let (one, other) = (places[epoch][a] / Self.batch, places[epoch][b] / Self.batch)
                    return one == other && one < Self.steps ? 1 : 0
                }
                check("images \(a) and \(b) in one batch, in an epoch and the next", together, together)
            }
        }
    }
}
