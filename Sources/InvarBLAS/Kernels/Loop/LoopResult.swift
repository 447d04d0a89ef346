/// What becomes of a register of a tape.
package struct LoopResult: Sendable, Equatable {
    package enum Kind: UInt8, Sendable, CaseIterable {
        /// Its value at every point.
        case store
        /// Its sum, or largest value, over the reduced axes.
        case sum, maximum
        /// Σ(x − x̄)² over the reduced axes, x̄ being the mean over them: n times the variance.
        ///
        /// Σx² − n·x̄² would cancel. Instead, blocks are centred on a mean of their own and joined by
        /// M₂ = M₂ᵃ + M₂ᵇ + δ²·nᵃ·nᵇ/n (Chan, Golub, LeVeque: Algorithms for computing the sample variance, 1983).
        case centredSquares

        /// What it gives over nothing.
        var identity: Double { self == .maximum ? -.infinity : 0 }
        /// Vectors of sums of blocks, and of totals, that it takes.
        var sumPlanes: Int { self == .centredSquares ? 3 : 1 }
        var totalPlanes: Int { self == .centredSquares ? 2 : 1 }
    }

    package var register: Int
    package var kind: Kind
    /// A stored result's stride along each axis, in elements; contiguous row-major if nil. Reductions are contiguous, and have size 1
    /// along the reduced axes.
    package var strides: [Int]?

    package init(register: Int, kind: Kind = .store, strides: [Int]? = nil) {
        precondition(kind == .store || strides == nil, "internal: a reduction with strides")
        (self.register, self.kind, self.strides) = (register, kind, strides)
    }
}
