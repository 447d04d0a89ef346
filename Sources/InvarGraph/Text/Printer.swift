/// The text form: one line a node, deterministic, and parsed back to an equal graph by `Graph(parsing:)`.
///
/// ```
/// graph "vicreg" {
///   %0 = input name="view1" : f32[256,784]
///   %1 = state name="encoder.linear1.weight" : f32[1024,784] in "encoder.linear1" at "Models/MLP.swift:9"
///   %2 = matmul(%0, %1) transposeA=false transposeB=true : f32[256,1024] in "encoder.linear1" adjoint %7
///   return "loss" = %2
/// }
/// ```
extension Graph: CustomStringConvertible {
    /// The text form.
    public var description: String { text(indent: "") }

    func text(indent: String) -> String {
        var lines = ["graph \(quoted(name)) {"]
        for id in ids { lines.append(indent + "  " + line(id, indent: indent + "  ")) }
        for output in outputs { lines.append(indent + "  return \(quoted(output.name)) = \(output.node)") }
        lines.append(indent + "}")
        return lines.joined(separator: "\n")
    }

    private func line(_ id: NodeID, indent: String) -> String {
        let node = self[id]
        var text = "\(id) = \(node.op.mnemonic)"
        if !node.inputs.isEmpty { text += "(" + node.inputs.map(\.description).joined(separator: ", ") + ")" }
        for attribute in node.op.attributes { text += " \(attribute.key)=\(attribute.value)" }
        text += " : \(node.type)"
        if !node.name.isEmpty { text += " in \(quoted(node.name))" }
        if let site = node.site { text += " at \(quoted(site.description))" }
        if let forward = node.adjointOf { text += " adjoint \(forward)" }
        if node.copy > 0 { text += " copy \(node.copy)" }
        if let turn = node.turn { text += " turn \(turn)" }
        if case .fused(let fused) = node.op { text += " " + fused.graph.text(indent: indent) }
        return text
    }
}
