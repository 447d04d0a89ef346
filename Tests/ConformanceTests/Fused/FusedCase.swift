import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// A contraction with what stands before it and what follows it, as the compiler fuses them: its batch is `batch` images
/// of each of two views.
struct FusedCase: Sendable, CustomTestStringConvertible {
    let heart: Heart
    let prologue: Prologue
    let epilogue: Epilogue
    let batch: Int
    var element = ElementType.float32

    var testDescription: String { "\(prologue), \(heart), \(epilogue), 2×\(batch), \(element.rawValue)" }

    /// Maps of 7×9 pixels with 5 channels, and, where it says so, with 18 to 20, which is what Winograd's way asks for, with 130
    /// of the result, which several tiles share, or with 70, each by itself: more than one tile takes.
    enum Heart: String, CaseIterable, Sendable {
        case linear, linearTransposed, pointwise, convolution, winograd, strided, grouped
        case inputGradient, winogradInputGradient, stridedInputGradient
        case stridedPointwise, winogradWide
        case depthwise, stridedDepthwise, depthwiseInputGradient, stridedDepthwiseInputGradient

        static let maps = allCases.filter { $0 != .linear && $0 != .linearTransposed }
    }

    /// What is computed of the convolution's maps before it reads them.
    enum Prologue: String, CaseIterable, Sendable {
        case nothing
        /// relu(x·a + b), a and b one value a channel
        case norm
        /// The same with a value for each channel of each view.
        case normPerView
        case tanh
    }

    enum Epilogue: String, CaseIterable, Sendable {
        case nothing, biasAndReLU, residual, statistics, statisticsPerView, sums, rowMax, softmax, imageMeans, perImage
        case perRowOfMaps, transposed
    }

    func graph() throws -> Graph {
        let builder = GraphBuilder(testDescription)
        let (x, y) = heart == .linear || heart == .linearTransposed ? linear(builder) : maps(builder)
        _ = x
        follow(y, builder)
        return try builder.finish()
    }

    private func input(_ builder: GraphBuilder, _ name: String, _ shape: [Int]) -> Tensor {
        builder.input(name, TensorType(shape, element))
    }

    private func linear(_ builder: GraphBuilder) -> (Tensor, Tensor) {
        let x = prepared(input(builder, "x", [2 * batch, 37]), builder)
        let isTransposed = heart == .linearTransposed
        let weight = input(builder, "weight", isTransposed ? [29, 37] : [37, 29])
        return (x, matmul(x, weight, transposeB: isTransposed))
    }

    private func maps(_ builder: GraphBuilder) -> (Tensor, Tensor) {
        let (c, o) =
            switch heart {
            case .winograd, .winogradInputGradient: (18, 20)
            case .winogradWide: (18, 130)
            case .grouped: (6, 9)
            case .depthwise, .stridedDepthwise, .depthwiseInputGradient, .stridedDepthwiseInputGradient: (70, 70)
            case .linear, .linearTransposed, .pointwise, .stridedPointwise, .convolution, .strided, .inputGradient,
                .stridedInputGradient:
                (5, 7)
            }
        let window: Window =
            switch heart {
            case .linear, .linearTransposed, .pointwise: Window(1)
            case .stridedPointwise: Window(kernel: [1, 1], strides: [1, 2])
            case .convolution, .winograd, .winogradWide, .inputGradient, .winogradInputGradient: Window(3, padding: 1)
            case .strided, .stridedInputGradient: Window(3, stride: 2, padding: 1)
            case .grouped: Window(3, padding: 1, groups: 3)
            case .depthwise, .depthwiseInputGradient: Window(3, padding: 1, groups: c)
            case .stridedDepthwise, .stridedDepthwiseInputGradient:
                Window(kernel: [3, 5], strides: [2, 2], padding: [1, 1, 2, 2], groups: c)
            }
        switch heart {
        case .inputGradient, .winogradInputGradient, .stridedInputGradient, .depthwiseInputGradient,
            .stridedDepthwiseInputGradient:
            let dy = prepared(input(builder, "x", [2 * batch] + window.outputSize(7, 9) + [o]), builder)
            let weight = input(builder, "weight", window.kernel + [c / window.groups, o])
            let type = TensorType([2 * batch, 7, 9, c], element)
            return (dy, dy.emit(.convolutionInputGradient(window), weight, as: type))
        default:
            let x = prepared(input(builder, "x", [2 * batch, 7, 9, c]), builder)
            let weight = input(builder, "weight", window.kernel + [c / window.groups, o])
            return (x, convolution(x, weight, window))
        }
    }

    private func prepared(_ x: Tensor, _ builder: GraphBuilder) -> Tensor {
        let channels = x.shape[x.rank - 1]
        switch prologue {
        case .nothing: return x
        case .tanh: return InvarGraph.tanh(x)
        case .norm: return relu(x * input(builder, "scale", [channels]) + input(builder, "shift", [channels]))
        case .normPerView:
            let split = x.reshape([2, batch] + x.shape.dropFirst())
            let one = [2] + [Int](repeating: 1, count: x.rank - 1) + [channels]
            return relu(split * input(builder, "scale", one) + input(builder, "shift", one)).reshape(x.shape)
        }
    }

    private func follow(_ y: Tensor, _ builder: GraphBuilder) {
        let channels = y.shape[y.rank - 1]
        let last = y.rank - 1
        func output(_ name: String, _ value: Tensor) { builder.output(name, value) }
        switch epilogue {
        case .nothing: output("y", y)
        case .biasAndReLU: output("y", relu(y + input(builder, "bias", [channels])))
        case .residual: output("y", relu(y + input(builder, "shortcut", y.shape)))
        case .statistics:
            let axes = Array(0..<last)
            output("y", y)
            output("mean", y.mean(axes))
            output("variance", y.variance(axes))
        case .statisticsPerView:
            let split = y.reshape([2, batch] + y.shape.dropFirst())
            let axes = Array(1..<(split.rank - 1))
            output("y", y)
            output("mean", split.mean(axes))
            output("variance", split.variance(axes, correction: 0))
        case .sums:
            // A norm's backward half: Σdy and Σ dy·x̂, and dy itself masked.
            let masked = select(input(builder, "activation", y.shape).compare(.greater, 0), y, y.filled(0))
            output("y", masked)
            output("sum", masked.sum(Array(0..<last)))
            output("product", (masked * input(builder, "normal", y.shape)).sum(Array(0..<last)))
        case .rowMax: output("y", y.max([last], keepingAxes: true))
        case .softmax:
            let shifted = y - y.max([last], keepingAxes: true)
            output("y", shifted - log(exp(shifted).sum([last], keepingAxes: true)))
        case .imageMeans: output("y", relu(y).mean(Array(1...max(1, last - 1))))
        case .perImage:
            output("y", tanh(y * input(builder, "gate", [y.shape[0]] + [Int](repeating: 1, count: last))))
        case .perRowOfMaps:
            var shape = y.shape
            for axis in shape.indices where axis != max(0, last - 1) { shape[axis] = 1 }
            output("y", y + input(builder, "row", shape))
        case .transposed:
            let order = Array((0..<y.rank).reversed())
            output("y", y * input(builder, "turned", order.map { y.shape[$0] }).transpose(order))
        }
    }
}
