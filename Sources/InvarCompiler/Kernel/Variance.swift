import InvarGraph

// What follows from a nest for everybody who carries it out: where a value can be computed once, and how long it is needed.

extension LoopNest {
    /// For each value whether it differs along each of the axes: it can be computed outside of the loops along which it does not.
    public var varying: [[Bool]] {
        instructions.reduce(into: []) { found, instruction in
            switch instruction {
            case .load(let source), .index(let source):
                found.append(zip(axes, sources[source].strides).map { $0.size > 1 && $1 != 0 })
            case .constant, .unary, .binary, .compare, .select:
                found.append(
                    axes.indices.map { axis in instruction.inputs.contains { found[$0][axis] } })
            }
        }
    }

    /// For each value the last instruction that reads it: itself where none does, and one more than there are where it is a result.
    public var lastReaders: [Int] {
        var last = Array(instructions.indices)
        for (index, instruction) in instructions.enumerated() {
            for input in instruction.inputs { last[input] = index }
        }
        for result in results { last[result.value] = instructions.count }
        return last
    }
}
