import Invar
import InvarCompiler
import InvarGraph

/// One step of training an encoder and a linear layer on it with labels, as one program.
///
/// Inputs: `image` [batch, height, width, channels], `labels` one-hot [batch, classes], and the scalars
/// `learningRate.encoder` and `learningRate.head`; and what layers draw (`randomInputs`). Output: `loss`, the mean cross-entropy.
package struct SupervisedStep {
    package let program: Program
    /// Of the encoder alone, parameters and statistics.
    package let encoder: [StateSpec]
    package let head: LinearHead
    /// Encoder, head, and the optimizer's moments.
    package let states: [StateSpec]
    /// To be filled before each step.
    package let randomInputs: RandomInputs

    package init(_ model: JointEmbedding, branch: Int, classes: Int, batch: Int, optimizer: Optimizer) throws {
        let captured = try model.captureBranch(branch, batch: batch, mode: .training, expanding: false)
        let builder = captured.capture.builder
        encoder = captured.capture.states
        head = LinearHead(width: captured.representation.shape[1], classes: classes)
        let labels = builder.input("labels", TensorType([batch, classes]))
        let loss = crossEntropy(head.logits(captured.representation, builder), labels).mean()
        captured.capture.assignStatistics()
        builder.output("loss", loss)
        let groups = [("encoder", encoder.filter { $0.role == .parameter }), ("head", head.states)]
        let values = groups.flatMap(\.1).map { builder.state($0.name, $0.type) }
        let gradients = builder.gradients(of: loss, withRespectTo: values)
        var moments: [StateSpec] = []
        var start = 0
        for (name, specs) in groups {
            let trained = specs.indices.map {
                TrainedParameter(specs[$0], value: values[start + $0], gradient: gradients[start + $0])
            }
            start += specs.count
            let learningRate = builder.input("learningRate.\(name)", TensorType([]))
            moments += optimizer.updates(builder, trained, learningRate: learningRate)
        }
        randomInputs = RandomInputs(captured.capture.randomInputs)
        states = encoder + head.states + moments
        program = compile(try builder.finish())
    }
}
