import InvarCompiler
import InvarGraph

extension LoopNest.Instruction {
    /// Whether it becomes a long piece of code, or calls.
    var isLong: Bool {
        switch self {
        case .unary(let kind, _):
            switch kind {
            case .exp, .expm1, .log, .tanh, .erf: true
            case .negate, .abs, .sign, .sqrt, .rsqrt, .reciprocal: false
            }
        case .binary(let kind, _, _): kind == .power
        case .load, .index, .constant, .compare, .select: false
        }
    }
}
