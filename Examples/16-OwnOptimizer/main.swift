// An optimizer of one's own is a value that writes its update with tensors. It becomes part of the one graph of the
// step, and is compiled with it.
//
//     swift run -c release OwnOptimizer pretrain vicreg-small --optimizer lion --learning-rate 1e-4 --train-images 5120 --epochs 2 --output runs/lion
import InvarCommands
import InvarKit

/// Lion (Chen et al. 2023): the sign of an interpolation between gradient and momentum.
///
///     p ← p − lr·(sign(β₁m + (1 − β₁)g) + wd·p)
///     m ← β₂m + (1 − β₂)g
struct Lion: UpdateRule {
    var beta1 = 0.9
    var beta2 = 0.99
    var weightDecay = 0.01

    var name: String { "lion" }

    var problems: [String] {
        (0..<1).contains(beta1) && (0..<1).contains(beta2) ? [] : ["the betas must be at least 0 and below 1"]
    }

    func update(_ parameters: [TrainedParameter], _ update: inout OptimizerUpdate) {
        for parameter in parameters {
            // zeros at first; a checkpoint holds it as optimizer.momentum/encoder.conv1.weight
            let momentum = update.moment("momentum", of: parameter)
            update.inPlace(of: parameter) {
                let gradient = parameter.gradient
                var direction = sign(momentum.value * beta1 + gradient * (1 - beta1))
                if !parameter.isVector { direction = direction + parameter.value * weightDecay }
                update.assign(momentum, momentum.value * beta2 + gradient * (1 - beta2))
                update.assign(parameter, parameter.value - update.learningRate(of: parameter) * direction)
            }
        }
    }
}

InvarCommands.main(Zoo.all, optimizers: [Lion()])
