import InvarGraph

// Elementwise ops on vectors (or on plain numbers: one lane).
//
// Of float32, exp, log and their like are polynomials in vector code. How far off each may be is said where it is written, as
// measured on a processor that rounds a·b + c once. Doubles serve the checks of derivatives: exact before fast.

extension Vector {
    func applying(_ kind: Unary) -> Vector {
        switch kind {
        case .negate: -self
        case .abs: magnitude
        case .sign: sign
        case .sqrt: squareRoot
        // Rounded twice: within 1.5 units in the last place.
        case .rsqrt: 1 / squareRoot
        case .reciprocal: 1 / self
        case .exp: isFloat ? exponential : library("exp")
        case .expm1: isFloat ? exponentialMinusOne : library("expm1")
        case .log: isFloat ? logarithm : library("log")
        case .tanh: isFloat ? hyperbolicTangent : library("tanh")
        case .erf: isFloat ? errorFunction : library("erf")
        case .sin: library(isFloat ? "sinf" : "sin")
        case .cos: library(isFloat ? "cosf" : "cos")
        }
    }

    func applying(_ kind: Binary, _ other: Vector) -> Vector {
        switch kind {
        case .add: self + other
        case .subtract: self - other
        case .multiply: self * other
        case .divide: self / other
        case .maximum: maximum(self, other)
        case .minimum: extreme(self, other, self .< other)
        case .power: isFloat ? power(other) : library("pow", other)
        }
    }

    /// 1 where it holds, else 0. A NaN is unequal to everything.
    func applying(_ kind: Comparison, _ other: Vector) -> Vector {
        let holds =
            switch kind {
            case .equal: self .== other
            case .notEqual: self .!= other
            case .less: self .< other
            case .lessOrEqual: self .<= other
            case .greater: self .> other
            case .greaterOrEqual: self .>= other
            }
        return select(holds, 1, like(0))
    }

    private var isFloat: Bool { type.element == .float32 }

    /// −1, 0 or 1; a NaN and zeros of either sign stay what they are.
    private var sign: Vector {
        let atMost = select(self .< 0, -1, self)
        return select(self .> 0, 1, atMost)
    }

    /// A function of the C library, lane by lane.
    private func library(_ name: String, _ others: Vector...) -> Vector {
        let arguments = [self] + others
        if type.lanes == 1 { return builder.callLibrary(name, arguments) }
        return (0..<type.lanes).reduce(like(0)) { result, lane in
            result.inserting(builder.callLibrary(name, arguments.map { $0[lane] }), at: lane)
        }
    }

    // MARK: What the functions are written with

    /// c₀ + c₁·x + c₂·x² + …, by Horner's rule.
    func polynomial(_ coefficients: [Double]) -> Vector {
        guard let last = coefficients.last else { return like(0) }
        return coefficients.dropLast().reversed().reduce(like(last)) { fma($0, self, $1) }
    }

    /// With the sign of `y`.
    func withSign(of y: Vector) -> Vector {
        let signs = y.bits & Int(Int32.min)
        return (bits | signs).numbers
    }
}

func maximum(_ a: Vector, _ b: Vector) -> Vector { extreme(a, b, a .> b) }

/// The larger or the smaller; where one is a NaN, a NaN. The second of two that are equal.
private func extreme(_ a: Vector, _ b: Vector, _ takesFirst: Condition) -> Vector {
    // One instruction of most processors, which gives `b` where one is a NaN.
    let larger = select(takesFirst, a, b)
    return select(a.isNaN, a, larger)
}
