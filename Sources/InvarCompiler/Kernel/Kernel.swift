import InvarGraph

/// What a step of a program computes: the vocabulary that everything after the planner reads. Executors, cost, profile and dumps
/// ask a kernel, never the graph op that it was made of.
///
/// A kernel speaks of its step's operands and results by their numbers; where these lie is the step's to say.
public enum Kernel: Hashable, Sendable {
    case loop(LoopNest)
    case contraction(Contraction)
    /// Of one operand, N×H×W×C. What lies in the padding never wins.
    case maxPool(Window)
    /// Of the output's gradient and of what was pooled: the gradient goes to the first maximum of each window, row by row.
    case maxPoolGradient(Window)
    /// L of A = L·Lᵀ, of matrices that lie one after another.
    case cholesky
    /// Of L and B: L⁻¹·B, or L⁻ᵀ·B.
    case triangularSolve(transposed: Bool)
    /// Of one operand, with one result, both without gaps: what the other ranks that run the program have part in.
    case collective(Collective, CollectivePhase)
}

/// How much of an exchange a step is. One that other steps may run beside is two steps of the same operand and result: from the start
/// to the finish nothing else touches the result, and nothing writes to the operand.
public enum CollectivePhase: String, Hashable, Sendable, CaseIterable {
    /// All of it.
    case whole
    /// The operand is there.
    case start
    /// The result is there afterwards.
    case finish
}

extension Kernel {
    /// The contraction, if it is one.
    public var contraction: Contraction? { if case .contraction(let contraction) = self { contraction } else { nil } }
    /// The exchange between ranks, if it is one.
    public var collective: Collective? { if case .collective(let collective, _) = self { collective } else { nil } }
    /// How much of an exchange it is, if it is one.
    public var phase: CollectivePhase? { if case .collective(_, let phase) = self { phase } else { nil } }
    /// The nest of loops, if it is one.
    public var loop: LoopNest? { if case .loop(let nest) = self { nest } else { nil } }

    /// All nests that it consists of: itself, or a contraction's prologues and its epilogue.
    public var nests: [LoopNest] {
        switch self {
        case .loop(let nest): [nest]
        case .contraction(let contraction): contraction.nests
        case .maxPool, .maxPoolGradient, .cholesky, .triangularSolve, .collective: []
        }
    }

    /// One word: `loop`, `convolution`, `maxPool.gradient`, `allReduce.start`.
    public var mnemonic: String {
        switch self {
        case .loop: "loop"
        case .contraction(let contraction): contraction.kind.mnemonic
        case .maxPool: "maxPool"
        case .maxPoolGradient: "maxPool.gradient"
        case .cholesky: "cholesky"
        case .triangularSolve: "triangularSolve"
        case .collective(let collective, let phase):
            collective.mnemonic + (phase == .whole ? "" : "." + phase.rawValue)
        }
    }
}
