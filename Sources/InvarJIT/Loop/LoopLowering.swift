import InvarCompiler
import InvarGraph

/// A fused step without a contraction: one loop nest over its tiles, and, where tiles share sums, a kernel that combines these.
struct LoopLowering {
    let code: StepCode

    init(_ fused: Fused, _ step: Step, _ element: ElementType, _ target: CodeTarget) {
        let roots = fused.graph.outputs.map(\.node)
        let nest = LoopNest(
            fused.graph, roots: roots, heart: nil, heartOperand: 0, shape: fused.iterationShape,
            strides: { step.operands[$0].strides },
            resultStrides: roots.indices.map { fused.stores($0) ? step.results[$0].strides : nil },
            reducedAxes: fused.reducedAxes ?? [], element: element, keepsColumns: false)
        precondition(
            nest.reduced.allSatisfy { step.results[$0].isContiguous }, "internal: a reduced result has gaps")
        var bytes = 0
        let phases = Self.phases(
            nest, operands: nest.operands.map { .operand($0) }, results: roots.indices.map { .result($0) }
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
        _ nest: LoopNest, operands: [Phase.Argument], results: [Phase.Argument],
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
