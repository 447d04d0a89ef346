import InvarCompiler
import InvarGraph

extension StepCode {
    /// A loop: one loop nest over its tiles, and, where tiles share sums, a kernel that combines these.
    init(_ nest: LoopNest, _ element: ElementType) {
        let form = LoopForm(nest, element: element, keepsColumns: false)
        append(form, operands: form.operands.map { .operand($0) }, results: form.roots.indices.map { .result($0) })
    }

    /// A nest over all of its space.
    ///
    /// - Parameter operands: where each of the nest's operands lies; `results`: each of its roots.
    mutating func append(_ nest: LoopForm, operands: [Phase.Argument], results: [Phase.Argument]) {
        let kernel = LoopKernel(nest: nest, cut: LoopCut(nest))
        var places = nest.operandPlaces(operands)
        for (root, result) in results.enumerated() { places[.root(root)] = result }
        guard kernel.parts > 1 else { return phases.append(Phase(kernel, places)) }
        let partials = reserve(nest.outer * kernel.parts * kernel.partStride, of: nest.element)
        places[.partials] = partials
        phases.append(Phase(kernel, places))
        let combine = CombineKernel(
            nest, tilesPerOuter: kernel.parts, rowsPerTile: kernel.cut.rowsPerTile,
            columnsPerTile: kernel.cut.columnsPerTile, tileStride: kernel.partStride, slotStride: nest.keptColumns)
        append(combine, partials: partials, results: nest.reduced.map { results[$0] })
    }

    /// Combines the sums that tiles have left.
    mutating func append(_ kernel: CombineKernel, partials: Phase.Argument, results: [Phase.Argument]) {
        var places: [ArgumentName: Phase.Argument] = [.partials: partials]
        for (root, result) in results.enumerated() { places[.root(root)] = result }
        phases.append(Phase(kernel, places))
    }
}

extension LoopForm {
    /// What a kernel calls the addresses of the operands of a loop by itself, or of a prologue.
    var operandNames: [ArgumentName] { operands.indices.map { .operand($0) } }

    func operandPlaces(_ places: [Phase.Argument]) -> [ArgumentName: Phase.Argument] {
        Dictionary(uniqueKeysWithValues: zip(operandNames, places))
    }
}
