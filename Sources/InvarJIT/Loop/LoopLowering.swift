import InvarCompiler
import InvarGraph

/// A fused step without a contraction: one loop nest.
struct LoopLowering {
    let code: StepCode

    init(_ fused: Fused, _ step: Step, _ element: ElementType, _ target: CodeTarget) {
        preconditionFailure("internal: not written yet")
    }
}
