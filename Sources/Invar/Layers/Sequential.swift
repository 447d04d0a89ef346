/// Layers under one name, numbered 0, 1, 2, … whatever they are, as torch's `nn.Sequential` does:
///
///     Sequential("layer1") { BasicBlock(64); BasicBlock(64) }     // layer1.0.conv1.weight, …, layer1.1.bn2.bias
public struct Sequential<Input: Kind, Output: Kind>: ComputingLayer {
    /// The name that it was given.
    public let label: LayerLabel
    /// `Sequential("layer1")`
    public let title: String
    private let layers: [Stage]

    /// - Parameters:
    ///   - name: what the names of its parameters begin with.
    ///   - layers: one after another.
    public init(_ name: String, @StackBuilder _ layers: () -> Stack<Input, Output>) {
        label = .named(name)
        title = "Sequential(\"\(name)\")"
        self.layers = layers().stages
    }

    /// - Throws: what the layers inside throw.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.numberingLayers().apply(layers, to: x)
    }
}
