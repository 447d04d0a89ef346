import Foundation
import Invar
import InvarData
import InvarGraph
import InvarTraining
import Testing

@Suite struct TrainerTests {
    @Test func aDivergedRunStopsAndNamesTheTerm() throws {
        try Workshop.inDirectory { root in
            let configuration = Workshop.configuration(.sgd(SGD()), learningRate: 1e30)
            var last = 0
            var thrown: TrainingError?
            do {
                try Workshop.trainer(root, configuration).run { if case .step(let report) = $0 { last = report.step } }
            } catch let error as TrainingError { thrown = error }
            let error = try #require(thrown)
            #expect(error.kind == .notFinite)
            #expect(error.message.contains("in step \(last + 1) "), "\(error)")
            #expect(error.message.contains("the term ") || error.message.contains("the state "), "\(error)")
            #expect(error.message.contains(RunDirectory(root).lastCheckpoint))
            // what is saved is good
            let states = try TrainingStep.build(Workshop.model(), optimizer: .sgd(SGD()), batch: 9).states
            let values = try Checkpoint(path: RunDirectory(root).lastCheckpoint).values(states)
            #expect(values.allSatisfy { $0.allSatisfy(\.isFinite) })
        }
    }

    /// One step's update overflows although its loss is finite: that must not be saved.
    @Test func aStateThatIsNotFiniteIsNotSaved() throws {
        try Workshop.inDirectory { root in
            var options = Workshop.options
            options.checkpointEvery = 1
            let configuration = Workshop.configuration(.sgd(SGD(momentum: 0)), learningRate: 3e38)
            var saved: Data?
            let last = URL(fileURLWithPath: RunDirectory(root).lastCheckpoint)
            let message = Workshop.message {
                try Workshop.trainer(root, configuration, options: options).run { event in
                    if case .checkpoint = event { saved = try Data(contentsOf: last) }
                }
            }
            // the last good one is still there, byte for byte, and so is its encoder
            #expect(try saved != nil && Data(contentsOf: last) == saved)
            let encoder = try SafetensorsFile(path: RunDirectory(root).encoder())
            #expect(try encoder.names.allSatisfy { try encoder.tensor($0).floats.allSatisfy(\.isFinite) })
            #expect(
                message?.contains("in step 1 ") == true || message?.contains("in step 2 ") == true, "\(message ?? "-")")
        }
    }

    @Test func theLossFallsAndItsTermsAddUp() throws {
        try Workshop.inDirectory { root in
            var epochs: [EpochReport] = []
            try Workshop.trainer(root, Workshop.configuration(epochs: 30)).run { event in
                if case .step(let report) = event {
                    let sum = report.terms.reduce(0) { $0 + $1.coefficient * $1.value }
                    #expect(abs(sum - report.loss) < 1e-4 * abs(report.loss) + 1e-5)
                }
                if case .epoch(let report) = event { epochs.append(report) }
            }
            #expect(epochs.map(\.epoch) == Array(1...30))
            #expect(try #require(epochs.last).loss < 0.9 * epochs[0].loss)
            #expect(epochs.allSatisfy { $0.collapse.effectiveRank >= 1 && $0.collapse.effectiveRank <= 8 })
        }
    }

    @Test func epochMeansAreMeansOfTheSteps() throws {
        try Workshop.inDirectory { root in
            var (losses, terms): ([Double], [Double]) = ([], [])
            try Workshop.trainer(root).run { event in
                if case .step(let report) = event {
                    losses.append(report.loss)
                    terms.append(report.terms[2].value)
                }
                if case .epoch(let report) = event {
                    #expect(report.loss == losses.suffix(4).reduce(0, +) / 4)
                    #expect(report.terms[2].value == terms.suffix(4).reduce(0, +) / 4)
                }
            }
            #expect(losses.count == 12)
        }
    }

    @Test func theLearningRateIsAnInput() throws {
        let slow = try TrainingStep.build(Workshop.model(), optimizer: .adamW(AdamW()), batch: 9)
        #expect(slow.program.inputTypes["learningRate"]?.shape == [])
        #expect(slow.program.inputTypes.keys.sorted() == ["learningRate", "view1", "view2"])
        try Workshop.inDirectory { root in
            let rates = try Workshop.trainer(root).numbers().map(\.learningRate)
            #expect(Set(rates).count > 8 && rates.max() == 1e-2)
        }
    }

    @Test func theLogHasEveryEpochAndEachNthStep() throws {
        try Workshop.inDirectory { root in
            var options = Workshop.options
            options.logEvery = 3
            _ = try Workshop.trainer(root, options: options).numbers()
            let lines = try Workshop.lines(RunDirectory(root).metrics)
            func kind(_ name: String) -> Int { lines.count { $0.contains("\"kind\":\"\(name)\"") } }
            #expect(kind("step") == 4 && kind("epoch") == 3)
            #expect(lines.allSatisfy { $0.contains("\"invariance\":") && $0.contains("\"covariance\":") })
            #expect(lines.last?.contains("\"effectiveRank\":") == true)
        }
    }

    @Test func impossibleConfigurationsAreRefusedBeforeAnythingIsWritten() throws {
        try Workshop.inDirectory { root in
            var configuration = Workshop.configuration(.sgd(SGD(momentum: 2)), learningRate: -1)
            (configuration.batch, configuration.epochs) = (1, 0)
            let message = Workshop.message { _ = try Workshop.trainer("\(root)/a", configuration) } ?? ""
            for part in ["momentum is 2.0", "learning rate is -1.0", "the batch is 1", "0 epochs"] {
                #expect(message.contains(part), "\(message)")
            }
            var large = Workshop.configuration()
            large.batch = 41
            #expect(Workshop.message { _ = try Workshop.trainer("\(root)/a", large) }?.contains("40 images") == true)
            var options = Workshop.options
            options.checkpointEvery = 0
            #expect(Workshop.message { _ = try Workshop.trainer("\(root)/a", options: options) } != nil)
            #expect(!FileManager.default.fileExists(atPath: "\(root)/a"))
        }
    }

    @Test func separateEncodersAreWrittenSeparately() throws {
        let model = JointEmbedding("two", image: Image(channels: 1, height: 8, width: 8)) {
            Branches(.separateWeights)
            Encoder {
                Flatten(); Linear(6)
            }
            Loss {
                Invariance(); Variance()
            }
        }
        try Workshop.inDirectory { root in
            _ = try Workshop.trainer(root, model: model).numbers(stopAfter: 1)
            for branch in 0..<2 {
                let states = try model.captureEncoder(batch: 1, branch: branch).states
                let path = RunDirectory(root).encoder(branch: branch)
                let values = try EncoderFile.read(path, states: states, architecture: "two").values
                #expect(values["branch\(branch + 1).encoder.linear1.weight"]?.count == 6 * 64)
            }
        }
    }

    @Test func initialValuesFollowSeedAndName() {
        func spec(_ name: String, _ initializer: Initializer) -> StateSpec {
            StateSpec(name: name, type: TensorType([50, 40]), role: .parameter, initializer: initializer)
        }
        let a = spec("a", .uniform(bound: 0.25)).initialValues(seed: 1)
        #expect(a == spec("a", .uniform(bound: 0.25)).initialValues(seed: 1))
        #expect(a != spec("b", .uniform(bound: 0.25)).initialValues(seed: 1))
        #expect(a != spec("a", .uniform(bound: 0.25)).initialValues(seed: 2))
        #expect(a.allSatisfy { $0.magnitude <= 0.25 } && a.contains { $0 < -0.2 } && a.contains { $0 > 0.2 })
        let normal = spec("a", .normal(standardDeviation: 0.5)).initialValues(seed: 1)
        let deviation = (normal.reduce(0) { $0 + Double($1 * $1) } / 2000).squareRoot()
        #expect(abs(deviation - 0.5) < 0.03)
        #expect(spec("a", .ones).initialValues(seed: 1).allSatisfy { $0 == 1 })
        #expect(spec("a", .constant(0.3)).initialValues(seed: 1).allSatisfy { $0 == 0.3 })
    }
}
