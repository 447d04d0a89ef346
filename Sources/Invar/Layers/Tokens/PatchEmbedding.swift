/// Cuts the image into squares and turns each into a token: N×H×W×C to N×T×width, T = (H / patch) · (W / patch), row by
/// row. A convolution whose kernel is its stride (Dosovitskiy et al. 2021).
public struct PatchEmbedding: ComputingLayer {
    /// N×H×W×C.
    public typealias Input = Maps
    /// N×T×width.
    public typealias Output = Tokens

    let patch: Int
    let width: Int

    /// - Parameters:
    ///   - patch: height and width of a square in pixels; it divides the image's.
    ///   - width: channels of a token.
    public init(patch: Int, width: Int) {
        self.patch = patch
        self.width = width
    }

    /// `PatchEmbedding(patch: 4)`
    public var title: String { "PatchEmbedding(patch: \(patch))" }

    /// - Throws: a `Diagnostic` where the patch does not divide height and width.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let (height, width) = (x.shape[1], x.shape[2])
        try scope.expect(
            patch > 0 && height % patch == 0 && width % patch == 0,
            "\(title) does not cut \(height)×\(width) pixels evenly; use a patch that divides both"
        )
        let projection = Conv(
            self.width, kernel: patch, stride: patch, padding: 0, bias: true, initial: .uniformFanIn)
        let maps = try scope.apply([Stage(projection.named("proj"), at: nil)], to: x)
        return maps.reshape([maps.shape[0], maps.shape[1] * maps.shape[2], maps.shape[3]])
    }
}
