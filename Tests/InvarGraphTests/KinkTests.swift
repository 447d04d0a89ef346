import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// The derivatives where central differences do not reach: at kinks, ties and poles. What is right there is a convention, which the
/// comments of Sources/InvarGraph/Derivatives state; it is PyTorch's but for max and min of two equal operands (PyTorch: half each).
@Suite struct KinkTests {
    struct Point: Sendable, CustomTestStringConvertible {
        let name: String
        let x: [Double]
        let wanted: [Double]
        let function: @Sendable (Tensor) -> Tensor

        init(_ name: String, at x: [Double], _ wanted: [Double], _ function: @escaping @Sendable (Tensor) -> Tensor) {
            (self.name, self.x, self.wanted, self.function) = (name, x, wanted, function)
        }

        var testDescription: String { "\(name) at \(x)" }
    }

    private static let inf = Double.infinity
    private static let nan = Double.nan

    static let unary = [
        Point("|x|", at: [-2, -0.0, 0, 3, inf, -inf], [-1, 0, 0, 1, 1, -1]) { abs($0) },
        Point("sign x", at: [-2, -0.0, 0, 3, inf], [0, 0, 0, 0, 0]) { sign($0) },
        Point("√x", at: [0, 4, inf], [inf, 0.25, 0]) { sqrt($0) },
        Point("√x near 0", at: [1e-300], [0.5e150]) { sqrt($0) },
        Point("x^(−½)", at: [0, 4, inf], [-inf, -0.0625, 0]) { rsqrt($0) },
        Point("1 / x", at: [0, -2, inf], [-inf, -0.25, 0]) { reciprocal($0) },
        Point("ln x", at: [0, 2, inf], [inf, 0.5, 0]) { log($0) },
        Point("eˣ", at: [-inf, 0], [0, 1]) { exp($0) },
        Point("eˣ − 1", at: [-inf, 0], [0, 1]) { expm1($0) },
        Point("tanh x", at: [-inf, 0, inf], [0, 1, 0]) { tanh($0) },
        Point("erf x", at: [-inf, inf], [0, 0]) { erf($0) },
        Point("sin x", at: [0, -0.0, inf], [1, 1, nan]) { sin($0) },
        Point("cos x", at: [0, -0.0, inf], [0, 0, nan]) { cos($0) },
    ]

    static let powers = [
        Point("x⁰", at: [-2, 0, -0.0, 3, inf], [0, 0, 0, 0, 0]) { pow($0, 0) },
        Point("x¹", at: [-2, 0, -0.0, 3, inf], [1, 1, 1, 1, 1]) { pow($0, 1) },
        Point("x²", at: [-2, 0, -0.0, 3], [-4, 0, 0, 6]) { pow($0, 2) },
        Point("x³", at: [-2, 0, 3], [12, 0, 27]) { pow($0, 3) },
        Point("x^½", at: [0, 4], [inf, 0.25]) { pow($0, 0.5) },
        Point("x⁻¹", at: [0, -2, 2], [-inf, -0.25, -0.25]) { pow($0, -1) },
        // by the exponent: y ln a, and 0 where a is 0 and stays 0 or jumps to 1
        Point("0ᵇ", at: [0, 1, 2.5], [0, 0, 0]) { Tensor.binary(.power, $0.filled(0), $0) },
        Point("1ᵇ", at: [-1, 0, 2], [0, 0, 0]) { Tensor.binary(.power, $0.filled(1), $0) },
        Point("0ᵇ, b < 0", at: [-1], [-inf]) { Tensor.binary(.power, $0.filled(0), $0) },
        Point("(−2)ᵇ", at: [2], [nan]) { Tensor.binary(.power, $0.filled(-2), $0) },
        // both at once: d(xˣ) = xˣ (ln x + 1)
        Point("xˣ", at: [1], [1]) { Tensor.binary(.power, $0, $0) },
    ]

    static let choices = [
        Point("max(x, 0)", at: [-1, 0, -0.0, 2], [0, 0, 0, 1]) { maximum($0, 0) },
        Point("max(0, x)", at: [-1, 0, -0.0, 2], [0, 1, 1, 1]) { maximum($0.filled(0), $0) },
        Point("min(x, 0)", at: [-1, 0, -0.0, 2], [1, 0, 0, 0]) { minimum($0, 0) },
        Point("min(0, x)", at: [-1, 0, -0.0, 2], [1, 1, 1, 0]) { minimum($0.filled(0), $0) },
        Point("max(x, x)", at: [-1, 0, 2], [1, 1, 1]) { maximum($0, $0) },
        Point("max(x, −x)", at: [-3, 0, 2], [-1, -1, 1]) { maximum($0, -$0) },
        Point("x > 0 ? x : 0", at: [-1, 0, 2], [0, 0, 1]) { select($0.compare(.greater, 0), $0, $0.filled(0)) },
        Point("x ≥ 0 ? x : −x", at: [-1, 0, 2], [-1, 1, 1]) { select($0.compare(.greaterOrEqual, 0), $0, -$0) },
        // Nothing flows into what is not chosen, and nothing times an infinite slope is not a number: guard the operand instead.
        Point("x > 0 ? √x : 0", at: [0], [nan]) { select($0.compare(.greater, 0), sqrt($0), $0.filled(0)) },
        Point("√(x > 0 ? x : 1)", at: [0], [0]) { sqrt(select($0.compare(.greater, 0), $0, $0.filled(1))) },
        Point("x · 1(x > 0)", at: [-1, 0, 2], [0, 0, 1]) { $0 * $0.compare(.greater, 0) },
    ]

