import InvarCompiler

extension Step {
    /// What kind of work it is, in a word or two: `convolution`, `fused convolution`, `fused reduction`.
    package var kind: String {
        switch kernel {
        case .loop(let nest): nest.reduces ? "fused reduction" : "fused"
        case .contraction(let contraction): (contraction.nests.isEmpty ? "" : "fused ") + kernel.mnemonic
        case .maxPool, .maxPoolGradient, .cholesky, .triangularSolve, .collective: kernel.mnemonic
        }
    }
}
