import InvarCompiler
import InvarGraph

extension Step {
    /// What kind of work it is, in a word or two: `convolution`, `fused convolution`, `fused reduction`.
    package var kind: String {
        guard case .fused(let fused) = op else { return op.mnemonic }
        if let heart = fused.heart { return "fused \(fused.graph[heart].op.mnemonic)" }
        return fused.reducedAxes == nil ? "fused" : "fused reduction"
    }
}
