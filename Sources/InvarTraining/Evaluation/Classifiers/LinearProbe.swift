import InvarCompiler
import InvarGraph
import InvarRuntime

/// Multinomial logistic regression on frozen features:
///
///     mean over the rows of −log softmax(W·x + b)[label]  +  l2 · Σ W²
///
/// on features standardized over the training rows, by L-BFGS over all rows at once, from zero. Value and gradient are a
/// graph that the executor runs; a one-hot matrix stands for the labels.
package struct LinearProbe {
    package var optimizer = LBFGS()
    private let session: any Session
    let rows: Int
    private let width: Int
    let classes: Int

    /// Prepares a probe for training sets of this size; it can be fitted many times.
    package init(rows: Int, width: Int, classes: Int, executor: any Executor, threads: Int) throws {
        (self.rows, self.width, self.classes) = (rows, width, classes)
        let program = try Self.program(rows: rows, width: width, classes: classes)
        session = try executor.prepare(program, threads: threads)
    }

    private static func program(rows: Int, width: Int, classes: Int) throws -> Program {
        let builder = GraphBuilder("linear-probe")
        let x = builder.input("features", TensorType([rows, width]))
        let labels = builder.input("labels", TensorType([rows, classes]))
        let weight = builder.input("weight", TensorType([classes, width]))
        let bias = builder.input("bias", TensorType([classes]))
        let l2 = builder.input("l2", TensorType([]))
        let logits = matmul(x, weight, transposeB: true) + bias
        let error = crossEntropy(logits, labels).mean()
        let loss = error + l2 * weight.squared().sum()
        builder.output("loss", loss)
        let gradients = builder.gradients(of: loss, withRespectTo: [weight, bias])
        builder.output("weightGradient", gradients[0])
        builder.output("biasGradient", gradients[1])
        return compile(try builder.finish())
    }

    /// - Throws: `EvaluationError` for another number of rows than the probe was prepared for.
    package func fit(_ training: Features, l2: Double) throws -> Classifier {
        guard training.count == rows, training.width == width, training.classes <= classes else {
            throw EvaluationError("a probe for \(rows)×\(width) features got \(training.count)×\(training.width)")
        }
        let standardization = Standardization(training)
        if let target = unsafe session.memory.input("features") { unsafe standardization.write(training, into: target) }
        if let target = unsafe session.memory.input("labels") {
            unsafe target.update(repeating: 0)
            for (row, label) in training.labels.enumerated() { unsafe target[row * classes + Int(label)] = 1 }
        }
        session.memory.setInput("l2", [l2])
        let outcome = optimizer.minimize(from: [Double](repeating: 0, count: classes * (width + 1)), evaluate)
        return Classifier(outcome, standardization, width: width, classes: classes)
    }

    /// Value and gradient at the weights followed by the biases.
    private func evaluate(_ x: [Double]) -> (value: Double, gradient: [Double]) {
        let split = classes * width
        session.memory.setInput("weight", Array(x[..<split]))
        session.memory.setInput("bias", Array(x[split...]))
        session.run()
        let gradient = session.memory.outputValues("weightGradient") + session.memory.outputValues("biasGradient")
        return (session.memory.output("loss")?.first ?? .nan, gradient.map(Double.init))
    }

    /// A fitted probe, for features that are not standardized: the standardization is folded into weights and biases.
    package struct Classifier: Sendable {
        package let linear: LinearClassifier
        /// The objective where the fit ended.
        package let objective: Double
        package let iterations: Int

        /// classes × width, row-major.
        package var weights: [Double] { linear.weights }
        package var biases: [Double] { linear.biases }

        fileprivate init(_ outcome: LBFGS.Outcome, _ standardization: Standardization, width: Int, classes: Int) {
            var weights = Array(outcome.x[..<(classes * width)])
            var biases = Array(outcome.x[(classes * width)...])
            for c in 0..<classes {
                for column in 0..<width {
                    weights[c * width + column] /= standardization.scales[column]
                    biases[c] -= weights[c * width + column] * standardization.means[column]
                }
            }
            linear = LinearClassifier(weights: weights, biases: biases, width: width)
            (objective, iterations) = (outcome.value, outcome.iterations)
        }

        /// Percent of the rows that get their own label.
        package func accuracy(_ features: Features) -> Double { linear.accuracy(features) }

        package func classify(_ features: Features) -> [Int] { linear.classify(features) }
    }
}
