import Invar
import InvarGraph

/// How parameters follow from their gradients: a description alone, written into the graph of the step by `update`.
///
/// A rule of your own is one value with its numbers:
///
///     /// Lion (Chen et al. 2023).
///     struct Lion: UpdateRule {
///         var beta1 = 0.9, beta2 = 0.99
///         var name: String { "lion" }
///
///         func update(_ parameters: [TrainedParameter], _ update: inout OptimizerUpdate) {
///             for parameter in parameters {
///                 let moment = update.moment("momentum", of: parameter)
///                 update.inPlace(of: parameter) {
///                     let g = parameter.gradient
///                     let direction = sign(moment.value * beta1 + g * (1 - beta1))
///                     update.assign(moment, moment.value * beta2 + g * (1 - beta2))
///                     update.assign(parameter, parameter.value - update.learningRate(of: parameter) * direction)
///                 }
///             }
///         }
///     }
///
///     TrainingConfiguration(optimizer: Optimizer(Lion()), …)
///
/// Its coded form (`Codable`) is part of a run's identity: a run is resumed with the numbers that it began with.
/// The learning rate is no part of it: it is an input of the step, from a ``LearningRateSchedule``.
public protocol UpdateRule: Sendable, Codable, CustomStringConvertible {
    /// What commands and run.json call it: `lion`.
    var name: String { get }

    /// What is wrong with its numbers, a sentence for each; nothing, if all is well.
    var problems: [String] { get }

    /// Assigns a new value to each parameter and to each moment that it asks for.
    ///
    /// - Parameters:
    ///   - parameters: those that share a learning rate, in the order of the architecture.
    ///   - update: gives moments, learning rates and the place to assign values.
    func update(_ parameters: [TrainedParameter], _ update: inout OptimizerUpdate)
}

extension UpdateRule {
    /// No number of it can be wrong.
    public var problems: [String] { [] }

    /// `lion, beta1 0.9, beta2 0.99`
    public var description: String {
        let record = OptimizerRecord(self)
        return ([name] + record.numbers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
            .joined(separator: ", ")
    }
}

/// A parameter with its value and its gradient in the graph of a step.
public struct TrainedParameter {
    package let spec: StateSpec
    /// What it is when the step begins.
    public let value: Tensor
    /// The derivative of the loss by it; its shape.
    public let gradient: Tensor
    /// A scalar of its own, where the optimizer's is not its.
    let learningRate: Tensor?

    package init(_ spec: StateSpec, value: Tensor, gradient: Tensor, learningRate: Tensor? = nil) {
        self.spec = spec
        self.value = value
        self.gradient = gradient
        self.learningRate = learningRate
    }

    /// `encoder.conv1.weight`
    public var name: String { spec.name }

    /// Whether it is one number for each channel, a bias, or the gain and shift of a norm: what most rules keep out of weight decay.
    public var isVector: Bool { spec.type.rank <= 1 }
}

/// What an optimizer keeps from step to step beside the parameters, such as a running mean of gradients.
public struct Moment {
    /// What it is when the step begins; zeros in a run's first.
    public let value: Tensor
    let name: String
}

/// What a rule writes its update with.
public struct OptimizerUpdate {
    private let builder: GraphBuilder
    private let learningRate: Tensor
    private(set) var moments: [StateSpec] = []

    init(_ builder: GraphBuilder, _ learningRate: Tensor) {
        self.builder = builder
        self.learningRate = learningRate
    }

    /// The step's learning rate, a scalar: that of the predictor for its parameters.
    public func learningRate(of parameter: TrainedParameter) -> Tensor { parameter.learningRate ?? learningRate }

    /// A moment of the parameter's shape, zeros at first. It is saved as `optimizer.NAME/PARAMETER`.
    public mutating func moment(_ name: String, of parameter: TrainedParameter) -> Moment {
        state(
            StateSpec(
                name: "optimizer.\(name)/\(parameter.spec.name)", type: parameter.spec.type, role: .moment,
                initializer: .zeros, layout: parameter.spec.layout))
    }

    /// A scalar of the whole optimizer, zero at first. It is saved as `optimizer.NAME`.
    public mutating func scalar(_ name: String) -> Moment {
        let type = TensorType([], learningRate.type.element)
        return state(
            StateSpec(name: "optimizer.\(name)", type: type, role: .moment, initializer: .zeros, layout: .plain))
    }

    private mutating func state(_ spec: StateSpec) -> Moment {
        moments.append(spec)
        return Moment(value: builder.state(spec.name, spec.type), name: spec.name)
    }

    /// What a moment is when the step is over: given once, and of its shape.
    public func assign(_ moment: Moment, _ value: Tensor) { builder.assign(moment.name, value) }

    /// What a parameter is when the step is over: given once, and of its shape.
    public func assign(_ parameter: TrainedParameter, _ value: Tensor) { builder.assign(parameter.spec.name, value) }

    /// What `body` computes is shown, in dumps and profiles, as `optimizer/PARAMETER`.
    public func inPlace(of parameter: TrainedParameter, _ body: () -> Void) {
        let outer = builder.name
        builder.name = "optimizer/\(parameter.spec.name)"
        body()
        builder.name = outer
    }
}
