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
        let kernel = LoopKernel(nest: nest, cut: LoopCut(nest))
        let arguments =
            nest.operands.map { Phase.Argument.operand($0) } + roots.indices.map { Phase.Argument.result($0) }
        guard kernel.parts > 1 else {
            code = StepCode(phases: [Phase(kernel: kernel, tiles: kernel.cut.tiles, arguments: arguments)])
            return
        }
        let loop = Phase(kernel: kernel, tiles: kernel.cut.tiles, arguments: arguments + [.shared(0)])
        let combine = CombineKernel.phase(
            nest, tilesPerOuter: kernel.parts, rowsPerTile: kernel.cut.rowsPerTile,
            columnsPerTile: kernel.cut.columnsPerTile, tileStride: kernel.partStride, slotStride: nest.keptColumns,
            partials: .shared(0), results: nest.reduced.map { .result($0) })
        code = StepCode(
            phases: [loop, combine], sharedBytes: nest.outer * kernel.parts * kernel.partStride * element.byteCount)
    }
}
