import Foundation
import Invar
import InvarBLAS
import InvarRandom
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// Gradients whose norm is brought down: beside plain loops, and where they are no numbers.
@Suite struct ClippingTests {
    /// Steps on one batch in double precision, with the same views each time.
    private final class Steps {
        let step: TrainingStep
        let session: any Session

        init(
            _ optimizer: Optimizer, limit: Double?, model: JointEmbedding = Workshop.model(), sameViews: Bool = false
        ) throws {
            step = try TrainingStep.build(
                model, optimizer: optimizer, gradientNormLimit: limit, batch: 6, element: .float64,
                exposing: .gradients)
            session = try BLASExecutor().prepare(step.program, threads: 1)
            for (name, type) in step.program.inputTypes {
                var random = CounterRandom(seed: 5, name: sameViews ? "view" : name)
                session.memory.setInput(
                    name, type.rank == 0 ? [0.05] : (0..<type.count).map { _ in Double(random.normal()) })
            }
            for spec in step.states {
                session.memory.setState(spec.name, spec.initialValues(seed: 2).map(Double.init))
            }
        }

        var parameters: [StateSpec] { step.states.filter { $0.role == .parameter } }

        var values: [String: [Double]] {
            parameters.reduce(into: [:]) { $0[$1.name] = session.memory.stateValues($1.name) }
        }

        /// As they are before they are clipped.
        var gradients: [String: [Double]] {
            parameters.reduce(into: [:]) { $0[$1.name] = session.memory.output("gradient.\($1.name)") }
        }

        var norm: Double? { session.memory.output("gradientNorm")?.first }
    }

