import InvarGraph

/// What is wrong with a program that somebody wrote by hand: each function looks at one thing, and gives nothing where all is well.
extension Program {
    func problem(of buffer: Buffer) -> String? {
        do {
            try checkSize(buffer.type)
        } catch {
            return error.message
        }
        guard buffer.type.element == element else { return "\(buffer.type) in a program of \(element.rawValue)" }
        guard case .arena(let offset) = buffer.storage else { return nil }
        guard offset % element.byteCount == 0, offset <= arenaByteCount,
            buffer.type.byteCount <= arenaByteCount - offset
        else { return "\(buffer.type) at \(offset) does not lie in the arena's \(arenaByteCount) bytes" }
        return nil
    }

    func problem(of view: View) -> String? {
        guard view.shape.count == view.strides.count else { return "\(view.strides) are no strides of \(view.shape)" }
        guard holds(view, reach(view.shape, view.strides)) else {
            return "b\(view.buffer)+\(view.offset)\(list(view.shape))by\(list(view.strides)) is not all in its buffer"
        }
        return nil
    }

    /// Whether a walk from the view's first element stays in its buffer.
    private func holds(_ view: View, _ reach: Int?) -> Bool {
        guard let reach, view.offset >= 0 else { return false }
        return reach < buffers[view.buffer].type.count - view.offset
    }

    /// How far the last element is from the first; nothing where that is negative or no number.
    private func reach(_ extents: [Int], _ strides: [Int]) -> Int? {
        var total = 0
        for (extent, stride) in zip(extents, strides) {
            guard extent > 0, stride >= 0 else { return nil }
            let (distance, isTooFar) = (extent - 1).multipliedReportingOverflow(by: stride)
            let (sum, isTooMuch) = total.addingReportingOverflow(distance)
            if isTooFar || isTooMuch { return nil }
            total = sum
        }
        return total
    }

    func problem(of kernel: Kernel, _ operands: [View], _ results: [View]) -> String? {
        switch kernel {
        case .loop(let nest): return problem(of: nest, operands, results, follows: false)
        case .contraction(let contraction): return problem(of: contraction, operands, results)
        case .maxPool(let window): return problem(ofPlain: .maxPool(window), operands, results)
        case .maxPoolGradient(let window): return problem(ofPlain: .maxPoolGradient(window), operands, results)
        case .cholesky: return problem(ofPlain: .cholesky, operands, results)
        case .triangularSolve(let transposed):
            return problem(ofPlain: .triangularSolve(transposed: transposed), operands, results)
        case .collective(let collective, let phase):
            guard phase == .whole || collective.sends else { return "\(collective.mnemonic) has no phases" }
            guard (operands + results).allSatisfy(\.isContiguous), results.count == 1 else {
                return "\(collective.mnemonic) takes one operand without gaps and gives one result"
            }
            return problem(of: .collective(collective), operands.map(\.shape), results[0].shape)
        }
    }

    /// Of a kernel that goes over its operands as they lie.
    private func problem(ofPlain op: Op, _ operands: [View], _ results: [View]) -> String? {
        guard (operands + results).allSatisfy(\.isContiguous), results.count == 1 else {
            return "\(op.mnemonic) takes operands without gaps and gives one result"
        }
        return problem(of: op, operands.map(\.shape), results[0].shape)
    }

    /// Of an op's shapes.
    private func problem(of op: Op, _ operands: [[Int]], _ result: [Int]) -> String? {
        do {
            _ = try resultType(
                of: op, operands.map { TensorType($0, element) }, declared: TensorType(result, element))
            return nil
        } catch {
            return "\(op.mnemonic): \(error.message)"
        }
    }

    // MARK: Nests

