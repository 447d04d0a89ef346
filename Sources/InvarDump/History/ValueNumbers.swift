import InvarGraph

/// Gives every value a number: two nodes, of one graph or of several, have the same number where they compute the same in
/// the same way. Seen through kernels: a fused node has the number of what it was fused from.
struct ValueNumbers {
    private struct Key: Hashable {
        let op: Op
        let inputs: [Int]
        let type: TensorType
    }

    private var known: [Key: Int] = [:]

    /// One number for each node, in order.
    mutating func numbers(of graph: Graph) -> [Int] { numbers(of: graph, operands: nil) }

    /// - Parameter operands: inside a kernel, the numbers of what its inputs "0", "1", … stand for.
    private mutating func numbers(of graph: Graph, operands: [Int]?) -> [Int] {
        var numbers: [Int] = []
        var results: [NodeID: [Int]] = [:]
        for (id, node) in zip(graph.ids, graph.nodes) {
            if case .fused(let fused) = node.op {
                let inside = self.numbers(of: fused.graph, operands: node.inputs.map { numbers[$0.index] })
                results[id] = fused.graph.outputs.map { inside[$0.node.index] }
            }
            numbers.append(number(of: node, id, numbers, results, operands))
        }
        return numbers
    }

    private mutating func number(
        of node: Node, _ id: NodeID, _ numbers: [Int], _ results: [NodeID: [Int]], _ operands: [Int]?
    ) -> Int {
        let inputs = node.inputs.map { numbers[$0.index] }
        if node.op.is(.fused), let first = results[id]?.first { return first }
        if case .result(let index) = node.op, let known = results[node.inputs[0]], known.indices.contains(index) {
            return known[index]
        }
        if case .input(let name) = node.op, let operands, let position = Int(name) { return operands[position] }
        // after differentiation it is the identity, and passes may treat it so
        if node.op.is(.stopGradient) { return inputs[0] }
        let key = Key(op: node.op, inputs: inputs, type: node.type)
        if let number = known[key] { return number }
        known[key] = known.count
        return known.count - 1
    }
}
