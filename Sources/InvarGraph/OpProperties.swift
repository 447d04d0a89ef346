/// Sorts of ops. Everything that asks what an op is asks here: `op.is(.movement)`, never a `switch` of its own with a `default`.
public struct OpKinds: OptionSet, Hashable, Sendable {
    /// A bit for each sort.
    public let rawValue: Int
    /// - Parameter rawValue: a bit for each sort.
    public init(rawValue: Int) { self.rawValue = rawValue }

    private static func one(_ bit: Int) -> OpKinds { OpKinds(rawValue: 1 << bit) }

    /// Leaves: what is computed from nothing in the graph.
    public static let input = one(0), state = one(1), constant = one(2), iota = one(3)
    /// Elementwise ops.
    public static let unary = one(4), binary = one(5), compare = one(6), select = one(7), stopGradient = one(8)
    /// A sum, a maximum, or a sum of centred squares over some axes.
    public static let reduce = one(9)
    /// Movement: the same elements in another shape or order.
    public static let reshape = one(10), broadcast = one(11), transpose = one(12)
    /// Movement: fewer elements, or more.
    public static let slice = one(13), pad = one(14), concatenate = one(15)
    /// A matrix product.
    public static let matmul = one(16)
    /// A convolution, its gradient with respect to its input, and with respect to its weight.
    public static let convolution = one(17), inputGradient = one(18), weightGradient = one(19)
    /// A max-pool, and its gradient.
    public static let maxPool = one(20), maxPoolGradient = one(21)
    /// A state's new value; a kernel that several ops became, and what it gives beside its first result.
    public static let assign = one(22), fused = one(23), result = one(24)
    /// An exchange between ranks.
    public static let collective = one(25)
    /// Cholesky's factor, and a triangular system's solution.
    public static let cholesky = one(26), triangularSolve = one(27)
    package static let count = 28

    /// Made of no other value.
    public static let leaf: OpKinds = [.input, .state, .immediate]
    /// Known from the position alone: a kernel makes it without an operand.
    public static let immediate: OpKinds = [.constant, .iota]
    /// Operands and result have one shape, and each element of the result depends on its own position alone.
    public static let elementwise: OpKinds = [.arithmetic, .stopGradient]
    /// The same, but for the one that computes nothing.
    public static let arithmetic: OpKinds = [.unary, .binary, .compare, .select]
    /// Elements that are there already, at other places.
    public static let movement: OpKinds = [.reshape, .broadcast, .transpose, .slice, .pad, .concatenate]
    /// Other names for elements that are there already: nothing is written for them.
    public static let view: OpKinds = [.reshape, .broadcast, .transpose, .slice, .stopGradient]
    /// The same, and what names a result or a state.
    public static let alias: OpKinds = [.view, .result, .assign]
    /// A convolution or a gradient of one.
    public static let convolutions: OpKinds = [.convolution, .inputGradient, .weightGradient]
    /// A matrix product, a convolution, or a gradient of one.
    public static let contraction: OpKinds = [.matmul, .convolutions]
    /// A max-pool or its gradient.
    public static let pooling: OpKinds = [.maxPool, .maxPoolGradient]
    /// Cholesky's factor, or a triangular system's solution.
    public static let factorization: OpKinds = [.cholesky, .triangularSolve]
    /// A result of a kernel that several ops became.
    public static let kernel: OpKinds = [.fused, .result]
    /// All that a user writes and a rule may replace: not an assignment, nor what fusion and the split over ranks make.
    public static let all: OpKinds = [.leaf, .elementwise, .reduce, .movement, .contraction, .pooling, .factorization]
}

extension Op {
    /// The sort that it is, one alone.
    public var kind: OpKinds {
        switch self {
        case .input: .input
        case .state: .state
        case .constant: .constant
        case .iota: .iota
        case .unary: .unary
        case .binary: .binary
        case .compare: .compare
        case .select: .select
        case .stopGradient: .stopGradient
        case .reduce: .reduce
        case .reshape: .reshape
        case .broadcast: .broadcast
        case .transpose: .transpose
        case .slice: .slice
        case .pad: .pad
        case .concatenate: .concatenate
        case .matmul: .matmul
        case .convolution: .convolution
        case .convolutionInputGradient: .inputGradient
        case .convolutionWeightGradient: .weightGradient
        case .maxPool: .maxPool
        case .maxPoolGradient: .maxPoolGradient
        case .cholesky: .cholesky
        case .triangularSolve: .triangularSolve
        case .collective: .collective
        case .assign: .assign
        case .fused: .fused
        case .result: .result
        }
    }

    /// Whether it is of one of these sorts.
    public func `is`(_ kinds: OpKinds) -> Bool { kinds.contains(kind) }

    /// Of an input or a state that it reads or assigns.
    public var valueName: String? {
        switch self {
        case .input(let name), .state(let name), .assign(let name): name
        default: nil
        }
    }

    /// Whether the two operands may change places: of a sum, a product, an extremum, an equality.
    public var isCommutative: Bool {
        switch self {
        case .binary(let kind): kind.isCommutative
        case .compare(let kind): kind == .equal || kind == .notEqual
        default: false
        }
    }

    /// Which operand of a convolution is its map N×H×W×C, where a kernel may compute that on the way.
    package var mapOperand: Int? { self.is(.convolution) ? 0 : self.is(.weightGradient) ? 1 : nil }

    /// Time for one element of a vector kernel, in units of one vector instruction; 0 for what is not computed in one.
    package var cost: Int {
        switch self {
        case .unary(let kind): kind.cost
        case .binary(let kind): kind.cost
        default: self.is([.elementwise, .reduce]) ? 1 : 0
        }
    }
}

extension Unary {
    /// Vector instructions for a vector of elements.
    package var cost: Int {
        switch self {
        case .negate, .abs, .sign: 1
        case .sqrt, .rsqrt, .reciprocal: 2
        case .exp, .expm1, .log, .tanh, .erf, .sin, .cos: 16
        }
    }

    /// How far two right results of it may be apart, in roundings: 0 where nothing is rounded.
    package var roundings: Double {
        switch self {
        case .negate, .abs, .sign: 0
        case .reciprocal: 1
        case .sqrt, .rsqrt: 4
        case .exp, .expm1, .log, .tanh, .erf, .sin, .cos: 16
        }
    }
}

extension Binary {
    /// Whether the operands may change places.
    public var isCommutative: Bool {
        switch self {
        case .add, .multiply, .maximum, .minimum: true
        case .subtract, .divide, .power: false
        }
    }

    /// Vector instructions for a vector of elements.
    package var cost: Int {
        switch self {
        case .add, .subtract, .multiply, .maximum, .minimum: 1
        case .divide: 2
        case .power: 16
        }
    }

    /// How far two right results of it may be apart, in roundings: 0 where nothing is rounded.
    package var roundings: Double {
        switch self {
        case .maximum, .minimum: 0
        case .add, .subtract, .multiply, .divide: 1
        // exp(b · log a): the error of the logarithm is multiplied by the exponent of the result.
        case .power: 128
        }
    }
}
