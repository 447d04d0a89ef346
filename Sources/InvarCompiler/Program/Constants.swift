extension Program {
    /// Buffers of states that no step writes: between one run and the next only the caller changes them.
    public var constantStates: Set<Int> {
        let written = Set(steps.flatMap(\.results).map(\.buffer))
        return Set(states.map(\.view.buffer)).subtracting(written)
    }

    /// For each step, which of its operands are such states.
    public var constantOperands: [Set<Int>] {
        let constant = constantStates
        return steps.map { step in Set(step.operands.indices.filter { constant.contains(step.operands[$0].buffer) }) }
    }
}
