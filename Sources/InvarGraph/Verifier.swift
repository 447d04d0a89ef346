extension Graph {
    /// Checks what every pass must keep: inputs come first, types obey the shape rules, one element type throughout,
    /// kernels that are elementwise, outputs that exist, names that are used once. Returns what is wrong, in words; nothing where all is right.
    public func problems() -> [String] {
        var found: [String] = []
        var assigned: Set<String> = []
        var leaves: [String: TensorType] = [:]
        for id in ids {
            let node = self[id]
            if let late = node.inputs.first(where: { $0 >= id || $0.index < 0 }) {
                found.append("\(id) uses \(late), which does not come before it")
                continue
            }
            do {
                _ = try resultType(of: node.op, node.inputs.map { self[$0].type }, declared: node.type)
            } catch {
                found.append("\(id) \(node.op.mnemonic) \(node.name): \(error.message)")
            }
            if let forward = node.adjointOf, forward >= id || forward.index < 0 {
                found.append("\(id) is the adjoint of \(forward), which does not come before it")
            }
            if node.type.element != nodes[0].type.element {
                found.append("\(id) is \(node.type) in a graph of \(nodes[0].type.element.rawValue)")
            }
            if let name = node.op.valueName {
                let key = node.op.mnemonic + " " + name
                if node.op.is(.assign) {
                    if !assigned.insert(name).inserted { found.append("\(id): state \(name) is assigned twice") }
                } else if let other = leaves.updateValue(node.type, forKey: key), other != node.type {
                    found.append("\(id): \(key) is both \(other) and \(node.type)")
                }
            }
            if case .result(let index) = node.op, !isOutput(index, node.type, of: node.inputs[0]) {
                found.append("\(id) is no output \(index) of \(node.inputs[0])")
            }
            if case .fused(let fused) = node.op {
                found += (fused.graph.problems() + fused.problems()).map { "inside \(id): \($0)" }
            }
        }
        for output in outputs where !nodes.indices.contains(output.node.index) {
            found.append("output \(output.name) is \(output.node), which does not exist")
        }
        if Set(outputs.map(\.name)).count < outputs.count { found.append("two outputs have one name") }
        return found + assignmentProblems(leaves)
    }

    /// Whether a node is a kernel that has a further result of this number and type.
    private func isOutput(_ index: Int, _ type: TensorType, of id: NodeID) -> Bool {
        guard case .fused(let fused) = self[id].op, index > 0, fused.graph.outputs.indices.contains(index)
        else { return false }
        return fused.graph[fused.graph.outputs[index].node].type == type
    }

    private func assignmentProblems(_ leaves: [String: TensorType]) -> [String] {
        assignments.compactMap { id in
            guard case .assign(let name) = self[id].op, let type = leaves["state " + name], type != self[id].type
            else { return nil }
            return "\(id): state \(name) is \(type) but is assigned \(self[id].type)"
        }
    }
}

extension Fused {
    /// A kernel runs over one iteration space, element by element; reductions can only be results; one contraction at most.
    func problems() -> [String] {
        let roots = Set(graph.outputs.map(\.node))
        var found = graph.outputs.enumerated().compactMap { index, output in
            output.name == "\(index)" ? nil : "output \(index) is named \(output.name)"
        }
        for id in graph.ids {
            let op = graph[id].op
            let isAllowed =
                if case .reduce(_, let axes) = op {
                    roots.contains(id) && axes == reducedAxes
                } else if op.is(.reshape) {
                    heart.map { graph[id].inputs[0] == $0 || graph[$0].inputs.contains(id) } ?? false
                } else {
                    op.is([.input, .immediate, .elementwise, .contraction])
                }
            if !isAllowed { found.append("\(id) \(op.mnemonic) cannot be part of a kernel") }
        }
        if graph.ids.count(where: { graph[$0].op.is(.contraction) }) > 1 {
            found.append("two contractions in one kernel")
        }
        let space = iterationShape
        for output in graph.outputs where output.node != heart {
            let node = graph[output.node]
            let shape = node.op.is(.reduce) ? graph[node.inputs[0]].type.shape : node.type.shape
            if shape != space { found.append("output \(output.name) runs over \(shape), not \(space)") }
        }
        return found
    }
}
