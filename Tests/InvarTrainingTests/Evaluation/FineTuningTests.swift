import Foundation
import Invar
import InvarBLAS
import InvarData
import InvarRuntime
import InvarTraining
import Testing

@Suite struct FineTuningTests {
    @Test(arguments: [0.01, 0.1, 0.5, 1.0])
    func labelsAreStratifiedAndTheSameEachTime(share: Double) {
        let labels = (0..<1000).map { $0 % 7 == 0 ? 2 : $0 % 2 }
        let places = LabelledShare.places(share, labels: labels, classes: 4, seed: 5)
        #expect(Set(places).count == places.count)
        for c in 0..<4 {
            let all = labels.count { $0 == c }
            let taken = places.count { labels[$0] == c }
            #expect(taken == (all == 0 ? 0 : max(1, Int((share * Double(all)).rounded()))))
        }
        #expect(LabelledShare.places(share, labels: labels, classes: 4, seed: 5) == places)
        if share < 1 { #expect(LabelledShare.places(share, labels: labels, classes: 4, seed: 6) != places) }
    }

    /// Classes that differ in where they are bright: what a small network learns from few images.
    private func stripes(_ count: Int, seed: UInt64) throws -> Dataset {
        var random = CounterRandom(seed: seed)
        let labels = (0..<count).map { $0 % 3 }
        let pixels = labels.flatMap { label in
            (0..<64).map { place in
                UInt8(clamping: (place / 8 % 3 == label ? 190 : 50) + random.integer(below: 40))
            }
        }
        return try Dataset(
            name: "stripes", split: .train, height: 8, width: 8, channels: 1, pixels: pixels,
            labels: labels.map { numericCast($0) }, classNames: ["a", "b", "c"])
    }

    private func start(_ model: JointEmbedding) throws -> [String: [Float]] {
        Dictionary(
            try model.captureEncoder(batch: 1).states.map { ($0.name, $0.initialValues(seed: 3)) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func learnsFromFewLabels() throws {
        let model = Workshop.model(width: 16)
        var settings = FineTuningSettings(share: 0.2)
        (settings.epochs, settings.encoderLearningRate, settings.headLearningRate) = (40, 0.05, 0.1)
        (settings.smallestCrop, settings.batch) = (0.9, 16)
        func scores(_ threads: Int) throws -> EpochScores {
            var tuning = try FineTuning(
                model, training: stripes(300, seed: 1), test: stripes(90, seed: 2), settings: settings,
                executor: BLASExecutor(), threads: threads)
            #expect(tuning.places.count == 60 && tuning.batch == 15)
            return try tuning(from: start(model))
        }
        let found = try scores(1)
        #expect(found.accuracies.count == 40)
        #expect(found.last > 60, "\(found.accuracies)")
        #expect(try scores(2) == found, "threads change nothing")
    }

    /// With learning rates of nearly 0 the encoder stays as it is but for its running statistics.
    @Test func theTwoLearningRatesAreTwo() throws {
        let model = Workshop.model(width: 16)
        var settings = FineTuningSettings(share: 1)
        (settings.epochs, settings.smallestCrop) = (6, 0.9)
        func accuracy(_ encoder: Double, _ head: Double) throws -> [Double] {
            (settings.encoderLearningRate, settings.headLearningRate) = (encoder, head)
            var tuning = try FineTuning(
                model, training: stripes(120, seed: 1), test: stripes(60, seed: 2), settings: settings,
                executor: BLASExecutor(), threads: 1)
            return try tuning(from: start(model)).accuracies
        }
        let both = try accuracy(0.05, 0.5)
        #expect(try accuracy(1e-12, 0.5) != both)
        #expect(try accuracy(0.05, 1e-12) != both)
    }

    /// A rate of 0 leaves its part as it is, bit for bit, and the other one moves.
    @Test(arguments: [(0.1, 0), (0, 0.1), (0, 0), (0.1, 0.2)] as [(Double, Double)])
    func eachRateMovesItsOwnPart(encoder: Double, head: Double) throws {
        let model = Workshop.model()
        let step = try SupervisedStep(
            model, branch: 0, classes: 3, batch: 6, optimizer: .sgd(SGD(momentum: 0.9, weightDecay: 0)))
        let session = try BLASExecutor().prepare(step.program, threads: 1)
        let store = StateStore(session, step.states, seed: 3)
        store.initialize()
        let images = try stripes(6, seed: 1)
        session.memory.setInput("image", images.pixels.map { Double($0) / 64 - 2 })
        session.memory.setInput("labels", images.labels.flatMap { label in (0..<3).map { $0 == Int(label) ? 1.0 : 0 } })
        session.memory.setInput("learningRate.encoder", [encoder])
        session.memory.setInput("learningRate.head", [head])
        let groups = [step.encoder.filter { $0.role == .parameter }, step.head.states]
        let before = groups.map { $0.map(store.values) }
        for _ in 0..<2 { session.run() }
        for (rate, (specs, old)) in zip([encoder, head], zip(groups, before)) {
            let new = specs.map(store.values)
            #expect((new == old) == (rate == 0), "\(specs.map(\.name)) at \(rate)")
            #expect(new.allSatisfy { $0.allSatisfy(\.isFinite) })
        }
    }

    @Test func theUsualNumbersAreVICRegs() throws {
        let (one, ten) = (FineTuningSettings(share: 0.01), FineTuningSettings(share: 0.1))
        #expect((one.encoderLearningRate, one.headLearningRate) == (0.03, 0.08))
        #expect((ten.encoderLearningRate, ten.headLearningRate) == (0.01, 0.1))
        #expect((one.epochs, one.batch, one.weightDecay, one.momentum) == (20, 256, 0, 0.9))
    }

    @Test func tooFewLabelsAreAnErrorInWords() throws {
        let message = Workshop.message {
            _ = try FineTuning(
                Workshop.model(), training: stripes(1, seed: 1), test: stripes(9, seed: 2),
                settings: FineTuningSettings(share: 0.01), executor: BLASExecutor(), threads: 1)
        }
        #expect(message?.contains("one class") == true, "\(message ?? "no error")")
    }
}
