import InvarCompiler
import InvarGraph

/// A loop: one loop nest over its tiles, and, where tiles share sums, a kernel that combines these.
struct LoopLowering {
    let code: StepCode

    init(_ nest: LoopNest, _ element: ElementType) {
        let form = LoopForm(nest, element: element, keepsColumns: false)
        var bytes = 0
        let phases = Self.phases(
            form, operands: form.operands.map { .operand($0) }, results: form.roots.indices.map { .result($0) }
        ) { elements in
            bytes = elements * element.byteCount
            return .shared(0)
        }
        code = StepCode(phases: phases, sharedBytes: bytes)
    }

    /// A nest over all of its space.
    ///
    /// - Parameters:
    ///   - operands: where each of the nest's operands lies; `results`: each of its roots.
    ///   - reserve: gives scratch memory for so many elements.
    static func phases(
        _ nest: LoopForm, operands: [Phase.Argument], results: [Phase.Argument],
        reserve: (_ elements: Int) -> Phase.Argument
    ) -> [Phase] {
        let kernel = LoopKernel(nest: nest, cut: LoopCut(nest))
        var loop = Phase(kernel: kernel, tiles: kernel.cut.tiles, arguments: operands + results)
        guard kernel.parts > 1 else { return [loop] }
        let partials = reserve(nest.outer * kernel.parts * kernel.partStride)
        loop.arguments.append(partials)
        let combine = CombineKernel.phase(
            nest, tilesPerOuter: kernel.parts, rowsPerTile: kernel.cut.rowsPerTile,
            columnsPerTile: kernel.cut.columnsPerTile, tileStride: kernel.partStride, slotStride: nest.keptColumns,
            partials: partials, results: nest.reduced.map { results[$0] })
        return [loop, combine]
    }
}
