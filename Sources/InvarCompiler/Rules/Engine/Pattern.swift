import InvarGraph

/// Mathematics over variables: what a rule looks for, and what it writes instead.
///
///     let (x, a) = (Pattern.value("x"), Pattern.constant("a"))
///     (x + a) - a → x
///
/// All operands of an elementwise op have one shape, and so has everything in a pattern.
public indirect enum Pattern: Hashable, Sendable {
    /// Any value. Where the name is there twice, it is the same value.
    case value(String)
    /// Any constant. As the factor of a product it is also the −1 of −x.
    case constant(String)
    /// This constant.
    case number(Double)
    case unary(Unary, Pattern)
    /// The operands of a sum or a product may stand in either order. Those of an extremum may not: where they are equal, its
    /// derivative depends on the order.
    case binary(Binary, Pattern, Pattern)
}

/// What is found, and what stands for it: `x + 0 → x`.
public struct Rewrite: Hashable, Sendable {
    /// What is looked for, and what stands for it: its variables are among those of `found`.
    public let found, instead: Pattern
}

infix operator → : AssignmentPrecedence
/// A rewrite: wherever the left side is found, the right side stands for it. Its variables are those of the left side.
public func → (found: Pattern, instead: Pattern) -> Rewrite { Rewrite(found: found, instead: instead) }

// MARK: As it is written

extension Pattern: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    /// This constant.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// This constant.
    public init(integerLiteral value: Int) { self = .number(Double(value)) }

    /// Elementwise, as for tensors.
    public static func + (a: Pattern, b: Pattern) -> Pattern { .binary(.add, a, b) }
    /// Elementwise, as for tensors.
    public static func - (a: Pattern, b: Pattern) -> Pattern { .binary(.subtract, a, b) }
    /// Elementwise, as for tensors.
    public static func * (a: Pattern, b: Pattern) -> Pattern { .binary(.multiply, a, b) }
    /// Elementwise, as for tensors.
    public static func / (a: Pattern, b: Pattern) -> Pattern { .binary(.divide, a, b) }
    /// Elementwise, as for tensors.
    public static prefix func - (x: Pattern) -> Pattern { .unary(.negate, x) }
}

// The functions of tensors of the same names, in a pattern.

/// |x|.
public func abs(_ x: Pattern) -> Pattern { .unary(.abs, x) }
/// eˣ.
public func exp(_ x: Pattern) -> Pattern { .unary(.exp, x) }
/// eˣ − 1, exact near 0.
public func expm1(_ x: Pattern) -> Pattern { .unary(.expm1, x) }
/// ln x.
public func log(_ x: Pattern) -> Pattern { .unary(.log, x) }
/// √x.
public func sqrt(_ x: Pattern) -> Pattern { .unary(.sqrt, x) }
/// 1/√x.
public func rsqrt(_ x: Pattern) -> Pattern { .unary(.rsqrt, x) }
/// 1/x.
public func reciprocal(_ x: Pattern) -> Pattern { .unary(.reciprocal, x) }
/// The larger of two.
public func maximum(_ a: Pattern, _ b: Pattern) -> Pattern { .binary(.maximum, a, b) }
/// The smaller of two.
public func minimum(_ a: Pattern, _ b: Pattern) -> Pattern { .binary(.minimum, a, b) }
/// `base` to the power `exponent`.
public func pow(_ base: Pattern, _ exponent: Pattern) -> Pattern { .binary(.power, base, exponent) }

// MARK: Matching

/// What the variables of a pattern stand for.
public struct Match {
    let builder: GraphBuilder
    private let element: ElementType
    private var values: [(name: String, id: NodeID)] = []
    private var constants: [(name: String, value: Double)] = []

    init(_ builder: GraphBuilder, _ node: NodeID) {
        (self.builder, element) = (builder, builder.type(of: node).element)
    }

    /// The number of a constant.
    public subscript(constant: Pattern) -> Double {
        guard let number = number(constant) else { internalError("\(constant) is no constant") }
        return number
    }

    /// Whether no element of a value can be below 0, as far as that can be seen.
    public func isNonNegative(_ value: Pattern) -> Bool { node(value).map { builder.isNonNegative($0) } ?? false }

    /// Whether all elements of a value are one known number.
    public func isConstant(_ value: Pattern) -> Bool { node(value).flatMap { builder.constant($0) } != nil }

    /// Whether a product with this number instead of two others can neither overflow nor vanish by that.
    public func isPlain(_ number: Double) -> Bool { number.isPlain(as: element) }

    private func node(_ value: Pattern) -> NodeID? {
        guard case .value(let name) = value else { return nil }
        return values.first { $0.name == name }?.id
    }

    /// Calls `next` with each way in which the node is what the pattern says, until that returns something.
    func matching<Result>(_ pattern: Pattern, _ id: NodeID, _ next: (Match) -> Result?) -> Result? {
        switch pattern {
        case .value(let name):
            if let known = values.first(where: { $0.name == name })?.id { return known == id ? next(self) : nil }
            var more = self
            more.values.append((name, id))
            return next(more)
        case .constant(let name):
            return builder.constant(id).flatMap { binding(name, $0) }.flatMap(next)
        case .number(let value):
            return builder.constant(id) == value ? next(self) : nil
        case .unary(let kind, let x):
            return builder.operand(of: id, kind).flatMap { matching(x, $0, next) }
        case .binary(let kind, let a, let b):
            if kind == .multiply, case .constant(let name) = b, let negated = builder.operand(of: id, .negate) {
                return binding(name, -1).flatMap { $0.matching(a, negated, next) }
            }
            guard let (left, right) = builder.operands(of: id, kind) else { return nil }
            // What is rarely found is looked for first.
            func inOrder(_ first: NodeID, _ second: NodeID) -> Result? {
                if case .value = a { return matching(b, second) { $0.matching(a, first, next) } }
                return matching(a, first) { $0.matching(b, second, next) }
            }
            if let result = inOrder(left, right) { return result }
            return kind == .add || kind == .multiply ? inOrder(right, left) : nil
        }
    }

