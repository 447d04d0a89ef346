import InvarCompiler
import InvarGraph

/// Elementwise ops over one iteration space, with results that are stored at every point or reduced: what a fused node's
/// inner graph is, but for its contraction.
///
/// The space is seen as outer × rows × columns. Columns are the last axis, and go over vectors. Rows are the axes that are
/// reduced (but for the columns), outer axes are kept. Where nothing is reduced, rows are the axis before the columns.
///
/// A value without names and lines of the description: its text is the key of the code that is made of it.
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
    let element: ElementType

    /// Extents of the axes that `outer` and `rows` are made of.
    let outerAxes, rowAxes: [Int]
    let instructions: [LoopInstruction]
    /// What the instructions read: operands first, then indices along axes.
    let sources: [LoopStream]
    let roots: [LoopRoot]

    /// - Parameters:
    ///   - roots: what is stored or reduced, in order.
    ///   - heart: a contraction whose result is there, as an operand of number `heartOperand`.
    ///   - shape: the iteration space.
    ///   - strides: those of the operand of a number, over the space, in elements.
    ///   - resultStrides: for a stored result, its strides; nil for a reduced one, which lies without gaps.
    ///   - keepsColumns: columns are the last axis of `shape`, even where more axes could be walked as one.
    init(
        _ graph: Graph, roots: [NodeID], heart: NodeID?, heartOperand: Int, shape: [Int], strides: (Int) -> [Int],
        resultStrides: [[Int]?], reducedAxes: [Int], element: ElementType, keepsColumns: Bool = true
    ) {
        let code = LoopInstructions(graph, roots: roots, heart: heart, heartOperand: heartOperand)
        let stored = resultStrides.compactMap { $0 }
        let indices = code.indexedAxes.map { axis in shape.indices.map { $0 == axis ? 1 : 0 } }
        let space = LoopSpace(
            shape, code.operands.map(strides) + indices + stored, written: stored.count, reduced: Set(reducedAxes),
            keepsColumns: keepsColumns)
        operands = code.operands
        instructions = code.instructions
        sources = Array(space.streams.prefix(code.operands.count + indices.count))
        var places = space.streams.dropFirst(sources.count)
        var slots = 0
        self.roots = zip(roots, resultStrides).map { root, strides in
            if strides != nil { return LoopRoot(code.register(root), .store(places.removeFirst())) }
            guard case .reduce(let kind, _) = graph[root].op else {
                preconditionFailure("internal: a result that is neither stored nor reduced")
            }
            defer { slots += kind.slots }
            return LoopRoot(code.register(graph[root].inputs[0]), .reduce(kind, slot: slots))
        }
        partialSlots = slots
        (outerAxes, rowAxes, columns) = (space.outerAxes, space.rowAxes, space.columns)
        outer = space.outerAxes.reduce(1, *)
        rows = space.rowAxes.reduce(1, *)
        (isRowMajor, reducesColumns) = (space.isRowMajor, space.reducesColumns)
        self.element = element
    }

    /// Indices of the roots.
    var stored: [Int] { roots.indices.filter { roots[$0].place != nil } }
    var reduced: [Int] { roots.indices.filter { roots[$0].place == nil } }
    /// Whether columns are short rows laid end to end, and some source has these rows elsewhere. Which elements make a vector is
    /// then settled when the code is written.
    var isGrouped: Bool { sources.contains { $0.group != nil } }
    /// Numbers that one outer index leaves for one slot.
    var keptColumns: Int { reducesColumns ? 1 : columns }
}

/// A result: what an instruction makes, and what becomes of it.
struct LoopRoot: Hashable, Sendable {
    enum Fate: Hashable, Sendable {
        case store(LoopStream)
        /// Partial results begin at this slot.
        case reduce(Reduction, slot: Int)
    }

    let register: Int
    let fate: Fate

    init(_ register: Int, _ fate: Fate) { (self.register, self.fate) = (register, fate) }

    /// Where a stored one lies.
    var place: LoopStream? { if case .store(let place) = fate { place } else { nil } }
}

extension Reduction {
    /// Numbers that describe a part: a sum; a maximum; Σ(x − x̄)² and x̄.
    var slots: Int {
        switch self {
        case .sum, .max: 1
        case .centredSquares: 2
        }
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

/// A place of its own for a tile of a stored result: the tile's first element, and how far apart its rows are, in elements.
/// Columns are neighbours.
struct TilePlace {
    var address: IRValue
    var rowStride: Int
}
