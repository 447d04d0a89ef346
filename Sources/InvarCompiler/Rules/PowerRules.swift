import InvarGraph

/// Powers, roots and magnitudes.
let powerRules = [square, firstPower, rootAsPower, reciprocalAsPower, reciprocalOfRoot, divideByRoot, absTwice]

private let (x, y) = (Pattern.value("x"), Pattern.value("y"))

private let square = Rule(pow(x, 2) → x * x)
private let firstPower = Rule(pow(x, 1) → x)

/// pow(−∞, ½) is ∞, √(−∞) is not a number.
private let rootAsPower = Rule(pow(x, 0.5) → sqrt(x), where: ("x ≥ 0", { $0.isNonNegative(x) }))
private let reciprocalAsPower = Rule(pow(x, -1) → reciprocal(x))
private let reciprocalOfRoot = Rule(1 / sqrt(x) → rsqrt(x), reciprocal(sqrt(x)) → rsqrt(x))
private let divideByRoot = Rule(y / sqrt(x) → y * rsqrt(x))
private let absTwice = Rule(abs(-x) → abs(x), abs(abs(x)) → abs(x))
