/// A value of the graph that is being written: what losses, layers and optimizers compute with.
///
/// Operands of different shapes broadcast as NumPy's do: shapes align at the last axis, and sizes must be equal or 1.
public struct Tensor {
    package let builder: GraphBuilder
    /// `nil` after a mistake.
    package let id: NodeID?
    /// Shape and element type.
    public let type: TensorType

    /// Outermost axis first; a scalar has `[]`.
    public var shape: [Int] { type.shape }
    /// The number of axes.
    public var rank: Int { type.rank }

    package func emit(_ op: Op, _ others: Tensor..., as declared: TensorType? = nil) -> Tensor {
        builder.emit(op, [self] + others, declared)
    }

    /// Of this shape, every element the same number.
    public func filled(_ value: Double) -> Tensor { builder.constant(value, type) }
}

// MARK: Elementwise

extension Tensor {
    /// a + b, element by element.
    public static func + (a: Tensor, b: Tensor) -> Tensor { binary(.add, a, b) }
    /// a − b, element by element.
    public static func - (a: Tensor, b: Tensor) -> Tensor { binary(.subtract, a, b) }
    /// a · b, element by element; `matmul` is the product of matrices.
    public static func * (a: Tensor, b: Tensor) -> Tensor { binary(.multiply, a, b) }
    /// a / b, element by element.
    public static func / (a: Tensor, b: Tensor) -> Tensor { binary(.divide, a, b) }
    /// a + b for each element of a.
    public static func + (a: Tensor, b: Double) -> Tensor { a + a.filled(b) }
    /// a − b for each element of a.
    public static func - (a: Tensor, b: Double) -> Tensor { a - a.filled(b) }
    /// a · b for each element of a.
    public static func * (a: Tensor, b: Double) -> Tensor { a * a.filled(b) }
    /// a / b for each element of a.
    public static func / (a: Tensor, b: Double) -> Tensor { a / a.filled(b) }
    /// a + b for each element of b.
    public static func + (a: Double, b: Tensor) -> Tensor { b.filled(a) + b }
    /// a − b for each element of b.
    public static func - (a: Double, b: Tensor) -> Tensor { b.filled(a) - b }
    /// a · b for each element of b.
    public static func * (a: Double, b: Tensor) -> Tensor { b.filled(a) * b }
    /// a / b for each element of b.
    public static func / (a: Double, b: Tensor) -> Tensor { b.filled(a) / b }
    /// −a, element by element.
    public static prefix func - (a: Tensor) -> Tensor { a.emit(.unary(.negate)) }

    package static func binary(_ kind: Binary, _ a: Tensor, _ b: Tensor) -> Tensor {
        let (a, b) = broadcast(a, b)
        return a.emit(.binary(kind), b)
    }

    /// 1 where the comparison with `other` holds, else 0. No gradient flows through it.
    public func compare(_ kind: Comparison, _ other: Tensor) -> Tensor {
        let (a, b) = Tensor.broadcast(self, other)
        return a.emit(.compare(kind), b)
    }

    /// 1 where the comparison with the number holds, else 0. No gradient flows through it.
    public func compare(_ kind: Comparison, _ other: Double) -> Tensor { compare(kind, filled(other)) }

    /// The identity, through which no gradient flows.
    public func stopGradient() -> Tensor { emit(.stopGradient) }

    /// x · x, element by element.
    public func squared() -> Tensor { self * self }
}

/// The larger of two elements; NaN where one is. Of two equal ones all of the gradient goes to b.
public func maximum(_ a: Tensor, _ b: Tensor) -> Tensor { Tensor.binary(.maximum, a, b) }
/// max(a, b) for each element of a. Its derivative is 1 where a > b, else 0.
public func maximum(_ a: Tensor, _ b: Double) -> Tensor { maximum(a, a.filled(b)) }
/// The smaller of two elements; NaN where one is. Of two equal ones all of the gradient goes to b.
public func minimum(_ a: Tensor, _ b: Tensor) -> Tensor { Tensor.binary(.minimum, a, b) }
/// min(a, b) for each element of a. Its derivative is 1 where a < b, else 0.
public func minimum(_ a: Tensor, _ b: Double) -> Tensor { minimum(a, a.filled(b)) }
/// a to the power of the exponent, element by element; NaN of a negative number and an exponent that is not whole.
public func pow(_ a: Tensor, _ exponent: Double) -> Tensor { Tensor.binary(.power, a, a.filled(exponent)) }
/// max(x, 0). Its derivative at 0 is 0.
public func relu(_ x: Tensor) -> Tensor { maximum(x, 0) }
/// eˣ, element by element.
public func exp(_ x: Tensor) -> Tensor { x.emit(.unary(.exp)) }
/// exp(x) − 1, exact for small x.
public func expm1(_ x: Tensor) -> Tensor { x.emit(.unary(.expm1)) }
/// The natural logarithm, element by element; −∞ of 0, NaN of negative numbers.
public func log(_ x: Tensor) -> Tensor { x.emit(.unary(.log)) }
/// √x, element by element; NaN of negative numbers. Its derivative at 0 is infinite.
public func sqrt(_ x: Tensor) -> Tensor { x.emit(.unary(.sqrt)) }
/// 1 / √x, element by element.
public func rsqrt(_ x: Tensor) -> Tensor { x.emit(.unary(.rsqrt)) }
/// 1 / x, element by element.
public func reciprocal(_ x: Tensor) -> Tensor { x.emit(.unary(.reciprocal)) }
/// The hyperbolic tangent, element by element.
public func tanh(_ x: Tensor) -> Tensor { x.emit(.unary(.tanh)) }
/// The Gauss error function 2/√π · ∫₀ˣ e^(−t²) dt, element by element.
public func erf(_ x: Tensor) -> Tensor { x.emit(.unary(.erf)) }
/// The sine of an angle in radians, element by element.
public func sin(_ x: Tensor) -> Tensor { x.emit(.unary(.sin)) }
/// The cosine of an angle in radians, element by element.
public func cos(_ x: Tensor) -> Tensor { x.emit(.unary(.cos)) }
/// |x|, element by element. Its derivative at 0 is 0.
public func abs(_ x: Tensor) -> Tensor { x.emit(.unary(.abs)) }
/// −1, 0 or 1, element by element; NaN of NaN. Its derivative is 0.
public func sign(_ x: Tensor) -> Tensor { x.emit(.unary(.sign)) }

/// `a` where the condition is not 0, else `b`.
public func select(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
    let (first, second) = Tensor.broadcast(a, b)
    let (mask, x) = Tensor.broadcast(condition, first)
    let (_, y) = Tensor.broadcast(mask, second)
    return mask.emit(.select, x, y)
}
