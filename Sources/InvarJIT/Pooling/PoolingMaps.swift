import InvarCompiler
import InvarGraph

/// The maps of a pooling, N×H×W×C, and its window.
struct PoolingMaps: Hashable, Sendable {
    let window: Window
    let images, height, width, channels: Int
    let outputHeight, outputWidth: Int
    let element: ElementType

    init(_ window: Window, _ step: Step, x: View, y: View, _ element: ElementType) {
        precondition(
            (step.operands + step.results).allSatisfy(\.isContiguous), "internal: a pooling's tensor has gaps")
        self.window = window
        (images, height, width, channels) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
        (outputHeight, outputWidth) = (y.shape[1], y.shape[2])
        self.element = element
    }

    // In bytes.
    var pixelBytes: Int { channels * element.byteCount }
    var rowBytes: Int { width * pixelBytes }
    var imageBytes: Int { height * rowBytes }
    var outputRowBytes: Int { outputWidth * pixelBytes }
    var outputImageBytes: Int { outputHeight * outputRowBytes }

    /// Whether the code has every tap of a window written out, or loops over them.
    var isUnrolled: Bool { window.kernel[0] * window.kernel[1] <= 16 }

    /// Whether a window reaches over a border.
    var leavesTheMaps: Bool {
        axes.contains { axis in
            axis.low > 0 || (axis.output - 1) * axis.stride - axis.low + axis.kernel > axis.size
        }
    }

    /// Whether a pixel can lie in two windows.
    var overlaps: Bool { axes.contains { $0.output > 1 && $0.stride < $0.kernel } }

    /// Whether every pixel lies in a window.
    var coversTheMaps: Bool {
        axes.allSatisfy { axis in
            (axis.output - 1) * axis.stride - axis.low + axis.kernel >= axis.size
                && (axis.output == 1 || axis.stride <= axis.kernel)
        }
    }

    private struct Axis {
        var size, output, kernel, stride, low: Int
    }

    private var axes: [Axis] {
        [(height, outputHeight), (width, outputWidth)].enumerated().map { axis, sizes in
            Axis(
                size: sizes.0, output: sizes.1, kernel: window.kernel[axis], stride: window.strides[axis],
                low: window.padding[2 * axis])
        }
    }

    /// `maxpool.f32.8x112x112x64.k3x3s2x2`
    func name(_ kind: String) -> String {
        let (kernel, strides) = (window.kernel, window.strides)
        return "\(kind).\(element.rawValue).\(images)x\(height)x\(width)x\(channels)"
            + ".k\(kernel[0])x\(kernel[1])s\(strides[0])x\(strides[1])"
    }
}
