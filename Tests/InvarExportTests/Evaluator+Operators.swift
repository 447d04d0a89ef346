import Foundation
import InvarExport
import TestSupport

extension Evaluator {
    func movement(_ node: ONNXNodeProto, _ x: [HostTensor]) -> HostTensor? {
        let shape = x[0].shape
        switch node.opType {
        case "Transpose": return x[0].transposed(node.ints("perm")!)
        case "Flatten": return x[0].reshaped([shape[0], shape.dropFirst().reduce(1, *)])
        case "Reshape":
            var target = x[1].ints
            if let open = target.firstIndex(of: -1) {
                target[open] = x[0].values.count / target.filter { $0 != -1 }.reduce(1, *)
            }
            return x[0].reshaped(target)
        case "Squeeze":
            precondition(x[1].ints.allSatisfy { shape[$0] == 1 })
            return x[0].reshaped(shape.indices.filter { !x[1].ints.contains($0) }.map { shape[$0] })
        case "Unsqueeze":
            var target = shape
            for axis in x[1].ints.sorted() { target.insert(1, at: axis) }
            return x[0].reshaped(target)
        case "Expand": return broadcasting([x[0], HostTensor(shape: x[1].ints, filledWith: 0)]) { $0[0] }
        case "Shape":
            let part = shape[node["start"]!..<node["end"]!]
            return HostTensor(shape: [part.count], part.map(Double.init))
        case "Slice":
            var (first, size) = ([Int](repeating: 0, count: shape.count), shape)
            for (place, axis) in x[3].ints.enumerated() {
                (first[axis], size[axis]) = (x[1].ints[place], min(x[2].ints[place], shape[axis]) - x[1].ints[place])
            }
            return gathered(x[0], size) { position in zip(position, first).map { $0 + $1 } }
        case "Pad":
            let amounts = x[1].ints
            let low = Array(amounts.prefix(shape.count))
            let size = shape.indices.map { low[$0] + shape[$0] + amounts[shape.count + $0] }
            return gathered(x[0], size) { position in zip(position, low).map { $0 - $1 } }
        case "Concat":
            let axis = node["axis"]!
            var size = shape
            size[axis] = x.map { $0.shape[axis] }.reduce(0, +)
            var values: [Double] = []
            for position in positions(size) {
                var (position, part) = (position, 0)
                while position[axis] >= x[part].shape[axis] {
                    position[axis] -= x[part].shape[axis]
                    part += 1
                }
                values.append(x[part].values[flatIndex(position, x[part].shape)])
            }
            return HostTensor(shape: size, values)
        default: return nil
        }
    }

    /// 0 where the place is none of the tensor's.
    private func gathered(_ x: HostTensor, _ shape: [Int], _ place: ([Int]) -> [Int]) -> HostTensor {
        HostTensor(
            shape: shape,
            positions(shape).map { position in
                let source = place(position)
                let lies = zip(source, x.shape).allSatisfy { $0 >= 0 && $0 < $1 }
                return lies ? x.values[flatIndex(source, x.shape)] : 0
            })
    }

    func reduction(_ node: ONNXNodeProto, _ x: [HostTensor]) -> HostTensor? {
        let shape = x[0].shape
        func kept(_ y: HostTensor, _ axes: [Int]) -> HostTensor {
            node["keepdims"] == 1 ? y : y.reshaped(shape.indices.filter { !axes.contains($0) }.map { shape[$0] })
        }
        switch node.opType {
        case "ReduceSum": return kept(folded(x[0], x[1].ints, 0, +), x[1].ints)
        case "ReduceMean":
            let axes = node.ints("axes")!
            return kept(mean(x[0], axes), axes)
        case "ReduceMax": return kept(folded(x[0], node.ints("axes")!, -.infinity, max), node.ints("axes")!)
        case "GlobalAveragePool": return mean(x[0], [2, 3])
        case "Softmax":
            let axis = node["axis"]!
            let most = folded(x[0], [axis], -.infinity, max)
            let raised = broadcasting([x[0], most]) { exp($0[0] - $0[1]) }
            return broadcasting([raised, folded(raised, [axis], 0, +)]) { $0[0] / $0[1] }
        case "LayerNormalization":
            let last = [shape.count - 1]
            let centred = broadcasting([x[0], mean(x[0], last)]) { $0[0] - $0[1] }
            let variance = mean(broadcasting([centred]) { $0[0] * $0[0] }, last)
            let bias = x.count > 2 ? x[2] : HostTensor(0)
            return broadcasting([centred, variance, x[1], bias]) {
                $0[0] / ($0[1] + node.floats("epsilon")).squareRoot() * $0[2] + $0[3]
            }
        case "BatchNormalization":
            let channels = [1, shape[1]] + [Int](repeating: 1, count: shape.count - 2)
            return broadcasting([x[0]] + x.dropFirst().map { $0.reshaped(channels) }) {
                ($0[0] - $0[3]) / ($0[4] + node.floats("epsilon")).squareRoot() * $0[1] + $0[2]
            }
        default: return nil
        }
    }

