import InvarGraph
import Testing

/// An executor's element type, and how near its values have to come to those of the naive evaluator in double
/// precision: max|got − want| ≤ relative · max|want| + absolute over a tensor.
struct Precision: Sendable, CustomTestStringConvertible {
    let element: ElementType
    /// Half the distance between 1 and the number after it.
    let rounding: Double

    static let all = [
        Precision(element: .float32, rounding: 0x1p-24), Precision(element: .float64, rounding: 0x1p-53),
    ]

    var testDescription: String { element.rawValue }

    /// How much more Winograd's F(4×4, 3×3) is granted than a plain sum. Its transforms multiply by up to 8 what cancels again.
    ///
    /// Measured over the cases of `ContractionTests`: off by 3e-6 to 6e-6 of the largest element, where OpenBLAS's sums are off
    /// by 2e-7 to 6e-7. That is at most 1.5 of what sums may be, and 3.9 for the gradient of weights from one 4×4 map.
    static let winograd = 6.0

    /// - Parameter terms: how many products or summands one element of the result takes.
    func relative(_ op: Op, terms: Int = 1) -> Double {
        switch op {
        // Moved, chosen or compared, never rounded.
        case .input, .state, .constant, .iota, .select, .stopGradient, .compare, .reshape, .broadcast, .transpose,
            .slice, .pad, .concatenate, .maxPool, .assign, .collective, .reduce(.max, _):
            0
        case .unary(.negate), .unary(.abs), .unary(.sign), .binary(.maximum), .binary(.minimum): 0
        // Rounded once.
        case .binary(.add), .binary(.subtract), .binary(.multiply), .binary(.divide), .unary(.reciprocal):
            rounding
        // Improved from an estimate, or a root and a reciprocal: off by a unit in the last place at most.
        case .unary(.sqrt), .unary(.rsqrt): 4 * rounding
        // Polynomials of our own, of an error of a few units in the last place of results near the largest.
        case .unary(.exp), .unary(.expm1), .unary(.log), .unary(.tanh), .unary(.erf), .unary(.sin), .unary(.cos):
            8 * rounding
        // exp(b · log a): the error of the logarithm is multiplied by the exponent of the result.
        case .binary(.power): 128 * rounding
        // A sum of n products in any order is off by at most n roundings of its largest partial sum; random signs and
        // blocked sums keep it near √n, and the largest element of the result is not far below the partial sums.
        case .reduce(.sum, _), .reduce(.centredSquares, _), .matmul, .convolution, .convolutionInputGradient,
            .convolutionWeightGradient,
            .maxPoolGradient:
            (8 + 4 * Double(terms).squareRoot()) * rounding
        // Of matrices whose condition is small, as those of the tests.
        case .cholesky, .triangularSolve: (8 + 4 * Double(terms).squareRoot()) * rounding
        case .fused, .result: 64 * rounding
        }
    }
}
