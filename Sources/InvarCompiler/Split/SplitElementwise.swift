import InvarGraph

extension Splitter {
    /// Where one operand is split, all are split alike. Sums over the ranks stay sums under linear ops, as long as nothing else needs
    /// them: else they would be summed twice. What belongs to an update that ranks share is computed in parts.
    mutating func elementwise(_ id: NodeID, _ node: Node) -> (NodeID, Placing) {
        let shared =
            updates.axes[id.index]
            ?? node.inputs.compactMap { placings[$0.index] == .partial ? updates.operands[$0] : nil }.first
        let found = node.inputs.map { input in
            shared == nil && updates.gathered.contains(input) ? .whole : placings[input.index]
        }
        if let axis = found.lazy.compactMap(\.axis).first {
            let axis = shared ?? axis
            return emit(.split(axis), node.inputs.map { part($0, axis) }, like: id)
        }
        let mayStay = zip(node.inputs, found).allSatisfy { $1 != .partial || isLastReader(of: $0) }
        if mayStay, isLinear(node.op, found) { return emit(.partial, node.inputs.map { rebuild[$0] }, like: id) }
        if let shared { return emit(.split(shared), node.inputs.map { part($0, shared) }, like: id) }
        return emit(.whole, node.inputs.map { whole($0) }, like: id)
    }

    /// Whether an op on sums over the ranks may be carried out on each rank's summand. No operand is split.
    private func isLinear(_ op: Op, _ placings: [Placing]) -> Bool {
        let partial = placings.count { $0 == .partial }
        return switch op {
        case .unary(.negate), .stopGradient: partial == 1
        case .binary(.add), .binary(.subtract): partial == 2
        case .binary(.multiply): partial == 1
        case .binary(.divide): placings == [.partial, .whole]
        default: false
        }
    }
}
