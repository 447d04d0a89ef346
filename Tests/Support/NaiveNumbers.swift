import Foundation
import InvarGraph

// The elementwise ops on one number each, as the C library has them: the oracle of everything that computes with vectors.

package func naive(_ kind: Unary, _ x: Double) -> Double {
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
    }
}

package func naive(_ kind: Binary, _ a: Double, _ b: Double) -> Double {
    switch kind {
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

package func naive(_ kind: Comparison, _ a: Double, _ b: Double) -> Bool {
    switch kind {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
}
