import InvarGraph

/// −log softmax(logits)[label] of each row, N×1.
/// - Parameter labels: one-hot, N×classes.
func crossEntropy(_ logits: Tensor, _ labels: Tensor) -> Tensor {
    logSumExp(logits, axis: 1, keepingAxes: true) - (logits * labels).sum([1], keepingAxes: true)
}
