/// An input of a training step that is filled with numbers uniform in 0..<1 before each step.
package struct RandomInput: Sendable, Hashable {
    /// The view that it is for, and where it is drawn: `view1.encoder.dropout1.random`.
    package let name: String
    package let type: TensorType
}
