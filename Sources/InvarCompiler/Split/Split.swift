import InvarGraph

/// The step over the whole batch becomes one rank's part of it: the same program for each rank, which exchanges with the others what
/// it cannot know. Batch statistics, losses and gradients are those of the whole batch, to rounding.
///
/// It comes after differentiation, so that no collective needs a derivative: a factor R that is forgotten or taken twice, the
/// classic mistake in a gradient through an exchange, cannot be written.
/// - Parameter updates: those of which each rank computes a part.
func splitting(over ranks: Ranks, sharing updates: [SharedUpdate] = []) -> Pass {
    Pass(
        name: "split",
        invariant: "each rank computes its own images' part; states are the same on each, but for shared moments"
    ) { graph in
        var splitter = Splitter(graph, over: ranks, sharing: updates)
        return splitter.run()
    }
}

/// Looks whether ranks, or micro-batches, share the work of a differentiated step, before anything runs.
/// - Throws: a `Diagnostic` with the line of the first convolution or pooling that each rank would compute for all images, or that could
///   not be computed for one micro-batch after another.
public func checkSplit(_ graph: Graph, over ranks: Ranks) throws(Diagnostic) {
    guard ranks.parts > 1 else { return }
    let consequence =
        ranks.count > 1
        ? "so that each of \(ranks.count) ranks would compute it for all images"
        : "so that it cannot be computed for one of \(ranks.microBatches) micro-batches after another"
    let split = (simplification + [splitting(over: ranks)]).run(graph).graph
    let isGathered = split.isGathered
    for node in split.nodes where node.op.is([.convolutions, .pooling]) {
        for operand in node.maps where isGathered[operand.index] {
            throw Diagnostic(
                "\(node.op.mnemonic)\(node.name.isEmpty ? "" : " in \(node.name)") reads maps \(split[operand].type) in which "
                    + "the images do not lie along the first axis, \(consequence); keep the images along the first axis",
                at: node.site)
        }
    }
}

extension Node {
    /// The operands of a convolution or a pooling that are maps, one for each image.
    fileprivate var maps: [NodeID] { op.is([.convolution, .inputGradient, .maxPool]) ? [inputs[0]] : inputs }
}

extension Graph {
    /// For each value whether it was gathered from all ranks, or made of such a one element by element.
    fileprivate var isGathered: [Bool] {
        var found: [Bool] = []
        for node in nodes {
            if case .collective(let collective) = node.op, case .allGather = collective.kind {
                found.append(true)
            } else {
                found.append(node.op.is([.view, .elementwise]) && node.inputs.contains { found[$0.index] })
            }
        }
        return found
    }
}
