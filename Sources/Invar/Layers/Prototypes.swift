/// The cosines of each row with trained directions: N×D to N×count, without a bias. The last layer of DINO's and SwAV's heads: rows and
/// prototypes are both brought to length 1 before they are multiplied, so that no prototype wins by its length. (DINO's last layer is
/// weight-normalized with a fixed length of 1; SwAV divides its prototypes by their lengths after each step. The product is the same.)
public struct Prototypes: ComputingLayer {
    /// N×D.
    public typealias Input = Rows

    let count: Int
    let frozenSteps: Int

    /// - Parameters:
    ///   - count: how many; 65,536 and 3,000 were published for ImageNet, for DINO and for SwAV.
    ///   - frozenSteps: for so many steps the directions stay what they are at the beginning, while what comes before them learns. Published: 313 for SwAV,
    ///     and the first epoch for DINO.
    public init(_ count: Int, frozenSteps: Int = 0) { (self.count, self.frozenSteps) = (count, frozenSteps) }

    /// `Prototypes(300)`
    public var title: String { "Prototypes(\(count))" }

    /// - Throws: a `Diagnostic` for a count below 1.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expect(count > 0, "\(title) has no directions; give a count of at least 1")
        try scope.expect(frozenSteps >= 0, "\(title) is frozen for \(frozenSteps) steps; give 0 or more")
        var weight = try scope.parameter(
            "weight", [count, x.shape[1]], .normal(standardDeviation: 1 / Double(x.shape[1]).squareRoot()))
        if frozenSteps > 0 {
            let isFree = try scope.stepsTaken().compare(.greaterOrEqual, Double(frozenSteps))
            weight = weight * isFree + weight.stopGradient() * (1 - isFree)
        }
        return matmul(x.unitRows, weight.unitRows, transposeB: true)
    }
}
