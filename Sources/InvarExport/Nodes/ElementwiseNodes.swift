import Invar
import InvarData

extension EncoderWriter {
    /// What operands make together, element by element. ONNX repeats those that have fewer axes, or axes of size 1, by itself.
    private func elementwise(
        _ id: NodeID, _ compute: (inout ModelWriter, [String], ModelWriter.Place) -> String
    ) -> ExportedValue {
        let (operands, place) = (graph[id].inputs.map(value), place(of: id))
        let all = Set(operands.flatMap(\.axes))
        let longest = operands.max { $0.axes.count < $1.axes.count }?.axes ?? []
        let order = longest.count == all.count ? longest : all.sorted()
        let names = operands.map { aligned($0, to: order, at: place) }
        let shape = graph[id].type.shape
        let repeated = shape.indices.filter { axis in
            shape[axis] != 1 && !operands.contains { $0.varies(along: axis) }
        }
        return ExportedValue(compute(&model, names, place), axes: order, repeated: Set(repeated))
    }

    func unary(_ function: Unary, _ id: NodeID) -> ExportedValue {
        elementwise(id) { model, x, place in
            func node(_ type: String, _ inputs: [String]) -> String { model.node(type, inputs, at: place) }
            return switch function {
            case .negate: node("Neg", x)
            case .abs: node("Abs", x)
            case .sign: node("Sign", x)
            case .exp: node("Exp", x)
            // exp(x) − 1 = tanh(x / 2) · (exp(x) + 1), which cancels nothing where x is small
            case .expm1:
                node(
                    "Mul",
                    [
                        node("Tanh", [node("Mul", x + [model.number(0.5)])]),
                        node("Add", [node("Exp", x), model.number(1)]),
                    ])
            case .log: node("Log", x)
            case .sqrt: node("Sqrt", x)
            case .rsqrt: node("Reciprocal", [node("Sqrt", x)])
            case .reciprocal: node("Reciprocal", x)
            case .tanh: node("Tanh", x)
            case .erf: node("Erf", x)
            case .sin: node("Sin", x)
            case .cos: node("Cos", x)
            }
        }
    }

    func binary(_ function: Binary, _ id: NodeID) -> ExportedValue {
        let type =
            switch function {
            case .add: "Add"
            case .subtract: "Sub"
            case .multiply: "Mul"
            case .divide: "Div"
            case .maximum: "Max"
            case .minimum: "Min"
            case .power: "Pow"
            }
        return elementwise(id) { model, operands, place in model.node(type, operands, at: place) }
    }

    /// ONNX's are true or false, and Invar's masks 1 or 0.
    func compare(_ comparison: Comparison, _ id: NodeID) -> ExportedValue {
        elementwise(id) { model, operands, place in
            func holds(_ type: String) -> String { model.node(type, operands, at: place) }
            let mask =
                switch comparison {
                case .equal: holds("Equal")
                case .notEqual: model.node("Not", [holds("Equal")], at: place)
                case .less: holds("Less")
                case .lessOrEqual: holds("LessOrEqual")
                case .greater: holds("Greater")
                case .greaterOrEqual: holds("GreaterOrEqual")
                }
            return model.cast(mask, to: .float, at: place)
        }
    }

    func select(_ id: NodeID) -> ExportedValue {
        elementwise(id) { model, operands, place in
            let condition = model.cast(operands[0], to: .bool, at: place)
            return model.node("Where", [condition, operands[1], operands[2]], at: place)
        }
    }

    func constant(_ value: Double, _ id: NodeID) throws -> ExportedValue {
        let shape = graph[id].type.shape
        return ExportedValue(
            model.number(value), axes: [], repeated: Set(shape.indices.filter { shape[$0] != 1 }))
    }

    /// 0, 1, 2, … along one axis.
    func positions(along axis: Int, _ id: NodeID) throws -> ExportedValue {
        let (shape, size) = (graph[id].type.shape, try source.sizes(of: id)[axis])
        guard size.isFixed else {
            throw source.problem(id, "counts the images of a batch; a file for any number of images does without")
        }
        let values = (0..<size.fixed).map { Float($0) }
        let name = model.tensor("positions_\(size.fixed)", StoredTensor(shape: [size.fixed], values))
        return ExportedValue(
            name, axes: [axis], repeated: Set(shape.indices.filter { $0 != axis && shape[$0] != 1 }))
    }
}

extension ModelWriter {
    mutating func cast(_ name: String, to type: ONNXTensorProto.DataType, at place: Place) -> String {
        node("Cast", [name], [.int("to", type.rawValue)], at: place)
    }
}
