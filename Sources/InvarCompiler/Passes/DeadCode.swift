import InvarGraph

package let removeDeadCode = Pass(
    name: "remove dead code", invariant: "every node is needed by an output or an assignment"
) { graph, kept in graph.rebuilt(keeping: kept) }
