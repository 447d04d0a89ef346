import Invar
import InvarGraph

/// How parameters follow from their gradients. A description alone: `updates` writes it into the graph of the step.
///
/// The learning rate is no part of it: it is an input of the step, from a `LearningRateSchedule`.
public enum Optimizer: Sendable, Hashable {
    case sgd(SGD)
    case lars(LARS)
    case adamW(AdamW)

    /// `sgd`, `lars`, `adamw`
    public var name: String {
        switch self {
        case .sgd: "sgd"
        case .lars: "lars"
        case .adamW: "adamw"
        }
    }

    /// The names that a command takes.
    public static let names = ["sgd", "lars", "adamw"]

    /// What is wrong with its numbers; nothing, if all is well.
    public var problems: [String] {
        switch self {
        case .sgd(let rule): rule.problems
        case .lars(let rule): rule.problems
        case .adamW(let rule): rule.problems
        }
    }

    /// Writes the update of every parameter into the graph: the new values of parameters and moments are assigned.
    ///
    /// - Parameter learningRate: a scalar.
    /// - Returns: the moments, as pieces of state named `optimizer.<moment>/<parameter>`.
    package func updates(_ builder: GraphBuilder, _ parameters: [Trained], learningRate: Tensor) -> [StateSpec] {
        var update = OptimizerUpdate(builder, learningRate)
        switch self {
        case .sgd(let rule): rule.update(parameters, &update)
        case .lars(let rule): rule.update(parameters, &update)
        case .adamW(let rule): rule.update(parameters, &update)
        }
        return update.moments
    }
}

/// A parameter with its value and its gradient in the graph of a step.
package struct Trained {
    package let spec: StateSpec
    package let value: Tensor
    package let gradient: Tensor
    /// A scalar of its own, where the optimizer's is not its.
    package let learningRate: Tensor?

    package init(_ spec: StateSpec, value: Tensor, gradient: Tensor, learningRate: Tensor? = nil) {
        self.spec = spec
        self.value = value
        self.gradient = gradient
        self.learningRate = learningRate
    }

    /// One number for each channel: a bias, or the gain and shift of a norm.
    var isVector: Bool { spec.type.rank <= 1 }
}

/// What the rules share while they write their updates.
struct OptimizerUpdate {
    let builder: GraphBuilder
    let learningRate: Tensor
    private(set) var moments: [StateSpec] = []

    init(_ builder: GraphBuilder, _ learningRate: Tensor) {
        self.builder = builder
        self.learningRate = learningRate
    }

    func learningRate(of parameter: Trained) -> Tensor { parameter.learningRate ?? learningRate }

    /// A moment like the parameter, zeros at first.
    mutating func moment(_ name: String, of parameter: Trained) -> (name: String, value: Tensor) {
        state(
            StateSpec(
                name: "optimizer.\(name)/\(parameter.spec.name)", type: parameter.spec.type, role: .moment,
                initializer: .zeros, layout: parameter.spec.layout))
    }

    /// A scalar of the whole optimizer, zero at first.
    mutating func scalar(_ name: String) -> (name: String, value: Tensor) {
        let type = TensorType([], learningRate.type.element)
        return state(
            StateSpec(name: "optimizer.\(name)", type: type, role: .moment, initializer: .zeros, layout: .plain))
    }

    private mutating func state(_ spec: StateSpec) -> (name: String, value: Tensor) {
        moments.append(spec)
        return (spec.name, builder.state(spec.name, spec.type))
    }

    /// New nodes belong to the parameter's place in the architecture, and to the update.
    func inPlace(of parameter: Trained, _ body: () -> Void) {
        let outer = builder.name
        builder.name = "optimizer/\(parameter.spec.name)"
        body()
        builder.name = outer
    }
}

/// What is wrong with numbers that a rule was given.
enum NumberProblem {
    static func fraction(_ name: String, _ value: Double) -> [String] {
        value >= 0 && value < 1 ? [] : ["\(name) is \(value); it must be at least 0 and below 1"]
    }

    static func nonNegative(_ name: String, _ value: Double) -> [String] {
        value >= 0 && value.isFinite ? [] : ["\(name) is \(value); it must be 0 or more"]
    }

    static func positive(_ name: String, _ value: Double) -> [String] {
        value > 0 && value.isFinite ? [] : ["\(name) is \(value); it must be more than 0"]
    }
}
