import InvarGraph

let removeStopGradients = Pass(
    name: "remove stop-gradients", invariant: "no stop-gradient is left: after differentiation it is the identity"
) { graph in
    graph.rewritten { _, _, node in
        if case .stopGradient = node.op { node.inputs[0] } else { nil }
    }
}