    static func norm(_ gradients: [String: [Double]]) -> Double {
        gradients.sorted { $0.key < $1.key }.flatMap(\.value).reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    @Test(arguments: OptimizerTests.rules, [0.3, 4]) func agreesWithPlainLoops(
        _ optimizer: Optimizer, _ share: Double
    ) throws {
        let plain = try Steps(optimizer, limit: nil)
        plain.session.run()
        #expect(plain.norm == nil)
        let limit = share * Self.norm(plain.gradients)
        let steps = try Steps(optimizer, limit: limit)
        var (want, rule) = (steps.values, PlainRule(optimizer))
        let ranks = steps.parameters.reduce(into: [:]) { $0[$1.name] = $1.type.rank }
        for count in 0..<3 {
            steps.session.run()
            let norm = Self.norm(steps.gradients)
            let found = try #require(steps.norm)
            #expect(abs(found - norm) <= 1e-12 * norm)
            if count == 0 { #expect((found > limit) == (share < 1)) }
            let factor = min(1, limit / norm)
            rule.step(&want, steps.gradients.mapValues { $0.map { $0 * factor } }, ranks, lr: 0.05)
            for (name, values) in steps.values {
                let expected = try #require(want[name])
                let scale = expected.reduce(1e-3) { max($0, abs($1)) }
                #expect(largestDifference(values, expected) <= 1e-9 * scale, "\(optimizer), step \(count), \(name)")
            }
        }
    }

    /// What is not clipped is what there is without clipping; what is clipped is not.
    @Test func aLimitThatIsNotReachedChangesNothing() throws {
        let (plain, wide, narrow) = try (
            Steps(.sgd(), limit: nil), Steps(.sgd(), limit: 1e6), Steps(.sgd(), limit: 1e-3)
        )
        for steps in [plain, wide, narrow] { steps.session.run() }
        for (name, values) in plain.values {
            #expect(largestDifference(wide.values[name] ?? [], values) <= 1e-15)
        }
        #expect(plain.values != narrow.values)
    }

    @Test func noGradientIsNoNaN() throws {
        let model = JointEmbedding("still", image: Workshop.model().image) {
            Encoder {
                Flatten(); Linear(4)
            }
            Loss { Invariance() }
        }
        let steps = try Steps(.sgd(SGD(momentum: 0, weightDecay: 0)), limit: 1, model: model, sameViews: true)
        let before = steps.values
        steps.session.run()
        #expect(steps.norm == 0 && steps.values == before)
    }

    /// A root whose derivative at 0 is infinite: the loss is a number, and its gradient is none.
    @Test func aGradientThatIsNoNumberIsNotHidden() throws {
        let model = JointEmbedding("root", image: Workshop.model().image) {
            Encoder {
                Flatten(); Linear(4)
            }
            Loss { Term("root") { x, y in sqrt((x - y).squared().sum()) } }
        }
        let steps = try Steps(.sgd(), limit: 1, model: model, sameViews: true)
        steps.session.run()
        #expect(steps.session.memory.output("loss") == [0])
        #expect(steps.norm?.isNaN == true)
        #expect(steps.values.values.allSatisfy { $0.allSatisfy(\.isNaN) }, "all are seen to be spoilt")
    }

    /// Its square is no longer finite in single precision: clipped, it would be 0, and the run would stand still.
    @Test func aNormThatOverflowsEndsTheRun() throws {
        try Workshop.inDirectory { root in
            var configuration = Workshop.configuration(.sgd())
            configuration.gradientNormLimit = 1
            let message = Workshop.message {
                try Workshop.trainer(root, configuration, model: Workshop.model(covariance: 1e25)).run()
            }
            #expect(message?.contains("in step 1 ") == true, "\(message ?? "-")")
            #expect(message?.contains("the gradient's norm became inf") == true, "\(message ?? "-")")
        }
    }

    struct Line: Decodable, Equatable {
        let kind: String
        let step: Int
        let gradientNorm: Double?
    }

    private func lines(_ root: String) throws -> [Line] {
        try Workshop.lines(RunDirectory(root).metrics).map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    @Test func theLogHasTheNormOfEveryStep() throws {
        try Workshop.inDirectory { root in
            var configuration = Workshop.configuration(.lars())
            _ = try Workshop.trainer("\(root)/plain", configuration).numbers()
            #expect(try lines("\(root)/plain").allSatisfy { $0.gradientNorm == nil })
            configuration.gradientNormLimit = 0.5
            let whole = try Workshop.trainer("\(root)/whole", configuration).numbers()
            let logged = try lines("\(root)/whole")
            let steps = logged.filter { $0.kind == "step" }.compactMap(\.gradientNorm)
            #expect(steps.count == 12 && steps.allSatisfy { $0 > 0 } && Set(steps).count == 12)
            for (epoch, line) in logged.filter({ $0.kind == "epoch" }).enumerated() {
                #expect(line.gradientNorm == steps[(4 * epoch)..<(4 * epoch + 4)].reduce(0, +) / 4)
            }
            // an epoch that was stopped and resumed has the same mean
            let first = try Workshop.trainer("\(root)/parts", configuration).numbers(stopAfter: 6)
            let rest = try Workshop.trainer("\(root)/parts", configuration, start: .resume).numbers()
            #expect(first + rest == whole)
            #expect(try lines("\(root)/parts") == logged)
        }
    }

    @Test func aRunGoesOnWithTheSameLimitOnly() throws {
        try Workshop.inDirectory { root in
            var configuration = Workshop.configuration()
            configuration.gradientNormLimit = 0.5
            _ = try Workshop.trainer(root, configuration).numbers(stopAfter: 2)
            for (limit, words) in [(nil, "none"), (2.0, "2.0")] {
                configuration.gradientNormLimit = limit
                let message = Workshop.message { _ = try Workshop.trainer(root, configuration, start: .resume) }
                #expect(
                    message?.contains("the limit of the gradient's norm was 0.5, and is now \(words)") == true,
                    "\(message ?? "-")")
            }
        }
    }

    @Test func recordsOfEarlierVersionsHaveNone() throws {
        let json = try JSONEncoder().encode(Workshop.configuration())
        #expect(!String(decoding: json, as: UTF8.self).contains("gradientNorm"))
        let read = try JSONDecoder().decode(TrainingConfiguration.self, from: json)
        #expect(read.gradientNormLimit == nil && read == Workshop.configuration())
    }

    @Test(arguments: [0, -1, .nan, .infinity]) func impossibleLimitsAreRefused(_ limit: Double) throws {
        try Workshop.inDirectory { root in
            var configuration = Workshop.configuration()
            configuration.gradientNormLimit = limit
            let message = Workshop.message { _ = try Workshop.trainer(root, configuration) }
            #expect(message?.contains("the gradient's norm limit is \(limit)") == true, "\(message ?? "-")")
        }
    }
}
