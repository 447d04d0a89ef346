import InvarCompiler

/// What steps of a program are alike in: those of one family are bound by the same things.
package enum StepFamily: String, CaseIterable, Sendable {
    case products
    case convolutions
    case inputGradients = "inputs' gradients"
    case weightGradients = "weights' gradients"
    case loops
    /// Loops that write values which are kept from step to step: weights, moments, running statistics.
    case updates
    case pooling
    case factorizations
    case exchanges

    package init(_ step: Step, in program: Program) {
        self =
            switch step.kernel {
            case .contraction(let contraction):
                switch contraction.kind {
                case .product: .products
                case .convolution: .convolutions
                case .inputGradient: .inputGradients
                case .weightGradient: .weightGradients
                }
            case .loop: step.results.contains { program.buffers[$0.buffer].storage == .state } ? .updates : .loops
            case .maxPool, .maxPoolGradient: .pooling
            case .cholesky, .triangularSolve: .factorizations
            case .collective: .exchanges
            }
    }
}

/// The time of all steps of a family, or of the whole program, beside the least that the machine's limits allow.
package struct FamilyTime: Sendable, Hashable {
    /// Nothing for the whole program.
    package let family: StepFamily?
    package let steps: Int
    /// The sum of the steps' medians.
    package let seconds: Double
    /// The sum over the steps of max(FLOPs ÷ peak, bytes ÷ bandwidth) (the roofline: Williams, Waterman & Patterson 2009).
    package let least: Double?

    /// What part of the roofline the steps reach: more than 1 where operands come from a cache, or where Winograd's method saves operations
    /// that are counted.
    package var ofRoofline: Double? { least.map { $0 / max(seconds, 1e-12) } }
}

extension Profile {
    /// Each family that the program has, those that take longest first, and then the whole.
    package var families: [FamilyTime] {
        func time(_ family: StepFamily?, _ rows: [Row]) -> FamilyTime {
            let least = rows.compactMap { row in row.ofLimit.map { $0 * row.seconds } }
            return FamilyTime(
                family: family, steps: rows.count, seconds: rows.reduce(0) { $0 + $1.seconds },
                least: least.isEmpty ? nil : least.reduce(0, +))
        }
        let parts = Dictionary(grouping: rows, by: \.family).map { time($0.key, $0.value) }
        return parts.sorted { ($1.seconds, $0.steps) < ($0.seconds, $1.steps) } + [time(nil, rows)]
    }
}
