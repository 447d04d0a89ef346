/// One piece of a model's state: what a checkpoint holds under its name.
public struct StateSpec: Sendable, Hashable {
    public enum Role: String, Sendable, Hashable, Codable {
        /// Trained.
        case parameter
        /// Follows the data, as the running mean of a BatchNorm does.
        case statistic
        /// Follows the parameter that it `follows`, as those of a `Target` do.
        case target
        /// Belongs to the optimizer.
        case moment
    }

    /// How the axes lie in memory.
    public enum Layout: String, Sendable, Hashable, Codable {
        case plain
        /// H×W×I×O here, O×I×H×W in a checkpoint.
        case convolution
    }

    /// `encoder.conv1.weight`
    public let name: String
    public let type: TensorType
    public let role: Role
    public let initializer: Initializer
    public let layout: Layout
    /// The parameter whose value it has at first, and then moves to.
    public let follows: String?

    public init(
        name: String, type: TensorType, role: Role, initializer: Initializer, layout: Layout = .plain,
        follows: String? = nil
    ) {
        self.name = name
        self.type = type
        self.role = role
        self.initializer = initializer
        self.layout = layout
        self.follows = follows
    }
}

/// Where the first value of a piece of state comes from.
public enum Initializer: Sendable, Hashable, Codable {
    case zeros, ones
    case constant(Double)
    /// Uniform in −bound…bound.
    case uniform(bound: Double)
    /// Normal around 0.
    case normal(standardDeviation: Double)
}
