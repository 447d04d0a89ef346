import Invar

/// A layer that ONNX has an operator for: it is written as that, with its parameters, and not as the ops that it is made of.
protocol ExportedLayer: ComputingLayer {
    /// - Returns: what has come out of the layer.
    func write(_ layer: LayerInPlace, by writer: EncoderWriter) throws -> ExportedValue
}

/// Where a layer stands.
struct LayerInPlace {
    let input: NodeID
    let place: ModelWriter.Place
    private let path: String

    init(_ applied: AppliedLayer, _ place: ModelWriter.Place) {
        (input, path, self.place) = (applied.input, applied.path, place)
    }

    /// The name of a parameter or a statistic in the graph.
    func state(_ name: String) -> String { "\(path).\(name)" }
}

extension Conv: ExportedLayer {
    func write(_ layer: LayerInPlace, by writer: EncoderWriter) throws -> ExportedValue {
        var operands = [try writer.full(layer.input, in: channelsFirst, at: layer.place)]
        operands.append(writer.state(layer.state("weight")).name)
        if bias { operands.append(writer.state(layer.state("bias")).name) }
        let attributes = window.attributes + [.int("group", window.groups)]
        return ExportedValue(writer.model.node("Conv", operands, attributes, at: layer.place), axes: channelsFirst)
    }
}

extension BatchNorm: ExportedLayer {
    func write(_ layer: LayerInPlace, by writer: EncoderWriter) throws -> ExportedValue {
        let rank = writer.rank(layer.input)
        // ONNX's second axis is the channels'
        let order = [0, rank - 1] + Array(1..<(rank - 1))
        let channels = writer.graph[layer.input].type.shape[rank - 1]
        func factor(_ name: String, _ neutral: Float) -> String {
            affine ? writer.state(layer.state(name)).name : writer.filler(neutral, channels)
        }
        let operands = [
            try writer.full(layer.input, in: order, at: layer.place), factor("weight", 1), factor("bias", 0),
            writer.state(layer.state("running_mean")).name, writer.state(layer.state("running_var")).name,
        ]
        return ExportedValue(
            writer.model.node("BatchNormalization", operands, [.float("epsilon", epsilon)], at: layer.place),
            axes: order)
    }
}

extension LayerNorm: ExportedLayer {
    func write(_ layer: LayerInPlace, by writer: EncoderWriter) throws -> ExportedValue {
        let rank = writer.rank(layer.input)
        var operands = [try writer.full(layer.input, in: inOrder(rank), at: layer.place)]
        operands +=
            affine
            ? ["weight", "bias"].map { writer.state(layer.state($0)).name }
            : [writer.filler(1, writer.graph[layer.input].type.shape[rank - 1])]
        return ExportedValue(
            writer.model.node(
                "LayerNormalization", operands, [.int("axis", -1), .float("epsilon", epsilon)], at: layer.place),
            axes: inOrder(rank))
    }
}

extension Linear: ExportedLayer {
    func write(_ layer: LayerInPlace, by writer: EncoderWriter) throws -> ExportedValue {
        let order = inOrder(writer.rank(layer.input))
        let x = try writer.full(layer.input, in: order, at: layer.place)
        let weight = writer.state(layer.state("weight")).name
        let bias = self.bias ? [writer.state(layer.state("bias")).name] : []
        func node(_ type: String, _ inputs: [String], _ attributes: [ONNXAttributeProto] = []) -> String {
            writer.model.node(type, inputs, attributes, at: layer.place)
        }
        if order.count == 2 {
            return ExportedValue(node("Gemm", [x, weight] + bias, [.int("transB", 1)]), axes: order)
        }
        // tokens: ONNX's Gemm takes matrices alone
        let product = node("MatMul", [x, node("Transpose", [weight], [.ints("perm", [1, 0])])])
        return ExportedValue(bias.isEmpty ? product : node("Add", [product] + bias), axes: order)
    }
}

extension AveragePool: ExportedLayer {
    func write(_ layer: LayerInPlace, by writer: EncoderWriter) throws -> ExportedValue {
        let x = try writer.full(layer.input, in: channelsFirst, at: layer.place)
        let attributes = window.attributes + [.int("count_include_pad", 1)]
        return ExportedValue(writer.model.node("AveragePool", [x], attributes, at: layer.place), axes: channelsFirst)
    }
}

extension GlobalAveragePool: ExportedLayer {
    func write(_ layer: LayerInPlace, by writer: EncoderWriter) throws -> ExportedValue {
        let x = try writer.full(layer.input, in: channelsFirst, at: layer.place)
        let mean = writer.model.node("GlobalAveragePool", [x], at: layer.place)
        return ExportedValue(
            writer.model.node("Flatten", [mean], [.int("axis", 1)], at: layer.place), axes: inOrder(2))
    }
}

extension MeanOverTokens: ExportedLayer {
    func write(_ layer: LayerInPlace, by writer: EncoderWriter) throws -> ExportedValue {
        let x = try writer.full(layer.input, in: inOrder(3), at: layer.place)
        let attributes: [ONNXAttributeProto] = [.ints("axes", [1]), .int("keepdims", 0)]
        return ExportedValue(writer.model.node("ReduceMean", [x], attributes, at: layer.place), axes: inOrder(2))
    }
}
