/// What a node computes. Closed on purpose: the switches that hand an op to its room (shape rule, derivative, text form,
/// executors) have no `default`, so that a new case makes the compiler list what it needs.
///
/// Layers, losses and optimizers are *compositions* of these, never ops of their own.
/// Activations are N×H×W×C, convolution weights H×W×(C/groups)×O; `Linear` weights are O×I.
public enum Op: Hashable, Sendable {
    // Leaves
    /// A value given anew for every step.
    case input(String)
    /// The value that a named piece of state (parameter, statistic, moment) has when the step starts.
    case state(String)
    /// Every element is this number.
    case constant(Double)
    /// Every element is its own index along the axis.
    case iota(axis: Int)

    // Elementwise: operands and result have one shape.
    case unary(Unary)
    case binary(Binary)
    /// 1 where the comparison holds, else 0.
    case compare(Comparison)
    /// (condition, a, b): a where the condition is not 0, else b.
    case select
    /// The identity, through which no gradient flows.
    case stopGradient

    /// The reduced axes stay, with size 1.
    case reduce(Reduction, axes: [Int])

    // Movement
    case reshape
    /// Axes of size 1 are repeated to the size that the result has there.
    case broadcast
    case transpose([Int])
    /// The part of the result's shape that begins at `starts`.
    case slice(starts: [Int])
    /// Zeros around: `low` before each axis, after it what the result's shape leaves.
    case pad(low: [Int])
    case concatenate(axis: Int)

    // Contractions
    /// [.., M, K] · [.., K, N], each transposed (in its last two axes) first where asked for. Leading axes agree.
    case matmul(transposeA: Bool, transposeB: Bool)
    /// (x, weight)
    case convolution(Window)
    /// (gradient of the output, weight)
    case convolutionInputGradient(Window)
    /// (gradient of the output, x)
    case convolutionWeightGradient(Window)

    // Pooling. Padding never wins.
    case maxPool(Window)
    /// (gradient of the output, x): goes to the first maximum of each window in row-major order.
    case maxPoolGradient(Window)

    /// L of A = L·Lᵀ for symmetric positive definite [.., D, D], of which the lower triangle is read. Where there is none, its lower triangle is NaN.
    case cholesky
    /// (L, B): X of L·X = B, or of Lᵀ·X = B, for [.., D, D] and [.., D, K]. Of L the lower triangle is read.
    case triangularSolve(transposed: Bool)

    /// An exchange with the other ranks that share the batch.
    case collective(Collective)

    /// The value that a piece of state has when the step is over.
    case assign(String)
    /// A group of ops that one kernel computes. The inner graph says what. The node stands for its first output.
    case fused(Fused)
    /// Another output of a fused node, by its index: 1 or more.
    case result(Int)
}

/// A function of one number: −x, |x|, sign x, eˣ, eˣ − 1, ln x, √x, 1/√x, 1/x, tanh x, erf x, sin x, cos x.
public enum Unary: String, Hashable, Sendable, CaseIterable {
    case negate, abs, sign, exp, expm1, log, sqrt, rsqrt, reciprocal, tanh, erf, sin, cos
}

/// Where one operand is not a number, neither `maximum` nor `minimum` is: a NaN must not vanish in a ReLU.
public enum Binary: String, Hashable, Sendable, CaseIterable {
    case add, subtract, multiply, divide, maximum, minimum, power
}

/// Between two numbers. Of a NaN only `notEqual` holds.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// How the elements along some axes become one.
public enum Reduction: String, Hashable, Sendable, CaseIterable {
    case sum, max
    /// Σ(x − x̄)² with x̄ the mean over the same axes: the variance's numerator, as one op so that a kernel can compute it
    /// in the sweep that computes Σx, without cancellation.
    case centredSquares
}

/// The window that a convolution or a pooling slides over the two image axes.
public struct Window: Hashable, Sendable {
    /// [height, width] in pixels.
    public var kernel: [Int]
    /// [vertical, horizontal] step in pixels.
    public var strides: [Int]
    /// [top, bottom, left, right] in pixels.
    public var padding: [Int]
    /// The channels fall into this many groups that do not see each other; 1 in a pooling.
    public var groups: Int

    /// - Parameters:
    ///   - kernel: [height, width] in pixels.
    ///   - strides: [vertical, horizontal] step in pixels.
    ///   - padding: [top, bottom, left, right] in pixels.
    ///   - groups: of channels that do not see each other.
    public init(kernel: [Int], strides: [Int] = [1, 1], padding: [Int] = [0, 0, 0, 0], groups: Int = 1) {
        self.kernel = kernel
        self.strides = strides
        self.padding = padding
        self.groups = groups
    }

    /// A square window with the same step and padding on all sides.
    public init(_ kernel: Int, stride: Int = 1, padding: Int = 0, groups: Int = 1) {
        self.init(
            kernel: [kernel, kernel], strides: [stride, stride], padding: [padding, padding, padding, padding],
            groups: groups)
    }

    /// Height and width of what comes out of an image of this height and width: ⌊(size + padding − kernel) / stride⌋ + 1.
    public func outputSize(_ height: Int, _ width: Int) -> [Int] {
        func size(_ n: Int, _ axis: Int) -> Int {
            let room = n + padding[2 * axis] + padding[2 * axis + 1] - kernel[axis]
            return room < 0 ? 0 : room / strides[axis] + 1
        }
        return [size(height, 0), size(width, 1)]
    }
}