    private func folded(
        _ x: HostTensor, _ axes: [Int], _ start: Double, _ combine: (Double, Double) -> Double
    ) -> HostTensor {
        let shape = x.shape.indices.map { axes.contains($0) ? 1 : x.shape[$0] }
        var result = HostTensor(shape: shape, filledWith: start)
        for position in positions(x.shape) {
            let target = flatIndex(position.indices.map { axes.contains($0) ? 0 : position[$0] }, shape)
            result.values[target] = combine(result.values[target], x.values[flatIndex(position, x.shape)])
        }
        return result
    }

    private func mean(_ x: HostTensor, _ axes: [Int]) -> HostTensor {
        let count = Double(axes.map { x.shape[$0] }.reduce(1, *))
        return broadcasting([folded(x, axes, 0, +)]) { $0[0] / count }
    }

    func contraction(_ node: ONNXNodeProto, _ x: [HostTensor]) throws -> HostTensor {
        switch node.opType {
        case "Gemm":
            let product = matmul(x[0], node["transB"] == 1 ? x[1].transposed([1, 0]) : x[1])
            return x.count > 2 ? broadcasting([product, x[2]]) { $0[0] + $0[1] } : product
        case "MatMul": return matmul(x[0], x[1])
        case "Conv":
            let result = convolution(node, x[0], x[1])
            guard x.count > 2 else { return result }
            return broadcasting([result, x[2].reshaped([x[2].values.count, 1, 1])]) { $0[0] + $0[1] }
        case "MaxPool": return windows(node, x[0]) { $0.max()! }
        case "AveragePool":
            precondition(node["count_include_pad"] == 1)
            let count = Double(node.ints("kernel_shape")!.reduce(1, *))
            return windows(node, x[0]) { $0.reduce(0, +) / count }
        default: throw Unknown(what: node.opType)
        }
    }

    private func matmul(_ a: HostTensor, _ b: HostTensor) -> HostTensor {
        let (rows, inner, columns) = (a.shape[a.shape.count - 2], a.shape.last!, b.shape.last!)
        let leading = commonShape(a.shape.dropLast(2), b.shape.dropLast(2))
        precondition(b.shape[b.shape.count - 2] == inner)
        func value(_ x: HostTensor, _ place: [Int], _ row: Int, _ column: Int) -> Double {
            let own = zip(place.suffix(x.shape.count - 2), x.shape).map { $1 == 1 ? 0 : $0 }
            return x.values[flatIndex(own + [row, column], x.shape)]
        }
        let shape = leading + [rows, columns]
        return HostTensor(
            shape: shape,
            positions(shape).map { position in
                let place = Array(position.dropLast(2))
                let (row, column) = (position[position.count - 2], position.last!)
                return (0..<inner).reduce(0) { $0 + value(a, place, row, $1) * value(b, place, $1, column) }
            })
    }

    private func convolution(_ node: ONNXNodeProto, _ x: HostTensor, _ weight: HostTensor) -> HostTensor {
        let (outputs, inputs, groups) = (weight.shape[0], weight.shape[1], node["group"]!)
        precondition(inputs * groups == x.shape[1])
        return sliding(node, x, channels: outputs) { image, output, taps in
            let first = output / (outputs / groups) * inputs
            var sum = 0.0
            for (tap, place) in taps.enumerated() {
                guard let place else { continue }
                for input in 0..<inputs {
                    sum +=
                        x.values[flatIndex([image, first + input] + place, x.shape)]
                        * weight.values[(output * inputs + input) * taps.count + tap]
                }
            }
            return sum
        }
    }

    /// Of the values that lie in the image.
    private func windows(_ node: ONNXNodeProto, _ x: HostTensor, _ combine: ([Double]) -> Double) -> HostTensor {
        sliding(node, x, channels: x.shape[1]) { image, channel, taps in
            combine(taps.compactMap { $0 }.map { x.values[flatIndex([image, channel] + $0, x.shape)] })
        }
    }

    /// - Parameter value: of an image and a channel, and for each tap of the window its row and column, or nothing in the padding.
    private func sliding(
        _ node: ONNXNodeProto, _ x: HostTensor, channels: Int, _ value: (Int, Int, [[Int]?]) -> Double
    ) -> HostTensor {
        let (kernel, strides, pads) = (node.ints("kernel_shape")!, node.ints("strides")!, node.ints("pads")!)
        func size(_ axis: Int) -> Int {
            let room: Int = x.shape[2 + axis] + pads[axis] + pads[2 + axis] - kernel[axis]
            return room / strides[axis] + 1
        }
        func place(_ position: [Int], _ tap: [Int]) -> [Int]? {
            let row: Int = position[2] * strides[0] - pads[0] + tap[0]
            let column: Int = position[3] * strides[1] - pads[1] + tap[1]
            let lies = (0..<x.shape[2]).contains(row) && (0..<x.shape[3]).contains(column)
            return lies ? [row, column] : nil
        }
        let shape: [Int] = [x.shape[0], channels, size(0), size(1)]
        let taps = positions(kernel)
        let values = positions(shape).map { position -> Double in
            value(position[0], position[1], taps.map { place(position, $0) })
        }
        return HostTensor(shape: shape, values)
    }
}
