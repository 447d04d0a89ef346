import InvarCompiler
import InvarGraph

/// A nest as code for it is written: its space is seen as outer × rows × columns. Columns are the last axis, and go over vectors. Rows are the axes that are
/// reduced (but for the columns), outer axes are kept. Where nothing is reduced, rows are the axis before the columns.
///
/// A value without names and lines of the description: its text is the key of the code that is made of it.
struct LoopForm: Hashable, Sendable {
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
    let instructions: [LoopNest.Instruction]
    /// What each instruction's value varies with.
    let dependences: [LoopDependence]
    /// What the instructions read: operands first, then indices along axes.
    let sources: [LoopStream]
    let roots: [LoopRoot]

    /// - Parameters:
    ///   - contraction: the number that the result of the contraction before it has among the operands; nothing where there is none.
    ///   - keepsColumns: whether the columns are those of a contraction. Else short rows may be laid end to end.
    init(_ nest: LoopNest, element: ElementType, contraction: Int? = nil, keepsColumns: Bool) {
        operands = nest.sources.compactMap { source in
            switch source.memory {
            case .operand(let number): number
            case .contraction: contraction
            case .index: nil
            }
        }
        instructions = nest.instructions
        let stored = nest.results.compactMap(\.strides)
        let space = LoopSpace(
            nest.axes, nest.sources.map(\.strides) + stored, written: stored.count, reduces: nest.reduces,
            keepsColumns: keepsColumns)
        dependences = nest.varying.map(space.dependence)
        sources = Array(space.streams.prefix(nest.sources.count))
        var places = space.streams.dropFirst(sources.count)
        var slots = 0
        roots = nest.results.map { result in
            switch result.fate {
            case .store: return LoopRoot(result.value, .store(places.removeFirst()))
            case .reduce(let kind):
                defer { slots += kind.slots }
                return LoopRoot(result.value, .reduce(kind, slot: slots))
            }
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
    /// Whether a stream reads as many elements as the space has points, one after the other.
    func isDense(_ stream: LoopStream) -> Bool {
        var distance = columns
        let strides = (outerAxes + rowAxes).reversed().map { size in
            defer { distance *= size }
            return distance
        }
        return stream.column == 1 && stream.group == nil && stream.outer + stream.rows == strides.reversed()
    }

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
    var outer, firstRow, rows, firstColumn: Index
    var columns: Int
}

/// A place of its own for a tile of a stored result: the tile's first element, and how far apart its rows are, in elements.
/// Columns are neighbours.
struct TilePlace {
    var address: Address
    var rowStride: Int
}

extension LoopForm {
    /// Where each slot's sums of a tile go: those of column 0 at `first`, one slot so many elements after the other.
    func slots(_ first: Address?, stride: Int) -> [Address?] {
        (0..<partialSlots).map { slot in first.map { $0 + slot * stride } }
    }
}
