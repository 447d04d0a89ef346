import InvarCompiler
import InvarGraph

extension Program {
    /// The program as JSON: all that the text form has. docs/dumps.md has the schema.
    public func json() -> String { json(selection: nil).lines }

    /// A selection counts the boxes of the program's diagram: its steps, and after them what it is given.
    func json(selection: Selection?) -> JSON {
        var fields: [(String, JSON)] = [
            ("program", .string(name)), ("stage", .string("program")), ("element", .string(element.rawValue)),
            ("arenaBytes", .int(arenaByteCount)), ("flops", .int(flops)), ("bytes", .int(bytes)),
        ]
        if let selection { fields.append(("selection", .string(selection.title))) }
        fields += [("inputs", named(inputs)), ("states", named(states))]
        fields.append(("buffers", .array(buffers.enumerated().map { buffer($0, $1) })))
        let kept = steps.indices.filter { selection?.contains($0) ?? true }
        fields.append(("steps", .array(kept.map { step($0, selection) })))
        fields.append(("outputs", named(outputs)))
        return .object(fields)
    }

    private func named(_ views: [NamedView]) -> JSON {
        .array(views.map { .object([("name", .string($0.name)), ("view", view($0.view))]) })
    }

    private func buffer(_ index: Int, _ buffer: Buffer) -> JSON {
        .object([("id", .int(index)), ("type", buffer.type.json)] + buffer.storage.fields)
    }

    private func step(_ index: Int, _ selection: Selection?) -> JSON {
        let step = steps[index]
        var fields: [(String, JSON)] = [("id", .int(index)), ("op", .string(step.kernel.mnemonic))]
        fields.append(("operands", .array(step.operands.map(view))))
        fields.append(("results", .array(step.results.map(view))))
        if !step.name.isEmpty { fields.append(("name", .string(step.name))) }
        if let site = step.site { fields.append(("site", .string(site.description))) }
        fields.append(("backward", .bool(step.isBackward)))
        fields += [("flops", .int(step.flops)), ("bytes", .int(step.bytes))]
        if let selection, !selection.core.contains(index) { fields.append(("neighbour", .bool(true))) }
        fields.append(("kernel", step.kernel.json))
        return .object(fields)
    }

    private func view(_ view: View) -> JSON {
        .object([
            ("buffer", .int(view.buffer)), ("offset", .int(view.offset)), ("shape", .ints(view.shape)),
            ("strides", .ints(view.strides)),
        ])
    }
}

extension Buffer.Storage {
    fileprivate var fields: [(String, JSON)] {
        switch self {
        case .input: [("storage", .string("input"))]
        case .state: [("storage", .string("state"))]
        case .arena(let offset): [("storage", .string("arena")), ("offset", .int(offset))]
        }
    }
}
