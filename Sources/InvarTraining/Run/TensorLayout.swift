import Invar
import InvarData

/// Between the graph's layouts and those that files have: convolution weights are H×W×I×O in a graph and O×I×H×W in a file, as in torchvision.
extension StateSpec {
    /// The shape in a file.
    package var fileShape: [Int] { fileAxes.map { type.shape[$0] } }

    /// Which axis of the graph each axis in a file is.
    package var fileAxes: [Int] { isPermuted ? [3, 2, 0, 1] : Array(0..<type.rank) }

    /// A tensor for a file from values in the graph's layout.
    package func stored(_ values: [Float]) -> StoredTensor {
        guard isPermuted else { return StoredTensor(shape: type.shape, values) }
        var result = [Float](repeating: 0, count: values.count)
        forEachPlace { graph, file in result[file] = values[graph] }
        return StoredTensor(shape: fileShape, result)
    }

    /// Values in the graph's layout from a file's tensor of the same shape.
    package func values(_ tensor: StoredTensor) -> [Float] {
        let values = tensor.floats
        guard isPermuted else { return values }
        var result = [Float](repeating: 0, count: values.count)
        forEachPlace { graph, file in result[graph] = values[file] }
        return result
    }

    package var isPermuted: Bool {
        switch layout {
        case .plain: false
        case .convolution: type.rank == 4
        }
    }

    /// For each element its place in the graph's layout, and in the file's.
    private func forEachPlace(_ body: (Int, Int) -> Void) {
        let (taps, inputs, outputs) = (type.shape[0] * type.shape[1], type.shape[2], type.shape[3])
        var graph = 0
        for tap in 0..<taps {
            for input in 0..<inputs {
                for output in 0..<outputs {
                    body(graph, (output * inputs + input) * taps + tap)
                    graph += 1
                }
            }
        }
    }
}
