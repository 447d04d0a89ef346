import Invar

extension EncoderWriter {
    func matmul(_ transposeA: Bool, _ transposeB: Bool, _ id: NodeID) throws -> ExportedValue {
        let (inputs, place, rank) = (graph[id].inputs, place(of: id), rank(id))
        /// The order of axes in which the product reads an operand: transposed in its last two where that is asked for.
        func operand(_ input: NodeID, _ isTransposed: Bool) throws -> String {
            let last = isTransposed ? [rank - 1, rank - 2] : [rank - 2, rank - 1]
            return try full(input, in: inOrder(rank - 2) + last, at: place)
        }
        let operands = [try operand(inputs[0], transposeA), try operand(inputs[1], transposeB)]
        return ExportedValue(model.node("MatMul", operands, at: place), axes: inOrder(rank))
    }

    func convolution(_ window: Window, _ id: NodeID) throws -> ExportedValue {
        let (inputs, place) = (graph[id].inputs, place(of: id))
        let x = try full(inputs[0], in: channelsFirst, at: place)
        // H×W×I×O in the graph
        let weight = try full(inputs[1], in: [3, 2, 0, 1], at: place)
        return ExportedValue(
            model.node("Conv", [x, weight], window.attributes + [.int("group", window.groups)], at: place),
            axes: channelsFirst)
    }

    func maxPool(_ window: Window, _ id: NodeID) throws -> ExportedValue {
        let place = place(of: id)
        let x = try full(graph[id].inputs[0], in: channelsFirst, at: place)
        return ExportedValue(model.node("MaxPool", [x], window.attributes, at: place), axes: channelsFirst)
    }
}

extension Window {
    /// Kernel, steps and padding as ONNX's convolutions and poolings name them.
    var attributes: [ONNXAttributeProto] {
        let (top, bottom, left, right) = (padding[0], padding[1], padding[2], padding[3])
        return [
            .ints("kernel_shape", kernel), .ints("strides", strides), .ints("pads", [top, left, bottom, right]),
        ]
    }
}
