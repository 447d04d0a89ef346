import Foundation
import Invar
import InvarGraph
import InvarTraining
import TestSupport
import Testing

/// Five steps of a small residual network, beside torch's: losses, embeddings, gradients of the first step, the final state.
@Suite struct GoldenStepTests {
    static let names = ["train-sgd", "train-sgd-strong-decay", "train-lars", "train-lars-strong-decay", "train-adamw"]

    @Test(arguments: names, [ElementType.float32, .float64])
    func agreesWithTorch(_ name: String, _ element: ElementType) throws {
        for executor in [interpreter, jit] { try agreesWithTorch(name, element, on: executor) }
    }

    private func agreesWithTorch(_ name: String, _ element: ElementType, on executor: TestedExecutor) throws {
        let golden = try Golden().named(name)
        let precision = element == .float32 ? "float32" : "float64"
        let step = try TrainingStep.build(
            tiny, optimizer: Self.optimizer(golden), batch: 8, element: element,
            exposing: [.embeddings, .representations, .gradients])
        let session = try executor.prepare(step.program, threads: 2)
        for spec in step.states where spec.role != .moment {
            let value = try golden.tensor("initial." + Self.torchName(spec.name))
            session.memory.setState(spec.name, Self.graphLayout(value, spec).values)
        }
        session.memory.setInput("learningRate", [try golden.number("lr")])
        var complaints: [String] = []
        func compare(_ name: String, _ shape: [Int], _ values: [Double]?, fileLayout: Bool = false) throws {
            let got = HostTensor(shape: shape, try #require(values, "\(name)"))
            if let complaint = try golden.complaint(name, fileLayout ? got.kernelOutputsFirst : got, precision) {
                complaints.append(complaint)
            }
        }
        for index in 0..<5 {
            for view in ["view1", "view2"] {
                session.memory.setInput(view, try golden.tensor("\(view).\(index)").channelsLast.values)
            }
            session.run()
            try compare("loss.\(index)", [], session.memory.output("loss"))
            guard index == 0 else { continue }
            for term in ["invariance", "variance", "covariance"] {
                try compare(term, [], session.memory.output("term.\(term)"))
            }
            for view in 1...2 {
                try compare("representation\(view)", [8, 16], session.memory.output("representation\(view)"))
                try compare("embedding\(view)", [8, 32], session.memory.output("embedding\(view)"))
            }
            for spec in step.states where spec.role == .parameter {
                try compare(
                    "grad." + Self.torchName(spec.name), spec.type.shape,
                    session.memory.output("gradient.\(spec.name)"),
                    fileLayout: true)
            }
        }
        for spec in step.states where spec.role != .moment {
            try compare(
                "final." + Self.torchName(spec.name), spec.type.shape, session.memory.stateValues(spec.name),
                fileLayout: true)
        }
        #expect(complaints.isEmpty, "\(executor.name): \(complaints.joined(separator: "\n"))")
    }

    @Test func stateNamesAreThoseOfTheReference() throws {
        let step = try TrainingStep.build(tiny, optimizer: .sgd(SGD()), batch: 8)
        let got = Set(step.states.filter { $0.role != .moment }.map { "initial." + Self.torchName($0.name) })
        let want = Set(try Golden().named("train-sgd").inputs.filter { $0.hasPrefix("initial.") })
        #expect(got == want)
        #expect(step.terms.map(\.name) == ["invariance", "variance", "covariance"])
        #expect(step.terms.map(\.coefficient) == [25, 25, 1])
        #expect(step.embeddingWidth == 32)
    }

    static func optimizer(_ golden: GoldenCase) throws -> Optimizer {
        let excludes = try golden.text("weight_decay_excludes") != "none"
        let decay = try golden.number("weight_decay")
        switch try golden.text("optimiser") {
        case "sgd":
            return .sgd(SGD(momentum: try golden.number("momentum"), weightDecay: decay, excludesVectors: excludes))
        case "lars":
            return .lars(
                LARS(
                    momentum: try golden.number("momentum"), weightDecay: decay, eta: try golden.number("eta"),
                    excludesVectors: excludes))
        default:
            return .adamW(AdamW(epsilon: try golden.number("eps"), weightDecay: decay, excludesVectors: excludes))
        }
    }

    /// The reference numbers the expander's layers as `nn.Sequential` does.
    static func torchName(_ name: String) -> String {
        var name = name
        for (ours, theirs) in ["linear1": "0", "bn1": "1", "linear2": "3", "bn2": "4", "linear3": "6"] {
            name = name.replacingOccurrences(of: "expander.\(ours).", with: "expander.\(theirs).")
        }
        return name
    }

    private static func graphLayout(_ value: HostTensor, _ spec: StateSpec) -> HostTensor {
        spec.layout == .convolution ? value.kernelOutputsLast : value
    }
}
