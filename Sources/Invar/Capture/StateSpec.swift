/// One piece of a model's state: what a checkpoint holds under its name.
package struct StateSpec: Sendable, Hashable {
    /// What changes it.
    package enum Role: String, Sendable, Hashable, Codable {
        /// Trained.
        case parameter
        /// Follows the data, as the running mean of a BatchNorm does.
        case statistic
        /// Follows the parameter that it `follows`, as those of a `Target` do.
        case target
        /// Belongs to the optimizer.
        case moment
    }

    /// The part of a model that a piece of state belongs to.
    package struct Owner: Sendable, Hashable {
        /// As it is written in a model; its name begins the names of its state.
        package enum Part: String, Sendable, Hashable { case encoder, expander, mapExpander, predictor }

        /// Which of them.
        package let part: Part
        /// Counted from 0, where the branches have parts of their own.
        package var branch: Int?
        /// Whether it is of the second network, which follows the trained one.
        package var isTarget = false

        /// - Parameter branch: counted from 0, where the branches have parts of their own.
        package init(_ part: Part, branch: Int? = nil) { (self.part, self.branch) = (part, branch) }

        /// What its names begin with: `encoder`, `branch1.encoder`, `target.encoder`.
        package var path: String { (isTarget ? "target." : "") + trainedPath }
        fileprivate var trainedPath: String { (branch.map { "branch\($0 + 1)." } ?? "") + part.rawValue }
    }

    /// How the axes lie in memory.
    package enum Layout: String, Sendable, Hashable, Codable {
        case plain
        /// H×W×I×O here, O×I×H×W in a checkpoint.
        case convolution
    }

    /// `encoder.conv1.weight`
    package let name: String
    /// Shape and element type, in the graph's own layout.
    package let type: TensorType
    /// What changes it.
    package let role: Role
    /// What it starts from.
    package let initializer: Initializer
    /// What of the training rows' columns it is; then that is what a run gives it at its beginning.
    package let column: ColumnMoment?
    /// How its axes lie in memory.
    package let layout: Layout
    /// The parameter whose value it has at first, and then moves to.
    package let follows: String?
    /// Nothing where it is no part's, as the optimizer's and the loss's.
    package let owner: Owner?

    /// A number for each column of the rows that a branch is trained on.
    package enum ColumnMoment: Sendable, Hashable { case mean, deviation }

    package init(
        name: String, type: TensorType, role: Role, initializer: Initializer, layout: Layout = .plain,
        column: ColumnMoment? = nil, follows: String? = nil, owner: Owner? = nil
    ) {
        self.column = column
        self.name = name
        self.type = type
        self.role = role
        self.initializer = initializer
        self.layout = layout
        self.follows = follows
        self.owner = owner
    }

    /// Within the part that it belongs to: `conv1.weight`
    package var localName: String { owner.map { String(name.dropFirst($0.path.utf8.count + 1)) } ?? name }

    /// The same piece of the trained network, where this is the target's.
    package var trainedName: String? {
        owner.flatMap { $0.isTarget ? "\($0.trainedPath).\(localName)" : nil }
    }
}

/// Where the first value of a piece of state comes from.
public enum Initializer: Sendable, Hashable, Codable {
    /// 0, or 1, everywhere.
    case zeros, ones
    /// This number everywhere.
    case constant(Double)
    /// These numbers, row-major: as many as the tensor has.
    case values([Float])
    /// Uniform in −bound…bound.
    case uniform(bound: Double)
    /// Normal around 0.
    case normal(standardDeviation: Double)
}
