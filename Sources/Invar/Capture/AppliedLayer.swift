/// A layer as a walk through a model has met it: between which nodes of the graph it lies. What writes a model down layer by layer
/// finds here what the ops of the graph no longer say.
package struct AppliedLayer: Sendable {
    package let layer: any ComputingLayer
    /// What the names of its parameters begin with: `encoder.layer1.0.conv1`. That of the place around, where it has none of its own.
    package let path: String
    /// The line that put it into the model.
    package let site: Site?
    /// What it was given.
    package let input: NodeID
    /// What it made of it. Never the input itself: a layer that does nothing leaves no trace.
    package let output: NodeID
}
