import InvarCompiler
import InvarGraph

/// Elementwise ops over one iteration space, with results that are stored at every point or reduced: what a fused node's
/// inner graph is, but for its contraction.
///
/// The space is seen as outer × rows × columns. Columns are the last axis, and go over vectors. Rows are the axes that are
/// reduced (but for the columns), outer axes are kept.
struct LoopNest: Hashable, Sendable {
    /// The step's operands that it reads, in the order of the addresses that `emit` takes.
    let operands: [Int]
    /// Extents: points of the space are outer · rows · columns.
    let outer, rows, columns: Int
    /// Whether outer axes come before rows in the space, so that `outer · rows` of them, flattened, are the rows of a
    /// contraction's result.
    let isRowMajor: Bool
    let reducesColumns: Bool
    /// Numbers that a tile leaves for each of its columns (or one, where columns are reduced), over all reduced results.
    let partialSlots: Int

    /// - Parameters:
    ///   - roots: what is stored or reduced, in order.
    ///   - heart: a contraction whose result is there, as an operand of number `heartOperand`.
    ///   - shape: the iteration space.
    ///   - strides: those of the operand of a number, over the space, in elements.
    ///   - resultStrides: for a stored result, its strides; nil for a reduced one.
    init(
        _ graph: Graph, roots: [NodeID], heart: NodeID?, heartOperand: Int, shape: [Int], strides: (Int) -> [Int],
        resultStrides: [[Int]?], reducedAxes: [Int], element: ElementType
    ) {
        preconditionFailure("internal: not written yet")
    }
}

/// A box of a nest's space: rows of one outer index, and some columns.
struct LoopTile {
    var outer: IRValue
    var firstRow: IRValue
    var rows: Int
    var firstColumn: IRValue
    var columns: Int
}