    /// - Parameters:
    ///   - results: where the nest's results go.
    ///   - follows: whether there is a contraction that it may read.
    private func problem(of nest: LoopNest, _ operands: [View], _ results: [View], follows: Bool) -> String? {
        let extents = nest.axes.map(\.size)
        do {
            try checkSize(TensorType(extents, element))
        } catch {
            return error.message
        }
        guard nest.results.count == results.count else {
            return "\(results.count) results, and a nest that makes \(nest.results.count)"
        }
        for (index, source) in nest.sources.enumerated() {
            guard source.strides.count == nest.axes.count, let reach = reach(extents, source.strides) else {
                return "x\(index): \(source.strides) are no strides of the axes \(extents)"
            }
            switch source.memory {
            case .index: continue
            case .contraction:
                guard follows, reach < nest.points else { return "x\(index) reads a contraction that is not there" }
            case .operand(let number):
                guard operands.indices.contains(number), holds(operands[number], reach) else {
                    return "x\(index) reads where operand $\(number) of \(operands.count) has no memory"
                }
            }
        }
        for (index, instruction) in nest.instructions.enumerated() {
            guard instruction.inputs.allSatisfy({ (0..<index).contains($0) }), isReadable(instruction, nest.sources)
            else { return "v\(index) reads what is not defined above" }
        }
        for (result, view) in zip(nest.results, results) {
            guard nest.instructions.indices.contains(result.value) else { return "there is no v\(result.value)" }
            switch result.fate {
            case .reduce:
                guard view.isContiguous, view.count == nest.keptPoints else {
                    return "a reduced result of \(nest.keptPoints) elements is to lie in \(list(view.shape))"
                }
            case .store(let strides):
                guard strides.count == nest.axes.count, holds(view, reach(extents, strides)) else {
                    return "v\(result.value) is stored where its result has no memory"
                }
            }
        }
        return nil
    }

    private func isReadable(_ instruction: LoopNest.Instruction, _ sources: [LoopNest.Source]) -> Bool {
        switch instruction {
        case .load(let source): sources.indices.contains(source) && sources[source].memory != .index
        case .index(let source): sources.indices.contains(source) && sources[source].memory == .index
        case .constant, .unary, .binary, .compare, .select: true
        }
    }

    // MARK: Contractions

    private func problem(of contraction: Contraction, _ operands: [View], _ results: [View]) -> String? {
        let wrong = problem(of: contraction.kind.op, contraction.operands.map(\.shape), contraction.shape)
        if let wrong { return wrong }
        for operand in contraction.operands {
            if let wrong = problem(of: operand, operands) { return wrong }
        }
        guard results.indices.contains(contraction.result), results[contraction.result].isContiguous,
            results[contraction.result].count == contraction.shape.reduce(1, *)
        else { return "the contraction's \(list(contraction.shape)) does not fit result \(contraction.result)" }
        let written = Set([contraction.result] + (contraction.epilogue?.results ?? []))
        guard written == Set(results.indices) else { return "a result that nothing writes, or one that is not there" }
        guard let epilogue = contraction.epilogue else { return nil }
        guard epilogue.nest.points == contraction.shape.reduce(1, *) else {
            return "an epilogue of \(epilogue.nest.points) points for \(list(contraction.shape))"
        }
        return problem(of: epilogue.nest, operands, epilogue.results.map { results[$0] }, follows: true)
    }

    private func problem(of side: Contraction.Operand, _ operands: [View]) -> String? {
        let count = side.shape.reduce(1, *)
        switch side.origin {
        case .operand(let number):
            guard operands.indices.contains(number), operands[number].isContiguous, operands[number].count == count
            else { return "\(list(side.shape)) is not operand $\(number)" }
            return nil
        case .prologue(let nest):
            guard nest.points == count, nest.results.count == 1, nest.results[0].strides != nil,
                reach(nest.axes.map(\.size), nest.results[0].strides ?? []) == count - 1
            else { return "a prologue makes one tensor \(list(side.shape))" }
            // Where it is stored is the executor's to say: as good as an operand of that size.
            var reading = nest
            reading.results = []
            return problem(of: reading, operands, [], follows: false)
        }
    }
}

extension Contraction.Kind {
    /// The graph's op.
    var op: Op {
        switch self {
        case .product(let transposeA, let transposeB): .matmul(transposeA: transposeA, transposeB: transposeB)
        case .convolution(let window): .convolution(window)
        case .inputGradient(let window): .convolutionInputGradient(window)
        case .weightGradient(let window): .convolutionWeightGradient(window)
        }
    }
}
