import InvarGraph

// The C library, here alone in this target; only Glibc has been tried.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// The elementwise ops on one number each, as the C library has them.

extension Unary {
    package func reference(_ x: Double) -> Double { value(of: self, x) }
}

/// Outside of the enum, whose cases have the names of the C library's functions.
private func value(of kind: Unary, _ x: Double) -> Double {
    switch kind {
    case .negate: -x
    case .abs: x.magnitude
    // Zeros of either sign, and what is not a number, stay what they are.
    case .sign: x > 0 ? 1 : x < 0 ? -1 : x
    case .exp: exp(x)
    case .expm1: expm1(x)
    case .log: log(x)
    case .sqrt: x.squareRoot()
    case .rsqrt: 1 / x.squareRoot()
    case .reciprocal: 1 / x
    case .tanh: tanh(x)
    case .erf: erf(x)
    case .sin: sin(x)
    case .cos: cos(x)
    }
}

extension Binary {
    package func reference(_ a: Double, _ b: Double) -> Double {
        switch self {
        case .add: a + b
        case .subtract: a - b
        case .multiply: a * b
        case .divide: a / b
        // What is not a number wins: it must not vanish in a ReLU.
        case .maximum: a > b || a.isNaN ? a : b
        case .minimum: a < b || a.isNaN ? a : b
        case .power: pow(a, b)
        }
    }
}

extension Comparison {
    package func reference(_ a: Double, _ b: Double) -> Bool {
        switch self {
        case .equal: a == b
        case .notEqual: a != b
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        }
    }
}

extension Reduction {
    package func reference(_ values: [Double]) -> Double {
        switch self {
        case .sum: return values.reduce(0, +)
        case .max: return values.reduce(-.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
        case .centredSquares:
            let mean = values.reduce(0, +) / Double(values.count)
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
    }
}
