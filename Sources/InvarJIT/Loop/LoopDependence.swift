/// What a value varies with inside a tile: it is computed in the outermost loop where that is known.
struct LoopDependence: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let rows = LoopDependence(rawValue: 1)
    static let columns = LoopDependence(rawValue: 2)
}

extension LoopForm {
    /// What each instruction's value varies with.
    var dependences: [LoopDependence] {
        var result: [LoopDependence] = []
        for instruction in instructions {
            switch instruction {
            case .load(let source), .index(let source):
                var dependence: LoopDependence = []
                if zip(sources[source].rows, rowAxes).contains(where: { $0 != 0 && $1 > 1 }) {
                    dependence.insert(.rows)
                }
                if sources[source].variesWithColumns, columns > 1 { dependence.insert(.columns) }
                result.append(dependence)
            case .constant, .unary, .binary, .compare, .select:
                result.append(instruction.inputs.reduce(into: []) { $0.formUnion(result[$1]) })
            }
        }
        return result
    }

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
