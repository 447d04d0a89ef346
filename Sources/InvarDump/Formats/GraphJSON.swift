import InvarCompiler
import InvarGraph

extension Graph {
    /// The graph as JSON: all that the text form has, and each node's FLOPs and bytes. docs/dumps.md has the schema.
    public func json() -> String { json(stage: nil, selection: nil).lines }

    func json(stage: String?, selection: Selection?) -> JSON {
        var fields: [(String, JSON)] = [("graph", .string(name))]
        if let stage { fields.append(("stage", .string(stage))) }
        if let selection { fields.append(("selection", .string(selection.title))) }
        let kept = ids.filter { selection?.contains($0.index) ?? true }
        fields.append(("nodes", .array(kept.map { node($0, selection) })))
        let shown = outputs.filter { selection?.contains($0.node.index) ?? true }
        fields.append(
            ("outputs", .array(shown.map { .object([("name", .string($0.name)), ("node", .int($0.node.index))]) })))
        return .object(fields)
    }

    private func node(_ id: NodeID, _ selection: Selection?) -> JSON {
        let node = self[id]
        let cost = cost(of: id)
        var fields: [(String, JSON)] = [("id", .int(id.index)), ("op", .string(node.op.mnemonic))]
        fields.append(("attributes", .object(node.op.attributes.map { ($0.key, JSON(attribute: $0.value)) })))
        fields.append(("inputs", .ints(node.inputs.map(\.index))))
        fields.append(("type", node.type.json))
        if !node.name.isEmpty { fields.append(("name", .string(node.name))) }
        if let site = node.site { fields.append(("site", .string(site.description))) }
        if let forward = node.adjointOf { fields.append(("adjointOf", .int(forward.index))) }
        if node.copy > 0 { fields.append(("copy", .int(node.copy))) }
        if let turn = node.turn { fields.append(("turn", .int(turn))) }
        fields += [("flops", .int(cost.flops)), ("bytes", .int(cost.bytes))]
        if let selection, !selection.core.contains(id.index) { fields.append(("neighbour", .bool(true))) }
        if case .fused(let fused) = node.op { fields.append(("fused", fused.graph.json(stage: nil, selection: nil))) }
        return .object(fields)
    }
}

extension TensorType {
    var json: JSON { .object([("element", .string(element.rawValue)), ("shape", .ints(shape))]) }
}
