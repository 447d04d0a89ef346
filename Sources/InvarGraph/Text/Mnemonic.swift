/// An op in the text form: one word, and what it is set to.
extension Op {
    /// The op's word: `reduce.sum`, `convolution.weightGradient`.
    public var mnemonic: String {
        switch self {
        case .input: "input"
        case .state: "state"
        case .constant: "constant"
        case .iota: "iota"
        case .unary(let kind): kind.rawValue
        case .binary(let kind): kind.rawValue
        case .compare(let kind): kind.rawValue
        case .select: "select"
        case .stopGradient: "stopGradient"
        case .reduce(let kind, _): "reduce." + kind.rawValue
        case .reshape: "reshape"
        case .broadcast: "broadcast"
        case .transpose: "transpose"
        case .slice: "slice"
        case .pad: "pad"
        case .concatenate: "concatenate"
        case .matmul: "matmul"
        case .convolution: "convolution"
        case .convolutionInputGradient: "convolution.inputGradient"
        case .convolutionWeightGradient: "convolution.weightGradient"
        case .maxPool: "maxPool"
        case .maxPoolGradient: "maxPool.gradient"
        case .cholesky: "cholesky"
        case .triangularSolve: "triangularSolve"
        case .collective(let collective): collective.mnemonic
        case .assign: "assign"
        case .fused: "fused"
        case .result: "result"
        }
    }

    /// The op's settings in the order they are printed: `("axes", "[0,1]")`.
    package var attributes: [(key: String, value: String)] {
        switch self {
        case .input(let name), .state(let name), .assign(let name): [("name", quoted(name))]
        case .constant(let value): [("value", "\(value)")]
        case .iota(let axis), .concatenate(let axis): [("axis", "\(axis)")]
        case .reduce(_, let axes): [("axes", list(axes))]
        case .transpose(let order): [("order", list(order))]
        case .slice(let starts): [("starts", list(starts))]
        case .pad(let low): [("low", list(low))]
        case .matmul(let transposeA, let transposeB):
            [("transposeA", "\(transposeA)"), ("transposeB", "\(transposeB)")]
        case .convolution(let window), .convolutionInputGradient(let window), .convolutionWeightGradient(let window),
            .maxPool(let window), .maxPoolGradient(let window):
            [
                ("kernel", list(window.kernel)), ("strides", list(window.strides)),
                ("padding", list(window.padding)), ("groups", "\(window.groups)"),
            ]
        case .triangularSolve(let transposed): [("transposed", "\(transposed)")]
        case .collective(let collective): collective.attributes
        case .result(let index): [("index", "\(index)")]
        case .unary, .binary, .compare, .select, .stopGradient, .reshape, .broadcast, .cholesky, .fused: []
        }
    }
}

package func list(_ values: [Int]) -> String { "[" + values.map(String.init).joined(separator: ",") + "]" }

/// In double quotes, with backslashes before quotes, backslashes and line ends.
package func quoted(_ text: String) -> String {
    var result = "\""
    // By scalars: a quote with an accent on it is one character, and still ends a name.
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
