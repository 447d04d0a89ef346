import InvarGraph

/// Compares the gradients that `gradients(of:withRespectTo:)` writes with central differences, in double precision by
/// the naive evaluator. The points have to be smooth.
///
/// - Parameters:
///   - shapes: the function's operands; random values are drawn unless `values` gives them.
///   - only: the operands to differentiate by; all by default.
///   - function: any tensor; the loss is its sum with random weights, so that each element of a gradient counts.
/// - Returns: what disagrees, in words.
package func derivativeComplaints(
    _ shapes: [[Int]], seed: Int = 1, values: [HostTensor]? = nil, only: [Int]? = nil, tolerance: Double = 1e-7,
    _ function: (GraphBuilder, [Tensor]) -> Tensor
) throws -> [String] {
    var random = SplitMix(seed: seed)
    let builder = GraphBuilder("derivative")
    let operands = shapes.enumerated().map { builder.input("x\($0)", TensorType($1, .float64)) }
    let result = function(builder, operands)
    let weights = builder.input("weights", result.type)
    let loss = (result * weights).sum()
    let chosen = only ?? Array(shapes.indices)
    let gradients = builder.gradients(of: loss, withRespectTo: chosen.map { operands[$0] })
    builder.output("loss", loss)
    for (index, gradient) in zip(chosen, gradients) { builder.output("gradient \(index)", gradient) }
    let graph = try builder.finish()

    var inputs = ["weights": random.tensor(result.shape)]
    for (index, shape) in shapes.enumerated() { inputs["x\(index)"] = values?[index] ?? random.tensor(shape) }
    let outputs = NaiveEvaluator(graph, inputs: inputs).outputs
    let lossAlone = graph.keepingOnlyOutput("loss")

    var complaints = graph.problems()
    for index in chosen {
        guard let point = inputs["x\(index)"], let got = outputs["gradient \(index)"] else { continue }
        var differences = point
        for element in point.values.indices {
            func value(_ offset: Double) -> Double {
                var moved = inputs
                moved["x\(index)"]?.values[element] += offset
                return NaiveEvaluator(lossAlone, inputs: moved).outputs["loss"]?.values[0] ?? .nan
            }
            // Richardson's step takes the error from h² to h⁴.
            let h = 1e-3
            let (wide, narrow) = ((value(h) - value(-h)) / (2 * h), (value(h / 2) - value(-h / 2)) / h)
            differences.values[element] = (4 * narrow - wide) / 3
        }
        let complaint = got.complaint(against: differences, relative: tolerance, absolute: tolerance)
        complaints += complaint.map { ["by operand \(index): \($0)"] } ?? []
    }
    return complaints
}

extension Graph {
    /// What one output needs, and nothing else.
    package func keepingOnlyOutput(_ name: String) -> Graph {
        var result = Graph(self.name)
        guard let root = output(named: name) else { return result }
        var live = [Bool](repeating: false, count: nodes.count)
        live[root.index] = true
        for id in ids.reversed() where live[id.index] {
            for input in self[id].inputs { live[input.index] = true }
        }
        var renamed: [NodeID: NodeID] = [:]
        for id in ids where live[id.index] {
            var node = self[id]
            node.inputs = node.inputs.compactMap { renamed[$0] }
            node.adjointOf = nil
            renamed[id] = result.insert(node)
        }
        if let new = renamed[root] { result.output(name, new) }
        return result
    }
}
