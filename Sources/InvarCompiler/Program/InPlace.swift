import InvarGraph

extension Program {
    /// A kernel that stores a result over its whole iteration space writes it over an operand of the same shape that nothing
    /// needs any more: the two become one buffer. So does a sum over the ranks.
    mutating func runInPlace() {
        var lastUse = [Int](repeating: -1, count: buffers.count)
        var firstUse = [Int](repeating: steps.count, count: buffers.count)
        for (time, step) in steps.enumerated() {
            for view in step.operands + step.results {
                lastUse[view.buffer] = time
                firstUse[view.buffer] = min(firstUse[view.buffer], time)
            }
        }
        for output in outputs { lastUse[output.view.buffer] = steps.count }
        var place = Array(buffers.indices)
        let finishes = steps.indices.map { finish(of: $0) }
        for time in steps.indices {
            steps[time].move(to: place)
            if let last = finishes[time], let operand = operandToReduce(time, until: last, firstUse, lastUse, place) {
                let result = steps[time].results[0].buffer
                place[result] = operand
                steps[time].results[0].buffer = operand
                lastUse[operand] = lastUse[result]
            }
            guard let nest = steps[time].kernel.loop else { continue }
            for (index, result) in steps[time].results.enumerated() where firstUse[result.buffer] == time {
                guard isWholeBuffer(result), nest.results[index].strides != nil,
                    let operand = steps[time].operands.first(where: { operand in
                        operand.buffer != result.buffer && lastUse[operand.buffer] == time && isWholeBuffer(operand)
                            && operand.shape == result.shape
                            && steps[time].operands.allSatisfy { $0.buffer != operand.buffer || $0 == operand }
                            && steps[time].results.allSatisfy { $0.buffer != operand.buffer }
                    })
                else { continue }
                place[result.buffer] = operand.buffer
                steps[time].results[index].buffer = operand.buffer
                lastUse[operand.buffer] = lastUse[result.buffer]
            }
        }
        for index in outputs.indices { outputs[index].view.buffer = place[outputs[index].view.buffer] }
        forgetUnusedBuffers()
    }

    /// The step by which a sum over the ranks that begins at a step is over; nothing where none begins.
    private func finish(of start: Int) -> Int? {
        guard let collective = steps[start].kernel.collective, collective.kind == .allReduce else { return nil }
        switch steps[start].kernel.phase {
        case .whole: return start
        case .start: return steps[start...].firstIndex { $0.isFinish(of: steps[start]) }
        case .finish, nil: return nil
        }
    }

    /// The buffer that a sum over the ranks may be written over: nothing else reads it while the sum is under way, or afterwards.
    private func operandToReduce(
        _ time: Int, until last: Int, _ firstUse: [Int], _ lastUse: [Int], _ place: [Int]
    ) -> Int? {
        let (operand, result) = (steps[time].operands[0], steps[time].results[0])
        guard firstUse[result.buffer] == time, isWholeBuffer(operand), isWholeBuffer(result),
            operand.buffer != result.buffer, lastUse[operand.buffer] == last,
            // steps to come still have the old names
            time == last
                || steps[(time + 1)..<last].allSatisfy({ step in
                    (step.operands + step.results).allSatisfy { place[$0.buffer] != operand.buffer }
                })
        else { return nil }
        return operand.buffer
    }

    /// An intermediate value that fills its buffer, row by row.
    private func isWholeBuffer(_ view: View) -> Bool {
        guard case .arena = buffers[view.buffer].storage else { return false }
        return view.isContiguous && view.count == buffers[view.buffer].type.count
    }

    private mutating func forgetUnusedBuffers() {
        let views = steps.flatMap { $0.operands + $0.results } + (inputs + states + outputs).map(\.view)
        let used = Set(views.map(\.buffer))
        var new = [Int](repeating: -1, count: buffers.count)
        for (number, old) in buffers.indices.filter(used.contains).enumerated() { new[old] = number }
        buffers = buffers.indices.filter(used.contains).map { buffers[$0] }
        for time in steps.indices { steps[time].move(to: new) }
        for index in inputs.indices { inputs[index].view.buffer = new[inputs[index].view.buffer] }
        for index in states.indices { states[index].view.buffer = new[states[index].view.buffer] }
        for index in outputs.indices { outputs[index].view.buffer = new[outputs[index].view.buffer] }
    }
}

extension Step {
    /// Names its buffers anew: each number becomes what stands at its place.
    fileprivate mutating func move(to new: [Int]) {
        for index in operands.indices { operands[index].buffer = new[operands[index].buffer] }
        for index in results.indices { results[index].buffer = new[results[index].buffer] }
    }
}
