import InvarGraph

extension Graph {
    /// A smaller graph for which `fails` still holds: without some of the outputs and assignments, and with inputs in
    /// place of values.
    package func shrunk(while fails: (Graph) -> Bool) -> Graph {
        var smallest = self
        var isShrinking = true
        while isShrinking {
            isShrinking = false
            let roots = smallest.roots
            for dropped in roots.indices where roots.count > 1 {
                let candidate = smallest.rebuilt(droppingRoot: dropped, cutting: nil)
                if fails(candidate) {
                    (smallest, isShrinking) = (candidate, true)
                    break
                }
            }
            if isShrinking { continue }
            for id in smallest.ids.reversed() where !smallest[id].inputs.isEmpty {
                if case .assign = smallest[id].op { continue }
                let candidate = smallest.rebuilt(droppingRoot: nil, cutting: id)
                if candidate.nodes.count < smallest.nodes.count, fails(candidate) {
                    (smallest, isShrinking) = (candidate, true)
                    break
                }
            }
        }
        return smallest
    }

    private func rebuilt(droppingRoot dropped: Int?, cutting cut: NodeID?) -> Graph {
        let outputs = outputs.enumerated().filter { $0.offset != dropped }.map(\.element)
        let assignments = assignments.enumerated().filter { $0.offset + self.outputs.count != dropped }.map(\.element)
        var live = [Bool](repeating: false, count: nodes.count)
        for root in outputs.map(\.node) + assignments { live[root.index] = true }
        for id in ids.reversed() where live[id.index] && id != cut {
            for input in self[id].inputs { live[input.index] = true }
        }
        var result = Graph(name)
        var renamed = [NodeID](repeating: NodeID(0), count: nodes.count)
        for id in ids where live[id.index] {
            var node = self[id]
            node.adjointOf = nil
            if id == cut {
                node = Node(.input("cut \(id)"), type: node.type)
            } else {
                node.inputs = node.inputs.map { renamed[$0.index] }
            }
            renamed[id.index] = result.insert(node)
        }
        for output in outputs { result.output(output.name, renamed[output.node.index]) }
        return result
    }
}

extension Graph {
    /// Values for the inputs and states, from a seed. They are exact in single precision.
    package func randomValues(seed: Int) -> (inputs: [String: HostTensor], states: [String: HostTensor]) {
        var inputs: [String: HostTensor] = [:]
        var states: [String: HostTensor] = [:]
        var random = SplitMix(seed: seed)
        for node in nodes {
            switch node.op {
            case .input(let name): inputs[name] = random.tensor(node.type.shape)
            case .state(let name): states[name] = random.tensor(node.type.shape)
            case .assign(let name):
                if states[name] == nil { states[name] = HostTensor(shape: node.type.shape, filledWith: 0) }
            default: break
            }
        }
        return (inputs, states)
    }

    /// The same graph with another element type.
    package func with(element: ElementType) -> Graph {
        rebuilt { graph, _, node in
            var node = node
            node.type.element = element
            return graph.insert(node)
        }.graph
    }
}
