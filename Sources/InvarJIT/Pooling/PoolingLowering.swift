import InvarCompiler
import InvarGraph

/// Max-pooling and its gradient.
struct PoolingLowering {
    let forward, gradient: StepCode

    init(_ window: Window, _ step: Step, _ element: ElementType, _ target: CodeTarget) {
        preconditionFailure("internal: not written yet")
    }
}
