/// In training, each element becomes 0 with a probability, and what stays is scaled so that the expectation keeps its value:
/// y = x · [u ≥ rate] / (1 − rate), u uniform in 0..<1 (Srivastava et al., JMLR 2014). In evaluation nothing happens.
///
/// Each view, step and layer draws its own numbers.
public struct Dropout: ComputingLayer {
    let rate: Double

    /// - Parameter rate: the probability of a 0, from 0 (nothing happens) to below 1.
    public init(_ rate: Double = 0.5) { self.rate = rate }

    /// `Dropout(0.5)`
    public var title: String { "Dropout(\(rate))" }

    /// - Throws: a `Diagnostic` for a rate that is none.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expect(
            rate >= 0 && rate < 1, "\(title): a rate is the share of elements that become 0, from 0 to below 1")
        guard rate > 0, let uniform = try scope.random(x.shape) else { return x }
        return x * (uniform.compare(.greaterOrEqual, rate) * (1 / (1 - rate)))
    }
}
