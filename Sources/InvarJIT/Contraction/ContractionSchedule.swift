import InvarGraph

/// How a contraction is cut up: what changes its speed and not its meaning.
struct ContractionSchedule: Hashable, Sendable, CustomStringConvertible {
    /// Rows and vectors of columns that the micro-kernel keeps in registers.
    var rows, vectors: Int
    /// How much of the reduction runs before the next panel of columns: what the first-level cache holds of a panel.
    var depth: Int
    /// Rows and columns of the result that one tile computes, about.
    var tileRows, tileColumns: Int

    var description: String { "\(rows)x\(vectors) registers, \(depth) deep, tiles \(tileRows)x\(tileColumns)" }

    /// What suits the target, for a result of so many rows and columns.
    init(rows: Int, columns: Int, depth: Int, type: LaneType, target: CodeTarget) {
        let narrow = columns <= type.lanes
        vectors = narrow ? 1 : 2
        self.rows = target.registers == 32 ? (narrow ? 14 : 12) : (narrow ? 12 : 6)
        self.depth = 512
        tileRows = 96
        tileColumns = 512
    }
}
