import Invar

extension EncoderWriter {
    /// A node of Invar's graph by itself, where it is part of no layer that ONNX has.
    func writeOp(_ id: NodeID) throws -> ExportedValue {
        let node = graph[id]
        switch node.op {
        case .input(let name): internalError("the encoder has the input \(name) twice")
        case .state(let name): return state(name)
        case .constant(let value): return try constant(value, id)
        case .iota(let axis): return try positions(along: axis, id)
        case .unary(let function): return unary(function, id)
        case .binary(let function): return binary(function, id)
        case .compare(let comparison): return compare(comparison, id)
        case .select: return select(id)
        case .stopGradient: return value(node.inputs[0])
        case .reduce(let reduction, let axes): return try reduce(reduction, axes, id)
        case .reshape: return try reshape(id)
        case .broadcast: return try broadcast(id)
        case .transpose(let order): return transpose(order, id)
        case .slice(let starts): return try slice(starts, id)
        case .pad(let low): return try pad(low, id)
        case .concatenate(let axis): return try concatenate(axis, id)
        case .matmul(let transposeA, let transposeB): return try matmul(transposeA, transposeB, id)
        case .convolution(let window): return try convolution(window, id)
        case .maxPool(let window): return try maxPool(window, id)
        case .convolutionInputGradient, .convolutionWeightGradient, .maxPoolGradient:
            throw source.problem(id, "is part of a derivative, which no operator of ONNX computes")
        case .cholesky, .triangularSolve:
            throw source.problem(id, "is a factorization of matrices, which no operator of ONNX computes")
        case .collective, .assign, .fused, .result:
            internalError("\(node.op.mnemonic) in an encoder that was captured for evaluation")
        }
    }
}
