/// What a value varies with inside a tile: it is computed in the outermost loop where that is known.
struct LoopDependence: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let rows = LoopDependence(rawValue: 1)
    static let columns = LoopDependence(rawValue: 2)
}

extension LoopSpace {
    /// What a value varies with inside a tile, of along which of the nest's axes it does (`LoopNest.varying`).
    func dependence(_ varying: [Bool]) -> LoopDependence {
        var dependence: LoopDependence = []
        // What short rows leave of the axis that they are laid end to end along may be a single row.
        if zip(rowNumbers, rowAxes).contains(where: { varying[$0] && $1 > 1 }) { dependence.insert(.rows) }
        if columnNumbers.contains(where: { varying[$0] }) { dependence.insert(.columns) }
        return dependence
    }
}

extension LoopForm {
    /// Whether nothing is gained by taking some columns of all rows first: nothing is carried from row to row, and memory is
    /// read and written along the columns.
    var isWalkedByRows: Bool {
        partialSlots == 0 && !isGrouped && !dependences.contains(.columns)
            && (sources + roots.compactMap(\.place)).allSatisfy { $0.column <= 1 }
    }

    /// Which instructions some registers need, themselves included.
    func needed(for registers: [Int]) -> [Bool] {
        var needed = [Bool](repeating: false, count: instructions.count)
        for register in registers { needed[register] = true }
        for index in instructions.indices.reversed() where needed[index] {
            for input in instructions[index].inputs { needed[input] = true }
        }
        return needed
    }
}
