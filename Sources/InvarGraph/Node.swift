/// Index of a node in its graph.
public struct NodeID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// From 0, in the order of the nodes.
    public let index: Int

    /// - Parameter index: from 0, in the order of the nodes.
    public init(_ index: Int) { self.index = index }

    /// Whether it comes earlier.
    public static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
    /// `%17`
    public var description: String { "%\(index)" }
}

/// One value of a graph: an op applied to earlier nodes.
public struct Node: Hashable, Sendable {
    /// What is computed.
    public var op: Op
    /// Of what: earlier nodes.
    public var inputs: [NodeID]
    /// Shape and element type of the value.
    public var type: TensorType
    /// Path in the architecture, such as `encoder.conv1`; empty where there is none.
    public var name: String
    /// The line of the user's program that made it.
    public var site: Site?
    /// For a node of the backward half: the forward node whose derivative it takes part in.
    public var adjointOf: NodeID?
    /// How often the same was computed before: more than 0 only where a value was forgotten to save memory.
    public var copy = 0
    /// Where parts of a batch take turns: in which of the turns it is computed. No kernel computes values of two turns, so that one
    /// can be over, and its memory free, before the next begins. Nothing for what belongs to the batch as a whole.
    public var turn: Int?

    package init(
        _ op: Op, _ inputs: [NodeID] = [], type: TensorType, name: String = "", site: Site? = nil,
        adjointOf: NodeID? = nil
    ) {
        self.op = op
        self.inputs = inputs
        self.type = type
        self.name = name
        self.site = site
        self.adjointOf = adjointOf
    }

    /// An operand that is there twice counts once.
    package var distinctInputs: [NodeID] {
        switch inputs.count {
        case 0, 1: inputs
        case 2: inputs[0] == inputs[1] ? [inputs[0]] : inputs
        default: Array(Set(inputs))
        }
    }
}
