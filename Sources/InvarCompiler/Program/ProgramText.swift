import InvarGraph

/// The text form: buffers with their place and type, then the steps in order with what bounds them.
///
/// ```
/// program "vicreg" f32, 41 steps, 3.1 MiB arena, 12.5 GFLOP, 80.2 MiB
///   b0 : f32[256,784] input
///   b7 : f32[256,1024] arena 65536
///   input "view1" = b0
///   0: b7 = matmul(b0, b3) transposeA=false transposeB=true  411.0 MFLOP 4.8 MiB in "encoder.linear1" at "Models/MLP.swift:9"
///   return "loss" = b31
/// ```
extension Program: CustomStringConvertible {
    public var description: String {
        var lines = [
            "program \"\(name)\" \(element.rawValue), \(steps.count) steps, \(mebibytes(arenaByteCount)) arena, "
                + "\(operations(flops)), \(mebibytes(bytes))"
        ]
        for (index, buffer) in buffers.enumerated() { lines.append("  b\(index) : \(buffer.type) \(place(buffer))") }
        for input in inputs { lines.append("  input \"\(input.name)\" = \(text(input.view))") }
        for state in states { lines.append("  state \"\(state.name)\" = \(text(state.view))") }
        for (index, step) in steps.enumerated() { lines.append("  " + line(index, step)) }
        for output in outputs { lines.append("  return \"\(output.name)\" = \(text(output.view))") }
        return lines.joined(separator: "\n")
    }

    private func place(_ buffer: Buffer) -> String {
        switch buffer.storage {
        case .input: "input"
        case .state: "state"
        case .arena(let offset): "arena \(offset)"
        }
    }

    private func line(_ index: Int, _ step: Step) -> String {
        var text = "\(index): " + step.results.map(self.text).joined(separator: ", ") + " = \(step.op.mnemonic)"
        text += "(" + step.operands.map(self.text).joined(separator: ", ") + ")"
        for attribute in step.op.attributes { text += " \(attribute.key)=\(attribute.value)" }
        if case .fused(let fused) = step.op {
            text += " {" + fused.graph.nodes.compactMap(inner).joined(separator: ", ") + "}"
        }
        text += "  \(operations(step.flops)) \(mebibytes(step.bytes))"
        if !step.name.isEmpty { text += " in \"\(step.name)\"" }
        if let site = step.site { text += " at \"\(site)\"" }
        return text + (step.isBackward ? " backward" : "")
    }

    /// What a fused kernel does, op by op; its inputs go without saying.
    private func inner(_ node: Node) -> String? {
        switch node.op {
        case .input: nil
        case .constant(let value): "\(value)"
        default: node.op.mnemonic
        }
    }

    /// A whole buffer by its number alone, a part of one with its place.
    private func text(_ view: View) -> String {
        if view == View(buffer: view.buffer, shape: buffers[view.buffer].type.shape) { return "b\(view.buffer)" }
        func list(_ values: [Int]) -> String { "[" + values.map(String.init).joined(separator: ",") + "]" }
        return "b\(view.buffer)+\(view.offset)\(list(view.shape))"
            + (view.isContiguous ? "" : "by\(list(view.strides))")
    }

    private func operations(_ count: Int) -> String {
        count < 1_000_000_000 ? "\(tenths(count, 1_000_000)) MFLOP" : "\(tenths(count, 1_000_000_000)) GFLOP"
    }
}
