import InvarGraph

extension Program {
    /// What is wrong with the exchanges of a program that somebody wrote by hand: one that is not started or not finished, or whose
    /// memory another step touches while it is under way.
    var problemOfExchanges: String? {
        var underWay: [Int] = []
        for (number, step) in steps.enumerated() {
            if step.kernel.phase == .finish {
                guard let place = underWay.firstIndex(where: { step.isFinish(of: steps[$0]) }) else {
                    return "step \(number) finishes what was not started"
                }
                underWay.remove(at: place)
            }
            for other in underWay {
                if let view = steps[other].conflict(with: step, in: self) {
                    return "step \(number) touches b\(view.buffer), which ranks exchange since step \(other)"
                }
            }
            if step.kernel.phase == .start { underWay.append(number) }
        }
        return underWay.first.map { "step \($0) starts what is not finished" }
    }
}

extension Step {
    /// Whether it finishes the exchange that another step starts.
    package func isFinish(of start: Step) -> Bool {
        kernel.phase == .finish && start.kernel.phase == .start && kernel.collective == start.kernel.collective
            && operands == start.operands && results == start.results
    }

    /// What another step may not touch while this exchange is under way: it touches the result, or writes to the operand.
    fileprivate func conflict(with other: Step, in program: Program) -> View? {
        for view in other.operands where results.contains(where: { program.overlap($0, view) }) { return view }
        return other.results.first { view in (operands + results).contains { program.overlap($0, view) } }
    }
}

extension Program {
    /// Whether two views may name the same memory.
    fileprivate func overlap(_ a: View, _ b: View) -> Bool {
        if a.buffer == b.buffer { return a.extent.overlaps(b.extent) }
        guard let first = arenaBytes(a), let second = arenaBytes(b) else { return false }
        return first.overlaps(second)
    }

    /// Where in the arena a view lies.
    private func arenaBytes(_ view: View) -> Range<Int>? {
        guard case .arena(let offset) = buffers[view.buffer].storage else { return nil }
        let (extent, size) = (view.extent, element.byteCount)
        return (offset + extent.lowerBound * size)..<(offset + (extent.upperBound + 1) * size)
    }
}
