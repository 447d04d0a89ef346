import InvarGraph

/// A parameter whose update is shared out: of what the optimizer keeps for it each rank has a part, and computes that part of
/// the parameter's new value. The gradient's sum is scattered instead of reduced, and the new parameter gathered.
public struct SharedUpdate: Hashable, Sendable {
    /// The parameter's name.
    public var parameter: String
    /// The states of its shape that the optimizer keeps.
    public var moments: [String]
    /// Along which axis of its shape.
    public var axis: BatchAxis

    /// - Parameters:
    ///   - parameter: its name.
    ///   - moments: the states of its shape that the optimizer keeps.
    ///   - axis: along which axis of its shape, with one group.
    public init(_ parameter: String, moments: [String], along axis: BatchAxis) {
        (self.parameter, self.moments, self.axis) = (parameter, moments, axis)
    }

    /// Fewer elements are not worth exchanges of their own.
    public static let smallestCount = 1 << 16

    /// Along which axis so many ranks share a parameter of this shape; nothing where they do not.
    public static func axis(of shape: [Int], over ranks: Int) -> BatchAxis? {
        guard ranks > 1, shape.reduce(1, *) >= smallestCount else { return nil }
        return shape.firstIndex { $0 % ranks == 0 }.map { BatchAxis(axis: $0) }
    }
}

/// What the shared updates of a graph are made of.
struct UpdateRegion {
    /// For each node of an update along which axis ranks share it: what is computed element by element on the way to a
    /// parameter's new value, and to its moments'.
    private(set) var axes: [BatchAxis?]
    /// What the nodes of an update are computed of, such as a gradient. What else is computed of its sum is computed of parts, too.
    private(set) var operands: [NodeID: BatchAxis] = [:]
    /// States that each rank has a part of.
    private(set) var parts: [String: BatchAxis] = [:]
    /// New values of parameters. They are gathered, so that what else is computed of them, as a target is, finds them whole.
    private(set) var gathered: Set<NodeID> = []

    init(_ graph: Graph, _ updates: [SharedUpdate]) {
        axes = [BatchAxis?](repeating: nil, count: graph.nodes.count)
        var known: [String: SharedUpdate] = [:]
        for update in updates {
            for moment in update.moments {
                known[moment] = update
                parts[moment] = update.axis
            }
            known[update.parameter] = update
        }
        guard !updates.isEmpty else { return }
        for id in graph.assignments {
            guard let name = graph[id].op.valueName, let update = known[name] else { continue }
            if name == update.parameter { gathered.insert(graph[id].inputs[0]) }
            mark(graph[id].inputs[0], graph[id].type.shape, update.axis, in: graph)
        }
        for id in graph.ids {
            guard let axis = axes[id.index] else { continue }
            for input in graph[id].inputs where axes[input.index] == nil { operands[input] = axis }
        }
    }

    private mutating func mark(_ root: NodeID, _ shape: [Int], _ axis: BatchAxis, in graph: Graph) {
        var pending = [root]
        while let id = pending.popLast() {
            let node = graph[id]
            guard axes[id.index] == nil, node.op.is(.elementwise), node.type.shape == shape else { continue }
            axes[id.index] = axis
            pending += node.inputs
        }
    }
}
