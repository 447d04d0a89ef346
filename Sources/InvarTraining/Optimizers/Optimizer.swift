import Invar
import InvarGraph

/// An ``UpdateRule``, whichever it is: one of ours, or your own.
///
///     Optimizer.adamW(AdamW(weightDecay: 0.05))
///     Optimizer(Lion())
public struct Optimizer: Sendable {
    /// The rule with its numbers.
    public let rule: any UpdateRule

    /// - Parameter rule: one of ours, or your own.
    public init(_ rule: some UpdateRule) { self.rule = rule }

    /// Stochastic gradient descent with momentum.
    public static func sgd(_ rule: SGD = SGD()) -> Optimizer { Optimizer(rule) }
    /// Layer-wise adaptive rate scaling.
    public static func lars(_ rule: LARS = LARS()) -> Optimizer { Optimizer(rule) }
    /// Adam with decoupled weight decay.
    public static func adamW(_ rule: AdamW = AdamW()) -> Optimizer { Optimizer(rule) }

    /// `sgd`, `lars`, `adamw`
    public var name: String { rule.name }

    /// What is wrong with its numbers; nothing, if all is well.
    public var problems: [String] { rule.problems }

    /// Writes the update of every parameter into the graph: the new values of parameters and moments are assigned.
    ///
    /// - Parameter learningRate: a scalar.
    /// - Returns: the moments, as pieces of state named `optimizer.<moment>/<parameter>`.
    package func updates(
        _ builder: GraphBuilder, _ parameters: [TrainedParameter], learningRate: Tensor
    ) -> [StateSpec] {
        var update = OptimizerUpdate(builder, learningRate)
        rule.update(parameters, &update)
        let assigned = Set(builder.graph.assignments.compactMap { builder.graph[$0].op.valueName })
        for parameter in parameters where !assigned.contains(parameter.name) {
            builder.report("the optimizer \(name) gives \(parameter.name) no new value; assign one: update.assign(…)")
        }
        return update.moments
    }
}

/// Equal where name and coded form are: so a rule of one's own is the one that a run's record speaks of.
extension Optimizer: Hashable {
    public static func == (a: Optimizer, b: Optimizer) -> Bool { OptimizerRecord(a.rule) == OptimizerRecord(b.rule) }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Optimizer: CustomStringConvertible {
    public var description: String { rule.description }
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
