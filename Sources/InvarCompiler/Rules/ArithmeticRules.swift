import InvarGraph

/// Sums, differences and products of two.
let arithmeticRules = [
    oneOrder, addZero, subtractZero, subtractFromZero, multiplyOne, multiplyMinusOne, divideByOne, negateTwice,
    addNegative, subtractNegative, multiplyNegatives, multiplyNegative, scaleTwice, scaleOutside, divideByConstant,
    addMultiples, addMultiple, addSame, sameExtremum, nestedExtremum,
]

private let (x, y) = (Pattern.value("x"), Pattern.value("y"))
private let (a, b) = (Pattern.constant("a"), Pattern.constant("b"))

/// Otherwise operands keep the order in which they were written, so that two views written alike stay alike. Maximum and minimum
/// stay as they are: at equal operands their derivative depends on the order.
private let oneOrder = Rule(
    "b + a → a + b, b · a → a · b where that is there already or b is constant", at: [.binary, .compare],
    example: example([3], [3]) { x in x[0] * x[1] - x[1] * x[0] + 2 * x[0] }
) { builder, node in
    let (op, inputs) = (builder.op(of: node), builder.inputs(of: node))
    guard op.isCommutative, op != .binary(.maximum), op != .binary(.minimum), inputs[0] != inputs[1],
        builder.constant(inputs[1]) == nil
    else { return nil }
    let swapped = builder.emit(op, [builder.tensor(inputs[1]), builder.tensor(inputs[0])])
    guard builder.constant(inputs[0]) == nil else { return swapped }
    return swapped.id.map { $0 < node } == true ? swapped : nil
}

private let addZero = Rule(x + 0 → x)
private let subtractZero = Rule(x - 0 → x)
private let subtractFromZero = Rule(0 - x → -x)
private let multiplyOne = Rule(x * 1 → x)
private let multiplyMinusOne = Rule(x * -1 → -x)
private let divideByOne = Rule(x / 1 → x)
private let negateTwice = Rule(-(-x) → x)
private let addNegative = Rule(x + -y → x - y)
private let subtractNegative = Rule(x - -y → x + y)
private let multiplyNegatives = Rule(-x * -y → x * y)
private let multiplyNegative = Rule(-x * y → -(x * y))

private let scaleTwice = Rule(
    (x * a) * b → x * (a * b),
    where: ("a · b is neither 0 nor extreme", { $0[a] != 0 && $0[b] != 0 && $0.isPlain($0[a * b]) }))

/// Constants gather at the end of a product, where a sum or a matrix product takes them out.
private let scaleOutside = Rule(
    (x * a) * y → (x * y) * a, where: ("y is no constant", { !$0.isConstant(y) && $0[a] != -1 && $0.isPlain($0[a]) }))

private let divideByConstant = Rule(x / a → x * (1 / a), where: ("a is neither 0 nor extreme", { $0.isPlain($0[a]) }))

/// Of one sign, so that the sum of two infinities stays what it is.
private let addMultiples = Rule(
    x * a + x * b → x * (a + b), where: ("a · b > 0", { $0[a] * $0[b] > 0 && $0[a + b].isFinite }))

private let addMultiple = Rule(x * a + x → x * (a + 1), where: ("a > 0", { $0[a] > 0 && $0[a].isFinite }))
private let addSame = Rule(x + x → x * 2)
private let sameExtremum = Rule(maximum(x, x) → x, minimum(x, x) → x)

private let nestedExtremum = Rule(
    maximum(maximum(x, a), b) → maximum(x, maximum(a, b)),
    minimum(minimum(x, a), b) → minimum(x, minimum(a, b)))
