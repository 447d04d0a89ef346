/// Makes all columns of a table alike: (x − mean) / standard deviation, both of the column over the rows that the run is
/// trained on. It stands first in `Encoder(features:)`.
///
/// Both are known before the first step and never change. They are part of the encoder, in `encoder.safetensors` as `mean` and
/// `std`: who uses the encoder gives it rows in the file's units. A column that does not vary is only shifted.
public struct Standardize: ComputingLayer {
    /// N×C.
    public typealias Input = Rows

    /// The layer has no settings.
    public init() {}

    /// (x − mean) / std
    /// - Throws: a `Diagnostic` where it does not stand at the beginning of an encoder of rows.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expect(
            scope.isInput(x),
            "Standardize knows the columns of the rows that go in, and stands behind another layer; write it first in "
                + "Encoder(features:), or use BatchNorm() here")
        let width = x.shape[1]
        return (x - (try scope.column("mean", .mean, width))) / (try scope.column("std", .deviation, width))
    }
}
