import InvarCompiler
import InvarGraph

/// A contraction with its prologue and its epilogue.
struct ContractionLowering {
    let code: StepCode

    init(_ fused: Fused, heart: NodeID, _ step: Step, _ element: ElementType, _ target: CodeTarget) {
        preconditionFailure("internal: not written yet")
    }

    init(_ step: Step, _ element: ElementType, _ target: CodeTarget) {
        preconditionFailure("internal: not written yet")
    }
}
