import InvarGraph

/// −log softmax(logits)[label] of each row, N×1.
/// - Parameter labels: one-hot, N×classes.
func crossEntropy(_ logits: Tensor, _ labels: Tensor) -> Tensor {
    // without the highest, no exponential overflows; it takes no part in the derivative
    let highest = logits.max([1], keepingAxes: true).stopGradient()
    let normalizer = log(exp(logits - highest).sum([1], keepingAxes: true)) + highest
    return normalizer - (logits * labels).sum([1], keepingAxes: true)
}
