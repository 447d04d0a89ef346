import InvarGraph

let removeStopGradients = Pass(
    name: "remove stop-gradients", invariant: "no stop-gradient is left: after differentiation it is the identity"
) { graph in
    graph.rebuilt { _, _, node in
        node.op.is(.stopGradient) ? node.inputs[0] : nil
    }
}