    static let quotients = [
        Point("1 / x", at: [0, -0.0, 2], [-inf, -inf, -0.25]) { $0.filled(1) / $0 },
        Point("x / 0", at: [-1, 0, 2], [inf, inf, inf]) { $0 / 0 },
        Point("0 / x", at: [2], [0]) { $0.filled(0) / $0 },
        Point("x / x", at: [2], [0]) { $0 / $0 },
        Point("0 / x at 0", at: [0], [nan]) { $0.filled(0) / $0 },
    ]

    static let reductions = [
        Point("max x, ties", at: [3, 1, 3, 3], [1.0 / 3, 0, 1.0 / 3, 1.0 / 3]) { $0.max() },
        Point("max x, zeros of both signs", at: [0, -0.0, -1], [0.5, 0.5, 0]) { $0.max() },
        Point("max x, all alike", at: [2, 2], [0.5, 0.5]) { $0.max() },
        Point("max x, infinite", at: [inf, 1, inf], [0.5, 0, 0.5]) { $0.max() },
        Point("max x, −∞ alone", at: [-inf, -inf], [0.5, 0.5]) { $0.max() },
        Point("max x, not a number", at: [1, nan], [nan, nan]) { $0.max() },
        Point("Σ(x − x̄)², all alike", at: [5, 5, 5], [0, 0, 0]) { $0.emit(.reduce(.centredSquares, axes: [0])) },
        Point("Σ(x − x̄)², one element", at: [5], [0]) { $0.emit(.reduce(.centredSquares, axes: [0])) },
        Point("Σ(x − x̄)²", at: [1, 2, 6], [-4, -2, 6]) { $0.emit(.reduce(.centredSquares, axes: [0])) },
        Point("variance, all alike", at: [1e8, 1e8], [0, 0]) { $0.variance() },
        Point("standard deviation with ε, all alike", at: [5, 5, 5], [0, 0, 0]) { sqrt($0.variance() + 1e-4) },
        Point("max-pool, ties: the first", at: [4, 4, 4, 4], [1, 0, 0, 0]) {
            maxPool($0.reshape([1, 2, 2, 1]), Window(2))
        },
        Point("max-pool, ties of two windows", at: [1, 7, 7, 1], [0, 1, 1, 0]) {
            maxPool($0.reshape([1, 1, 4, 1]), Window(kernel: [1, 2], strides: [1, 2], padding: [0, 0, 0, 0]))
        },
        Point("max-pool, windows that overlap", at: [1, 7, 1], [0, 2, 0]) {
            maxPool($0.reshape([1, 1, 3, 1]), Window(kernel: [1, 2], strides: [1, 1], padding: [0, 0, 0, 0]))
        },
        Point("max-pool, −∞ alone", at: [-inf, -inf], [1, 0]) {
            maxPool($0.reshape([1, 1, 2, 1]), Window(kernel: [1, 2], strides: [1, 1], padding: [0, 0, 0, 0]))
        },
        Point("max-pool, not a number", at: [9, nan, nan], [0, 1, 0]) {
            maxPool($0.reshape([1, 1, 3, 1]), Window(kernel: [1, 3], strides: [1, 1], padding: [0, 0, 0, 0]))
        },
    ]

    /// Of the graph as it is written, and of what the rules make of it.
    @Test(arguments: unary + powers + choices + quotients + reductions) func isTheConvention(_ point: Point) throws {
        let builder = GraphBuilder()
        let x = builder.input("x", TensorType([point.x.count], .float64))
        builder.output("g", builder.gradients(of: point.function(x).sum(), withRespectTo: [x])[0])
        let graph = try builder.finish()
        let inputs = ["x": HostTensor(shape: [point.x.count], point.x)]
        let want = RunResult(outputs: ["g": HostTensor(shape: [point.x.count], point.wanted)], states: [:])
        for (kind, graph) in [("written", graph), ("simplified", simplify(graph).graph)] {
            let complaints = runNaively(graph, inputs: inputs).complaints(against: want, relative: 1e-12)
            #expect(complaints == [], "\(kind)")
        }
    }
}
