package enum LoopUnary: UInt8, Sendable, CaseIterable {
    case negate, exp, expm1, log, sqrt, rsqrt, tanh, erf, abs, sign, reciprocal
}

package enum LoopBinary: UInt8, Sendable, CaseIterable {
    case add, subtract, multiply, divide, maximum, minimum, power
}

package enum LoopCompare: UInt8, Sendable, CaseIterable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// What is computed at every point of an iteration space: a list of instructions, each of which defines the
/// register of its own index.
package struct LoopTape: Sendable, Equatable {
    package enum Instruction: Sendable, Equatable {
        /// The element of an operand.
        case load(Int)
        case constant(Double)
        /// The index along an axis of the iteration space.
        case iota(Int)
        case unary(LoopUnary, Int)
        case binary(LoopBinary, Int, Int)
        /// 1 where it holds, else 0.
        case compare(LoopCompare, Int, Int)
        /// The second register where the first is not 0, else the third.
        case select(Int, Int, Int)

        /// The registers it reads.
        var inputs: [Int] {
            switch self {
            case .load, .constant, .iota: []
            case .unary(_, let a): [a]
            case .binary(_, let a, let b), .compare(_, let a, let b): [a, b]
            case .select(let c, let a, let b): [c, a, b]
            }
        }
    }

    package private(set) var instructions: [Instruction] = []

    package init() {}

    /// Appends an instruction and returns its register.
    package mutating func append(_ instruction: Instruction) -> Int {
        precondition(
            instruction.inputs.allSatisfy { $0 >= 0 && $0 < instructions.count },
            "internal: a tape reads a later register")
        instructions.append(instruction)
        return instructions.count - 1
    }

    package mutating func load(_ operand: Int) -> Int { append(.load(operand)) }
    package mutating func constant(_ value: Double) -> Int { append(.constant(value)) }
    package mutating func iota(_ axis: Int) -> Int { append(.iota(axis)) }
    package mutating func unary(_ op: LoopUnary, _ a: Int) -> Int { append(.unary(op, a)) }
    package mutating func binary(_ op: LoopBinary, _ a: Int, _ b: Int) -> Int { append(.binary(op, a, b)) }
    package mutating func compare(_ op: LoopCompare, _ a: Int, _ b: Int) -> Int { append(.compare(op, a, b)) }
    package mutating func select(_ condition: Int, _ a: Int, _ b: Int) -> Int { append(.select(condition, a, b)) }
}
