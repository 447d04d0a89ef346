import InvarGraph

/// A product of matrices, a convolution or a gradient of one, with what is computed on the way: a *prologue* makes an operand
/// where it is read, the *epilogue* follows on the result while it is near.
public struct Contraction: Hashable, Sendable {
    /// What is computed of the two sides; the shapes of these are said in order, left and right.
    public enum Kind: Hashable, Sendable {
        /// [.., M, K] · [.., K, N], each transposed (in its last two axes) first where asked for. Leading axes agree.
        case product(transposeA: Bool, transposeB: Bool)
        /// (x N×H×W×C, weight H×W×(C/groups)×O)
        case convolution(Window)
        /// (gradient of the output, weight)
        case inputGradient(Window)
        /// (gradient of the output, x)
        case weightGradient(Window)
    }

    /// One of the two sides: row-major, of this shape.
    public struct Operand: Hashable, Sendable {
        /// Where its numbers come from.
        public enum Origin: Hashable, Sendable {
            /// This operand of the step.
            case operand(Int)
            /// What a nest of one result makes of the step's operands; it is stored row-major.
            case prologue(LoopNest)
        }

        /// Row-major. Of maps N×H×W×C, of weights H×W×(C/groups)×O.
        public var shape: [Int]
        /// Where its numbers come from.
        public var origin: Origin

        /// An operand of this shape.
        public init(_ shape: [Int], _ origin: Origin) { (self.shape, self.origin) = (shape, origin) }

        /// The nest that computes it, if one does.
        public var prologue: LoopNest? { if case .prologue(let nest) = origin { nest } else { nil } }
    }

    /// What follows the contraction.
    public struct Epilogue: Hashable, Sendable {
        /// Its points are the elements of the contraction's result, perhaps in another shape.
        public var nest: LoopNest
        /// Which of the step's results the nest's are.
        public var results: [Int]

        /// An epilogue whose nest writes these of the step's results, in the order of its own.
        public init(_ nest: LoopNest, results: [Int]) { (self.nest, self.results) = (nest, results) }
    }

    /// What is computed of the two sides.
    public var kind: Kind
    /// The two sides, in the order that `Kind` says.
    public var left, right: Operand
    /// Of its own result.
    public var shape: [Int]
    /// Which of the step's results it writes its own to. If the epilogue stores that one, it stores over it.
    public var result: Int
    /// What is computed of the result while it is near, if anything is.
    public var epilogue: Epilogue?

    /// A contraction of two sides; `shape` and `result` are its own result's, whatever the epilogue makes of it.
    public init(
        _ kind: Kind, _ left: Operand, _ right: Operand, shape: [Int], result: Int = 0, epilogue: Epilogue? = nil
    ) {
        (self.kind, self.left, self.right) = (kind, left, right)
        (self.shape, self.result, self.epilogue) = (shape, result, epilogue)
    }

    /// Both sides, in order.
    public var operands: [Operand] { [left, right] }
    /// Whether a matrix is multiplied with its own transpose: the result is then symmetric.
    public var isSymmetric: Bool {
        guard case .product(let transposeA, let transposeB) = kind, transposeA != transposeB else { return false }
        return left == right
    }
    /// Its prologues and its epilogue.
    public var nests: [LoopNest] { operands.compactMap(\.prologue) + (epilogue.map { [$0.nest] } ?? []) }
}

extension Contraction {
    /// Products that are summed for one element of the result, at most.
    public var terms: Int {
        func count(_ shape: [Int]) -> Int { shape.reduce(1, *) }
        switch kind {
        case .product(let transposeA, _): return left.shape[left.shape.count - (transposeA ? 2 : 1)]
        case .convolution: return count(right.shape) / shape[3]
        case .inputGradient: return count(right.shape) * left.shape[3] / (shape[3] * right.shape[3])
        case .weightGradient: return count(left.shape) / left.shape[3]
        }
    }
}

extension Contraction.Kind {
    /// Its name in a program's text.
    public var mnemonic: String {
        switch self {
        case .product: "matmul"
        case .convolution: "convolution"
        case .inputGradient: "convolution.inputGradient"
        case .weightGradient: "convolution.weightGradient"
        }
    }
}
