import InvarCompiler
import InvarGraph

/// How far two right results of a step may be apart, in roundings: half the distance between 1 and the number after it.
struct ShadowTolerance {
    /// Of the largest element of the result, where nothing cancels.
    let forward: Double
    /// Of each operand: both executors' results are what operands give that are off by so much.
    let backward: Double
    /// Operands are shaken once, and not in the worst way.
    static let margin = 4.0

    init(_ step: Step) {
        let own = Self.roundings(step.kernel)
        // either may be off by that much, to either side; twice that for the distance of the largest element from the
        // largest partial sum
        forward = own == 0 ? 0 : 4 * (own + 4)
        backward = own + 4
    }

    /// How many roundings an element of the result is off by, in an executor that computes as it should.
    static func roundings(_ kernel: Kernel) -> Double {
        switch kernel {
        case .loop(let nest): roundings(nest)
        case .contraction(let contraction):
            sum(of: contraction.terms) + contraction.nests.reduce(0) { $0 + roundings($1) }
        // Chosen, never rounded.
        case .maxPool: 0
        // The same number for each column, and what the matrix makes of them is found by shaking it.
        case .cholesky, .triangularSolve: sum(of: 1024)
        // Not compared: other ranks have part in it.
        case .collective: 0
        case .maxPoolGradient(let window): sum(of: window.kernel.reduce(1, *))
        }
    }

    /// Errors of n summands mostly cancel: √n of them stay.
    private static func sum(of terms: Int) -> Double { 8 + 4 * Double(max(terms, 1)).squareRoot() }

    private static func roundings(_ nest: LoopNest) -> Double {
        let computed = nest.instructions.reduce(0) { $0 + roundings($1) }
        return nest.results.reduce(computed) { total, result in
            switch result.reduction {
            case nil, .max: total
            case .sum, .centredSquares: total + sum(of: nest.points / max(nest.keptPoints, 1))
            }
        }
    }

    private static func roundings(_ instruction: LoopNest.Instruction) -> Double {
        switch instruction {
        // Moved, chosen or compared, never rounded.
        case .load, .index, .constant, .compare, .select: 0
        case .unary(let kind, _): kind.roundings
        case .binary(let kind, _, _): kind.roundings
        }
    }
}
