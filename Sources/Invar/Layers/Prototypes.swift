/// The cosines of each row with trained directions: N×D to N×count, without a bias. The last layer of DINO's and SwAV's heads: rows and
/// prototypes are both brought to length 1 before they are multiplied, so that no prototype wins by its length. (DINO's last layer is
/// weight-normalized with a fixed length of 1; SwAV divides its prototypes by their lengths after each step. The product is the same.)
public struct Prototypes: ComputingLayer {
    /// N×D.
    public typealias Input = Rows

    let count: Int

    /// - Parameter count: how many; 65,536 and 3,000 were published for ImageNet, for DINO and for SwAV.
    public init(_ count: Int) { self.count = count }

    /// `Prototypes(300)`
    public var title: String { "Prototypes(\(count))" }

    /// - Throws: a `Diagnostic` for a count below 1.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expect(count > 0, "\(title) has no directions; give a count of at least 1")
        let weight = try scope.parameter(
            "weight", [count, x.shape[1]], .normal(standardDeviation: 1 / Double(x.shape[1]).squareRoot()))
        return matmul(x.unitRows, weight.unitRows, transposeB: true)
    }
}
