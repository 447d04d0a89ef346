import Foundation
import Invar
import InvarData
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// Models that predict: the target that follows, the predictor's learning rate, rows beside images.
@Suite struct TargetTests {
    static let byol = JointEmbedding("byol", image: Image(channels: 1, height: 8, width: 8, mean: [0.5], std: [0.25])) {
        Views {
            RandomResizedCrop(scale: 0.5...1)
            HorizontalFlip(probability: 0.5)
        }
        Encoder {
            Conv(4, kernel: 3, stride: 2); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
        Expander {
            Linear(8); BatchNorm(); ReLU()
            Linear(6, bias: false)
        }
        Predictor {
            Linear(8); BatchNorm(); ReLU()
            Linear(6)
        }
        Target(momentum: 0.9)
        Loss { PredictionDistance() }
    }

    /// After each step t = τ·t + (1 − τ)·p, with what the update made of p; at first t is p.
    @Test(arguments: [interpreter, jit]) func theTargetFollows(_ executor: TestedExecutor) throws {
        let step = try TrainingStep.build(Self.byol, optimizer: .sgd(SGD()), batch: 9)
        let session = try executor.prepare(step.program, threads: 2)
        let store = StateStore(session, step.states, seed: 3)
        store.initialize()
        let targets = step.states.filter { $0.role == .target }
        #expect(targets.count == 8)
        func value(_ name: String) throws -> [Double] { try #require(session.memory.stateValues(name)) }
        for spec in targets { #expect(try value(spec.name) == value(try #require(spec.follows))) }
        for (name, rate) in [("learningRate", 0.1), ("predictorLearningRate", 0.2)] {
            session.memory.setInput(name, [rate])
        }
        for (index, momentum) in [0.9, 0.5, 0, 1].enumerated() {
            session.memory.setInput("targetMomentum", [momentum])
            for view in 1...2 {
                var random = CounterRandom(seed: 1, stream: index, item: view)
                session.memory.setInput("view\(view)", (0..<(9 * 64)).map { _ in Double(random.normal()) })
            }
            let before = try targets.map { try value($0.name) }
            session.run()
            for (spec, old) in zip(targets, before) {
                let new = try value(try #require(spec.follows))
                for (t, (o, n)) in zip(try value(spec.name), zip(old, new)) {
                    #expect(abs(t - (momentum * o + (1 - momentum) * n)) <= 1e-6 * max(abs(o), abs(n)), "\(spec.name)")
                }
            }
        }
    }

    @Test func theMomentumGrowsToOne() {
        let target = Target(momentum: 0.99)
        #expect(abs(target.momentum(step: 0, steps: 100) - 0.99) < 1e-12)
        #expect(abs(target.momentum(step: 50, steps: 100) - 0.995) < 1e-12)
        #expect(target.momentum(step: 100, steps: 100) == 1)
        #expect(Target(momentum: 0.7, growsToOne: false).momentum(step: 80, steps: 100) == 0.7)
    }

    /// The predictor alone keeps the peak.
    @Test func aPredictorsRateMayStay() {
        let schedule = LearningRateSchedule(
            learningRate: 0.05, scalesWithBatch: true, warmUpEpochs: 0, keepsPredictorRate: true)
        func rates(_ step: Int) -> [Double] {
            [
                schedule.learningRate(step: step, stepsPerEpoch: 10, steps: 100, batch: 512),
                schedule.predictorLearningRate(step: step, stepsPerEpoch: 10, steps: 100, batch: 512),
            ]
        }
        #expect(rates(0) == [0.1, 0.1])
        #expect(rates(99)[0] < 1e-3 && rates(99)[1] == 0.1)
    }

    @Test func aRunWithATargetContinuesBitForBit() throws {
        try Workshop.inDirectory { root in
            let configuration = Workshop.configuration(.lars(LARS(eta: 0.02, vectorRate: 0.5)))
            let whole = try Workshop.trainer("\(root)/whole", configuration, model: Self.byol).numbers()
            for stop in [1, 6] {
                let path = "\(root)/\(stop)"
                let before = try Workshop.trainer(path, configuration, model: Self.byol).numbers(stopAfter: stop)
                let after = try Workshop.trainer(path, configuration, model: Self.byol, start: .resume).numbers()
                #expect(before + after == whole, "stopped after step \(stop)")
            }
            let names = try SafetensorsFile(path: RunDirectory("\(root)/whole").encoder()).names
            #expect(!names.isEmpty && names.allSatisfy { !$0.contains("target") && !$0.contains("predictor") })
        }
    }

    /// One branch sees the image, the other numbers that belong to it; both must learn the same about it.
    static let paired = JointEmbedding("paired", image: Image(channels: 1, height: 8, width: 8)) {
        Branch {
            Encoder {
                Flatten(); Linear(8); BatchNorm()
            }
        }
        Branch {
            Encoder(features: 3) {
                Linear(8); BatchNorm()
            }
        }
        Loss {
            25 * Invariance(); 25 * Variance(); Covariance()
        }
    }

    @Test func rowsBelongToTheirImages() throws {
        try Workshop.inDirectory { root in
            let images = try Workshop.dataset(200)
            // each image's own numbers: the mean of three parts of its pixels
            func rows(_ shift: Int) throws -> FeatureRows {
                let values = (0..<200).flatMap { image in
                    (0..<3).map { part in
                        let start = ((image + shift) % 200) * 64 + part * 20
                        return Float(images.pixels[start..<(start + 20)].reduce(0) { $0 + Double($1) }) / 2560 - 1
                    }
                }
                return try FeatureRows(name: "rows", count: 200, width: 3, values: values)
            }
            func loss(_ rows: FeatureRows?, _ name: String) throws -> Double {
                var last = 0.0
                try Trainer(
                    Workshop.configuration(epochs: 20), model: Self.paired, dataset: images,
                    features: rows.map { [$0] } ?? [],
                    executor: interpreter, directory: "\(root)/\(name)", options: Workshop.options
                ).run { if case .epoch(let report) = $0 { last = report.terms[0].value } }
                return last
            }
            // rows of other images tell nothing about this one
            #expect(try loss(rows(0), "own") < 0.7 * loss(rows(1), "other"))
            #expect(Workshop.message { _ = try loss(nil, "none") }?.contains("--features FILE.npy") == true)
            let short = try FeatureRows(name: "rows", count: 1, width: 3, values: [0, 0, 0])
            #expect(Workshop.message { _ = try loss(short, "short") }?.contains("has 1 row, ") == true)
            let wide = try FeatureRows(name: "rows", count: 200, width: 1, values: [Float](repeating: 0, count: 200))
            #expect(Workshop.message { _ = try loss(wide, "wide") }?.contains("take 3 of them") == true)
        }
    }
}
