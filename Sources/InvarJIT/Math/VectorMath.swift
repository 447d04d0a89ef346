import CLLVM
import InvarGraph

/// Elementwise ops on vectors (or on plain numbers: one lane).
///
/// Of float32, exp, log and their like are polynomials in vector code. How far off each may be is said where it is written, as
/// measured on a processor that rounds a·b + c once. Doubles serve the checks of derivatives: exact before fast.
struct VectorMath {
    let builder: IRBuilder
    let type: LaneType

    func number(_ value: Double) -> IRValue { builder.number(value, type) }

    func unary(_ kind: Unary, _ x: IRValue) -> IRValue {
        switch kind {
        case .negate: builder.fneg(x)
        case .abs: builder.unary("llvm.fabs", x, type)
        case .sign: sign(x)
        case .sqrt: builder.unary("llvm.sqrt", x, type)
        // Rounded twice: within 1.5 units in the last place.
        case .rsqrt: builder.fdiv(number(1), builder.unary("llvm.sqrt", x, type))
        case .reciprocal: builder.fdiv(number(1), x)
        case .exp: type.element == .float32 ? exponential(x) : library("exp", [x])
        case .expm1: type.element == .float32 ? exponentialMinusOne(x) : library("expm1", [x])
        case .log: type.element == .float32 ? logarithm(x) : library("log", [x])
        case .tanh: type.element == .float32 ? hyperbolicTangent(x) : library("tanh", [x])
        case .erf: type.element == .float32 ? errorFunction(x) : library("erf", [x])
        }
    }

    func binary(_ kind: Binary, _ a: IRValue, _ b: IRValue) -> IRValue {
        switch kind {
        case .add: builder.fadd(a, b)
        case .subtract: builder.fsub(a, b)
        case .multiply: builder.fmul(a, b)
        case .divide: builder.fdiv(a, b)
        case .maximum: extreme(a, b, LLVMRealOGT)
        case .minimum: extreme(a, b, LLVMRealOLT)
        case .power: type.element == .float32 ? power(a, b) : library("pow", [a, b])
        }
    }

    /// 1 where it holds, else 0. A NaN is unequal to everything.
    func compare(_ kind: Comparison, _ a: IRValue, _ b: IRValue) -> IRValue {
        let predicate =
            switch kind {
            case .equal: LLVMRealOEQ
            case .notEqual: LLVMRealUNE
            case .less: LLVMRealOLT
            case .lessOrEqual: LLVMRealOLE
            case .greater: LLVMRealOGT
            case .greaterOrEqual: LLVMRealOGE
            }
        return builder.choose(builder.compare(predicate, a, b), number(1), number(0))
    }

    func select(_ condition: IRValue, _ a: IRValue, _ b: IRValue) -> IRValue {
        builder.choose(builder.compare(LLVMRealUNE, condition, number(0)), a, b)
    }

    /// The larger or the smaller; where one is a NaN, a NaN. The second of two that are equal.
    private func extreme(_ a: IRValue, _ b: IRValue, _ predicate: LLVMRealPredicate) -> IRValue {
        // One instruction of most processors, which gives `b` where one is a NaN.
        let larger = builder.choose(builder.compare(predicate, a, b), a, b)
        return builder.choose(builder.compare(LLVMRealUNO, a, a), a, larger)
    }

    /// −1, 0 or 1; a NaN and zeros of either sign stay what they are.
    private func sign(_ x: IRValue) -> IRValue {
        let atMost = builder.choose(builder.compare(LLVMRealOLT, x, number(0)), number(-1), x)
        return builder.choose(builder.compare(LLVMRealOGT, x, number(0)), number(1), atMost)
    }

    /// A function of the C library, lane by lane.
    func library(_ name: String, _ arguments: [IRValue]) -> IRValue {
        if type.lanes == 1 { return builder.callLibrary(name, arguments, type.element) }
        return (0..<type.lanes).reduce(number(0)) { result, lane in
            let lanes = arguments.map { builder.extract($0, lane: lane) }
            return builder.insert(builder.callLibrary(name, lanes, type.element), into: result, lane: lane)
        }
    }

    // MARK: What the functions are written with

    /// c₀ + c₁·x + c₂·x² + …, by Horner's rule.
    func polynomial(_ x: IRValue, _ coefficients: [Double]) -> IRValue {
        guard let last = coefficients.last else { return number(0) }
        return coefficients.dropLast().reversed().reduce(number(last)) { sum, coefficient in
            builder.fma(sum, x, number(coefficient), type)
        }
    }

    func bits(_ value: Int64) -> IRValue { builder.bits(value, type) }
    func magnitude(_ x: IRValue) -> IRValue { builder.unary("llvm.fabs", x, type) }

    /// `x` with the sign of `y`.
    func withSign(_ x: IRValue, of y: IRValue) -> IRValue {
        let signs = builder.and(builder.asInteger(y, type), bits(Int64(Int32.min)))
        return builder.asFloat(builder.or(builder.asInteger(x, type), signs), type)
    }

    func isNaN(_ x: IRValue) -> IRValue { builder.compare(LLVMRealUNO, x, x) }
}
