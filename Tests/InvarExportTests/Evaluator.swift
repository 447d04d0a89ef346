import Foundation
import InvarExport
import TestSupport

/// Carries an ONNX graph out by the definitions of its operators, with plain loops in double precision. It knows those that are written,
/// and nothing of Invar's graph.
struct Evaluator {
    let graph: ONNXGraphProto

    struct Unknown: Error { let what: String }

    func callAsFunction(_ inputs: [String: HostTensor]) throws -> [String: HostTensor] {
        var values = inputs
        for tensor in graph.initializer { values[tensor.name] = tensor.values }
        for node in graph.node {
            let operands = try node.input.map { name in
                guard let value = values[name] else { throw Unknown(what: "\(node.name) reads \(name) too early") }
                return value
            }
            guard node.output.count == 1, values[node.output[0]] == nil else { throw Unknown(what: node.name) }
            values[node.output[0]] = try result(node, operands)
        }
        return Dictionary(uniqueKeysWithValues: graph.output.map { ($0.name, values[$0.name]!) })
    }

    private func result(_ node: ONNXNodeProto, _ x: [HostTensor]) throws -> HostTensor {
        if let function = Self.unary[node.opType] { return HostTensor(shape: x[0].shape, x[0].values.map(function)) }
        if let function = Self.binary[node.opType] {
            return broadcasting(x) { function($0[0], $0[1]) }
        }
        switch node.opType {
        case "Where": return broadcasting(x) { $0[0] != 0 ? $0[1] : $0[2] }
        case "Cast":
            let isBool = node["to"] == ONNXTensorProto.DataType.bool.rawValue
            return HostTensor(shape: x[0].shape, x[0].values.map { isBool ? ($0 != 0 ? 1 : 0) : $0 })
        default: return try movement(node, x) ?? reduction(node, x) ?? contraction(node, x)
        }
    }

    private static let unary: [String: @Sendable (Double) -> Double] = [
        "Identity": { $0 }, "Neg": { -$0 }, "Abs": { abs($0) }, "Exp": { exp($0) }, "Log": { log($0) },
        "Sign": { $0.isNaN || $0 == 0 ? $0 : $0 < 0 ? -1 : 1 }, "Sqrt": { sqrt($0) }, "Reciprocal": { 1 / $0 },
        "Tanh": { tanh($0) }, "Erf": { erf($0) }, "Sin": { sin($0) }, "Cos": { cos($0) },
        "Relu": { $0.isNaN ? $0 : max($0, 0) }, "Sigmoid": { 1 / (1 + exp(-$0)) }, "Not": { $0 == 0 ? 1 : 0 },
    ]

    private static let binary: [String: @Sendable (Double, Double) -> Double] = [
        "Add": { $0 + $1 }, "Sub": { $0 - $1 }, "Mul": { $0 * $1 }, "Div": { $0 / $1 },
        "Max": { max($0, $1) }, "Min": { min($0, $1) }, "Pow": { pow($0, $1) },
        "Equal": { $0 == $1 ? 1 : 0 }, "Less": { $0 < $1 ? 1 : 0 }, "LessOrEqual": { $0 <= $1 ? 1 : 0 },
        "Greater": { $0 > $1 ? 1 : 0 }, "GreaterOrEqual": { $0 >= $1 ? 1 : 0 },
    ]
}

/// Element by element, after NumPy's rules for shapes that differ.
func broadcasting(_ operands: [HostTensor], _ function: ([Double]) -> Double) -> HostTensor {
    let shape = operands.map(\.shape).reduce([], commonShape)
    return HostTensor(
        shape: shape,
        positions(shape).map { position in
            function(
                operands.map { operand in
                    let own = position.suffix(operand.shape.count)
                    return operand.values[
                        flatIndex(zip(own, operand.shape).map { $1 == 1 ? 0 : $0 }, operand.shape)]
                })
        })
}

func commonShape(_ a: [Int], _ b: [Int]) -> [Int] {
    let rank = max(a.count, b.count)
    func padded(_ shape: [Int]) -> [Int] { [Int](repeating: 1, count: rank - shape.count) + shape }
    return zip(padded(a), padded(b)).map { sizes in
        precondition(sizes.0 == sizes.1 || sizes.0 == 1 || sizes.1 == 1, "\(a) and \(b)")
        return sizes.0 == 1 ? sizes.1 : sizes.0
    }
}

extension ONNXNodeProto {
    subscript(attribute: String) -> Int? { find(attribute).map { Int($0.i) } }
    func floats(_ attribute: String) -> Double { Double(find(attribute)!.f) }
    func ints(_ attribute: String) -> [Int]? { find(attribute).map { $0.ints.map { Int($0) } } }
    private func find(_ name: String) -> ONNXAttributeProto? { attribute.first { $0.name == name } }
}

extension ONNXTensorProto {
    var values: HostTensor {
        let shape = dims.map { Int($0) }
        return rawData.withUnsafeBytes { bytes in
            let count = shape.reduce(1, *)
            let values: [Double] = (0..<count).map { place in
                dataType == DataType.int64.rawValue
                    ? Double(bytes.loadUnaligned(fromByteOffset: 8 * place, as: Int64.self))
                    : Double(bytes.loadUnaligned(fromByteOffset: 4 * place, as: Float.self))
            }
            precondition(bytes.count == count * (dataType == DataType.int64.rawValue ? 8 : 4), name)
            return HostTensor(shape: shape, values)
        }
    }
}

extension HostTensor {
    var ints: [Int] { values.map { Int($0) } }
}