    private func binding(_ name: String, _ value: Double) -> Match? {
        if let known = constants.first(where: { $0.name == name })?.value { return known == value ? self : nil }
        var more = self
        more.constants.append((name, value))
        return more
    }

    // MARK: Writing

    /// The pattern, of this type.
    func written(_ pattern: Pattern, _ type: TensorType) -> Tensor {
        if let number = number(pattern) { return builder.constant(number, type) }
        switch pattern {
        case .value, .constant, .number:
            guard let id = node(pattern) else { internalError("nothing is known of \(pattern)") }
            return builder.tensor(id)
        case .unary(let kind, let x): return written(x, type).emit(.unary(kind))
        case .binary(let kind, let a, let b): return Tensor.binary(kind, written(a, type), written(b, type))
        }
    }

    /// What is computed from numbers alone.
    private func number(_ pattern: Pattern) -> Double? {
        switch pattern {
        case .value: return nil
        case .constant(let name): return constants.first { $0.name == name }?.value
        case .number(let value): return value
        case .unary(let kind, let x): return number(x).flatMap { folded(.unary(kind), [$0]) }
        case .binary(let kind, let a, let b):
            guard let a = number(a), let b = number(b) else { return nil }
            return folded(.binary(kind), [a, b])
        }
    }
}

// MARK: What a rule needs to know of it

extension Pattern {
    /// The ops that it can be; none where it is a variable or a number, and can be anything.
    var roots: [Op] {
        switch self {
        case .value, .constant, .number: []
        case .unary(let kind, _): [.unary(kind)]
        case .binary(.multiply, _, .constant): [.unary(.negate), .binary(.multiply)]
        case .binary(let kind, _, _): [.binary(kind)]
        }
    }

    /// The variables and numbers in it, in the order in which they stand.
    private var parts: [Pattern] {
        switch self {
        case .value, .constant, .number: [self]
        case .unary(_, let x): x.parts
        case .binary(_, let a, let b): a.parts + b.parts
        }
    }

    /// A graph of which it is the heart: values are inputs x², x² + 1 or x where a root, a divisor or anything else reads them, and
    /// constants are 2, 3, ….
    var example: Rule.Example {
        var (names, numbers) = ([String](), [String: Double]())
        for part in parts {
            if case .value(let name) = part, !names.contains(name) { names.append(name) }
            if case .constant(let name) = part, numbers[name] == nil { numbers[name] = Double(numbers.count + 2) }
        }
        return { [names, numbers] in
            let builder = GraphBuilder("example")
            let type = TensorType([3], .float64)
            let inputs = names.map { builder.input($0, type) }
            func tensor(_ pattern: Pattern, isPositive: Bool = false) -> Tensor {
                switch pattern {
                case .value(let name):
                    let x = inputs[names.firstIndex(of: name) ?? 0]
                    return isPositive ? x.squared() + 1 : x
                case .constant(let name): return builder.constant(numbers[name] ?? 1, type)
                case .number(let value): return builder.constant(value, type)
                case .unary(let kind, let x):
                    return tensor(x, isPositive: [.sqrt, .rsqrt, .log, .reciprocal].contains(kind)).emit(.unary(kind))
                case .binary(let kind, let a, let b):
                    return Tensor.binary(
                        kind, tensor(a, isPositive: kind == .power), tensor(b, isPositive: kind == .divide))
                }
            }
            builder.output("y", (tensor(self) * builder.input("weights", type)).sum())
            return try builder.finish()
        }
    }
}

// MARK: Text

extension Pattern: CustomStringConvertible {
    /// As it would be written: `x · (a + 1)`.
    public var description: String {
        switch self {
        case .value(let name), .constant(let name): return name
        case .number(let value):
            let text = value == value.rounded() ? "\(Int(value.magnitude))" : "\(value.magnitude)"
            return value < 0 ? "−\(text)" : text
        case .unary(.negate, let x): return "−\(x.isPrefixed || x.level < 3 ? "(\(x))" : "\(x)")"
        case .unary(.abs, let x): return "|\(x)|"
        case .unary(.sqrt, let x): return x.level < 4 ? "√(\(x))" : "√\(x)"
        case .unary(let kind, let x): return "\(kind.rawValue)(\(x))"
        case .binary(let kind, let a, let b):
            guard let sign = kind.sign else { return "\(kind.rawValue)(\(a), \(b))" }
            // A chain is written with all its parentheses, since a rule may be about these.
            func side(_ x: Pattern) -> String { x.isPrefixed || x.level <= level ? "(\(x))" : "\(x)" }
            return "\(side(a)) \(sign) \(side(b))"
        }
    }

    private var isPrefixed: Bool { description.hasPrefix("−") }

    /// How tightly it holds together: 1 for a sum, 2 for a product, 4 for a name.
    private var level: Int {
        switch self {
        case .binary(let kind, _, _): kind == .add || kind == .subtract ? 1 : kind.sign == nil ? 4 : 2
        case .unary(.negate, _): 3
        case .value, .constant, .number, .unary: 4
        }
    }
}

extension Binary {
    fileprivate var sign: String? {
        switch self {
        case .add: "+"
        case .subtract: "−"
        case .multiply: "·"
        case .divide: "/"
        case .maximum, .minimum, .power: nil
        }
    }
}

extension Rewrite: CustomStringConvertible {
    /// `x + 0 → x`
    public var description: String { "\(found) → \(instead)" }
}
