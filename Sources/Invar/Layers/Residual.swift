/// What its layers give, plus what the shortcut gives: f(x) + shortcut(x). An empty shortcut is x itself (He et al. 2016).
///
/// The layers take their names in the scope around (`conv1`, `bn1`, …), those of the shortcut are `downsample.0`,
/// `downsample.1`, …, as in torchvision.
public struct Residual<K: Kind>: ComputingLayer {
    /// What its layers take and give.
    public typealias Input = K

    private let layers: [Stage]
    private let shortcut: [Stage]

    /// - Parameter layers: they give the shape that they take, which is added to what comes out.
    public init(@StackBuilder _ layers: () -> KindKeeping<K>) {
        self.layers = layers().stages
        shortcut = []
    }

    /// - Parameters:
    ///   - layers: f, they give the kind that they take.
    ///   - shortcut: brings `x` to the shape that f gives.
    public init<S>(
        @StackBuilder _ layers: () -> KindKeeping<K>, @StackBuilder shortcut: () -> KindKeeping<S>
    ) {
        self.layers = layers().stages
        self.shortcut = shortcut().stages
    }

    /// The layers inside take their names in the scope around.
    public var label: LayerLabel { .transparent }

    /// - Throws: a `Diagnostic` where the two summands differ in shape.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let y = try scope.apply(layers, to: x)
        let short = shortcut.isEmpty ? x : try scope.child("downsample", numbered: true).apply(shortcut, to: x)
        try scope.expect(
            y.shape == short.shape,
            "Residual adds its layers' \(y.described) to its shortcut's \(short.described); "
                + (shortcut.isEmpty
                    ? "give it a shortcut: { … } that changes [H, W, C] as its layers do"
                    : "give both the same stride and width"))
        return y + short
    }
}
