import Invar

/// A composition of ops that ONNX has an operator for, wherever it stands: in layers of ours, such as attention, and in a user's.
enum Idiom {
    /// max(x, 0)
    case relu(NodeID)
    /// As `sigmoid` writes it: 1 / (1 + exp(min(−x, 80))).
    case sigmoid(NodeID)
    /// As `softmax` writes it, along an axis.
    case softmax(NodeID, axis: Int)

    var input: NodeID {
        switch self {
        case .relu(let x), .sigmoid(let x), .softmax(let x, axis: _): x
        }
    }
}

extension Graph {
    /// What this node is the result of.
    func idiom(_ id: NodeID) -> Idiom? {
        relu(id).map(Idiom.relu) ?? sigmoid(id).map(Idiom.sigmoid) ?? softmax(id)
    }

    private func relu(_ id: NodeID) -> NodeID? {
        guard let (x, zero) = operands(of: id, .binary(.maximum)), isConstant(zero, 0) else { return nil }
        return x
    }

    private func sigmoid(_ id: NodeID) -> NodeID? {
        guard let sum = operand(of: id, .unary(.reciprocal)), let (raised, one) = operands(of: sum, .binary(.add)),
            isConstant(one, 1), let exponent = operand(of: raised, .unary(.exp)),
            let (negative, most) = operands(of: exponent, .binary(.minimum)), isConstant(most, 80)
        else { return nil }
        return operand(of: negative, .unary(.negate))
    }

    private func softmax(_ id: NodeID) -> Idiom? {
        guard let (raised, repeatedSum) = operands(of: id, .binary(.divide)),
            let exponent = operand(of: raised, .unary(.exp)),
            let (x, repeatedMost) = operands(of: exponent, .binary(.subtract)),
            let most = operand(of: unrepeated(repeatedMost), .stopGradient)
        else { return nil }
        let sum = unrepeated(repeatedSum)
        guard case .reduce(.max, let axes) = self[most].op, axes.count == 1, self[most].inputs == [x],
            self[sum].op == .reduce(.sum, axes: axes), self[sum].inputs == [raised]
        else { return nil }
        return .softmax(x, axis: axes[0])
    }

    /// An axis of size 1 is not repeated.
    private func unrepeated(_ id: NodeID) -> NodeID { operand(of: id, .broadcast) ?? id }

    private func operand(of id: NodeID, _ op: Op) -> NodeID? { self[id].op == op ? self[id].inputs[0] : nil }

    private func operands(of id: NodeID, _ op: Op) -> (NodeID, NodeID)? {
        self[id].op == op ? (self[id].inputs[0], self[id].inputs[1]) : nil
    }

    private func isConstant(_ id: NodeID, _ value: Double) -> Bool { self[id].op == .constant(value) }
}

extension EncoderWriter {
    func write(_ idiom: Idiom, _ id: NodeID) throws -> ExportedValue {
        let (x, place) = (value(idiom.input), place(of: id))
        switch idiom {
        case .relu: return ExportedValue(model.node("Relu", [x.name], at: place), axes: x.axes, repeated: x.repeated)
        case .sigmoid:
            return ExportedValue(model.node("Sigmoid", [x.name], at: place), axes: x.axes, repeated: x.repeated)
        case .softmax(let input, let axis):
            let order = naturalOrder([input])
            guard let along = order.firstIndex(of: axis) else { internalError("no axis \(axis) in \(order)") }
            let whole = try full(input, in: order, at: place)
            return ExportedValue(model.node("Softmax", [whole], [.int("axis", along)], at: place), axes: order)
        }
    }
}
