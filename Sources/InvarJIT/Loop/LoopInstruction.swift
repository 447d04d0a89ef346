import InvarCompiler
import InvarGraph

extension LoopNest.Instruction {
    /// Whether it becomes a long piece of code, or calls.
    var isLong: Bool {
        switch self {
        case .unary(let kind, _): kind.cost > 2
        case .binary(let kind, _, _): kind.cost > 2
        case .load, .index, .constant, .compare, .select: false
        }
    }
}
