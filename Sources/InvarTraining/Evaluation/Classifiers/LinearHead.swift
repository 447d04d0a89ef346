import Invar
import InvarGraph

/// A linear layer on representations, to be trained: weights start normal with a deviation of 0.01, biases at 0.
package struct LinearHead {
    let weight: StateSpec
    let bias: StateSpec

    init(width: Int, classes: Int) {
        weight = StateSpec(
            name: "head.weight", type: TensorType([classes, width]), role: .parameter,
            initializer: .normal(standardDeviation: 0.01))
        bias = StateSpec(name: "head.bias", type: TensorType([classes]), role: .parameter, initializer: .zeros)
    }

    package var states: [StateSpec] { [weight, bias] }

    /// x·Wᵀ + b: N×classes.
    func logits(_ x: Tensor, _ builder: GraphBuilder) -> Tensor {
        matmul(x, builder.state(weight.name, weight.type), transposeB: true) + builder.state(bias.name, bias.type)
    }

    /// With the values that a session holds.
    func classifier(_ store: StateStore) -> LinearClassifier {
        LinearClassifier(
            weights: store.values(weight).map(Double.init), biases: store.values(bias).map(Double.init),
            width: weight.type.shape[1])
    }
}
