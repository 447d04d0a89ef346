import InvarLinearAlgebra

/// The class with the highest W·x + b.
package struct LinearClassifier: Sendable {
    /// classes × width, row-major.
    package var weights: [Double]
    package var biases: [Double]
    package let width: Int

    package init(weights: [Double], biases: [Double], width: Int) {
        precondition(weights.count == biases.count * width, "internal: \(weights.count) weights")
        (self.weights, self.biases, self.width) = (weights, biases, width)
    }

    /// Percent of the rows that get their own label.
    package func accuracy(_ features: Features) -> Double { features.percentRight(classify(features)) }

    /// The class with the highest logit for each row; of equal ones the first.
    package func classify(_ features: Features) -> [Int] {
        let classes = biases.count
        var found: [Int] = []
        found.reserveCapacity(features.count)
        let block = 1000
        for start in stride(from: 0, to: features.count, by: block) {
            let rows = min(block, features.count - start)
            let values = features.values[(start * width)..<((start + rows) * width)].map(Double.init)
            let logits = denseProduct(values, weights, m: rows, n: classes, k: width, transposeB: true)
            for row in 0..<rows {
                var best = 0
                for c in 1..<max(classes, 1)
                where logits[row * classes + c] + biases[c] > logits[row * classes + best] + biases[best] {
                    best = c
                }
                found.append(best)
            }
        }
        return found
    }
}
