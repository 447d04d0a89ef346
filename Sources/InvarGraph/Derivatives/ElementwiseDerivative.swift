/// What flows to x when `g` flows into y. Above each: the function and its derivative.
///
/// Where a function has no derivative: |x| and sign x have 0 at 0; a slope that grows without end is infinite (√x at 0).
/// Of two equal operands max and min send all to the second, so that the slope of max(x, 0) at 0 is 0.
func unaryDerivative(_ kind: Unary, _ x: Tensor, _ y: Tensor, _ g: Tensor) -> Tensor? {
    switch kind {
    // y = −x,  dy/dx = −1
    case .negate: -g
    // y = |x|,  dy/dx = sign x
    case .abs: g * sign(x)
    // y = sign x,  dy/dx = 0
    case .sign: nil
    // y = eˣ,  dy/dx = y
    case .exp: g * y
    // y = eˣ − 1,  dy/dx = y + 1
    case .expm1: g * (y + 1)
    // y = ln x,  dy/dx = 1/x
    case .log: g / x
    // y = √x,  dy/dx = 1/(2y)
    case .sqrt: g / (2 * y)
    // y = x^(−1/2),  dy/dx = −y³/2
    case .rsqrt: g * (-0.5 * (y * y * y))
    // y = 1/x,  dy/dx = −y²
    case .reciprocal: -(g * (y * y))
    // y = tanh x,  dy/dx = 1 − y²
    case .tanh: g * (1 - y * y)
    // y = erf x,  dy/dx = 2/√π · e^(−x²)
    case .erf: g * (1.1283791670955126 * exp(-(x * x)))
    // y = sin x,  dy/dx = cos x
    case .sin: g * cos(x)
    // y = cos x,  dy/dx = −sin x
    case .cos: -(g * sin(x))
    }
}

func binaryDerivative(
    _ kind: Binary, _ a: Tensor, _ b: Tensor, _ y: Tensor, _ g: Tensor, _ wanted: [Bool]
) -> [Tensor?] {
    func parts(_ da: () -> Tensor, _ db: () -> Tensor) -> [Tensor?] {
        [wanted[0] ? da() : nil, wanted[1] ? db() : nil]
    }
    switch kind {
    // y = a + b,  dy/da = 1,  dy/db = 1
    case .add: return parts({ g }, { g })
    // y = a − b,  dy/da = 1,  dy/db = −1
    case .subtract: return parts({ g }, { -g })
    // y = a b,  dy/da = b,  dy/db = a
    case .multiply: return parts({ g * b }, { g * a })
    // y = a / b,  dy/da = 1/b,  dy/db = −y/b
    case .divide: return parts({ g / b }, { -(g * y) / b })
    // y = max(a, b),  dy/da = a > b,  dy/db = not (a > b)
    case .maximum:
        let mask = a.compare(.greater, b)
        return parts({ select(mask, g, g.filled(0)) }, { select(mask, g.filled(0), g) })
    // y = min(a, b),  dy/da = a < b,  dy/db = not (a < b)
    case .minimum:
        let mask = a.compare(.less, b)
        return parts({ select(mask, g, g.filled(0)) }, { select(mask, g.filled(0), g) })
    // y = aᵇ,  dy/da = b aᵇ⁻¹,  dy/db = y ln a. At a = 0 the products 0 · ∞ are their limits, 0: a⁰ is 1 there as elsewhere,
    // and 0ᵇ is 0 for all b > 0.
    case .power:
        let zero = g.filled(0)
        return parts(
            { select(b.compare(.equal, 0), zero, g * (b * Tensor.binary(.power, a, b - 1))) },
            {
                let isFlat = a.compare(.equal, 0) * b.compare(.greaterOrEqual, 0)
                return select(isFlat, zero, g * (y * log(a)))
            })
    }
}
