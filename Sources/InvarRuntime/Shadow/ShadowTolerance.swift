import InvarCompiler
import InvarGraph

/// How far two right results of a step may be apart, in roundings: half the distance between 1 and the number after it.
struct ShadowTolerance {
    /// Of the largest element of the result, where nothing cancels.
    let forward: Double
    /// Of each operand: both executors' results are what operands give that are off by so much.
    let backward: Double
    /// Operands are shaken once, and not in the worst way.
    static let margin = 4.0

    init(_ step: Step) {
        let own = Self.roundings(step.op, step.operands.map(\.shape), step.results[0].shape)
        // either may be off by that much, to either side; twice that for the distance of the largest element from the
        // largest partial sum
        forward = own == 0 ? 0 : 4 * (own + 4)
        backward = own + 4
    }

    /// How many roundings an element of the result is off by, in an executor that computes as it should.
    static func roundings(_ op: Op, _ operands: [[Int]], _ result: [Int]) -> Double {
        func count(_ shape: [Int]) -> Double { Double(shape.reduce(1, *)) }
        // Errors of n summands mostly cancel: √n of them stay.
        func sum(of terms: Double) -> Double { 8 + 4 * max(terms, 1).squareRoot() }
        switch op {
        // Moved, chosen or compared, never rounded.
        case .input, .state, .constant, .iota, .select, .stopGradient, .compare, .reshape, .broadcast, .transpose,
            .slice, .pad, .concatenate, .maxPool, .assign, .result, .reduce(.max, _):
            return 0
        case .unary(.negate), .unary(.abs), .unary(.sign), .binary(.maximum), .binary(.minimum): return 0
        case .binary(.add), .binary(.subtract), .binary(.multiply), .binary(.divide), .unary(.reciprocal): return 1
        case .unary(.sqrt), .unary(.rsqrt): return 4
        case .unary(.exp), .unary(.expm1), .unary(.log), .unary(.tanh), .unary(.erf): return 16
        // exp(b · log a): the error of the logarithm is multiplied by the exponent of the result.
        case .binary(.power): return 128
        case .reduce(.sum, _), .reduce(.centredSquares, _): return sum(of: count(operands[0]) / count(result))
        case .matmul(let transposeA, _):
            return sum(of: Double(operands[0][operands[0].count - (transposeA ? 2 : 1)]))
        case .convolution: return sum(of: count(operands[1]) / Double(result[3]))
        case .convolutionInputGradient:
            return sum(of: count(operands[1]) * Double(operands[0][3]) / Double(result[3] * operands[1][3]))
        case .convolutionWeightGradient: return sum(of: count(operands[0]) / Double(operands[0][3]))
        case .maxPoolGradient(let window): return sum(of: count(window.kernel))
        case .fused(let fused):
            let graph = fused.graph
            return graph.nodes.reduce(0) { total, node in
                total + roundings(node.op, node.inputs.map { graph[$0].type.shape }, node.type.shape)
            }
        }
    }
}
