import Invar
import InvarCompiler
import InvarGraph
import TestSupport

/// Models of all sorts whose views go through shared weights, and smallest batches that they can be trained with.
enum SiblingModels {
    static let vicreg = Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
    }

    static let mlp = JointEmbedding("mlp", image: Image(channels: 1, height: 3, width: 2)) {
        Encoder {
            Flatten()
            Linear(5); BatchNorm(); ReLU()
            Linear(4)
        }
        Expander {
            Linear(7); BatchNorm(); ReLU()
            Linear(6, bias: false)
        }
        vicreg
    }

    static let convNet = JointEmbedding("convnet", image: Image(channels: 3, height: 7, width: 6)) {
        Encoder {
            Conv(3, kernel: 3, stride: 2, bias: true); BatchNorm(); ReLU()
            MaxPool(2, stride: 1)
            AveragePool(2, stride: 1)
            Conv(4, kernel: 1, groups: 1); ReLU()
            GlobalAveragePool()
        }
        vicreg
    }

    static let residual = JointEmbedding("residual", image: Image(channels: 3, height: 5, width: 5)) {
        Encoder {
            Conv(3, kernel: 3); BatchNorm(); ReLU()
            BasicBlock(3)
            BasicBlock(4, stride: 2)
            GlobalAveragePool()
        }
        Expander {
            Linear(5); LayerNorm()
        }
        Loss { BarlowTwins() }
    }

    static let contrastive = JointEmbedding("contrastive", image: Image(channels: 1, height: 4, width: 4)) {
        Encoder {
            Conv(3, kernel: 3); ReLU()
            Conv(2, kernel: 3); Conv(3, kernel: 2, padding: 0)
            Flatten()
        }
        Expander {
            Linear(4); ReLU(); Linear(3)
        }
        Loss { NTXent(temperature: 0.3) }
    }

    /// No statistic over the batch: it can be trained with one image.
    static let plain = JointEmbedding("plain", image: Image(channels: 3, height: 2, width: 1)) {
        Encoder {
            Flatten(); Linear(3); ReLU(); Linear(2)
        }
        Loss {
            Invariance()
            0.5 * Term("product") { x, y in matmul(x, y, transposeA: true).squared().mean() + x.stopGradient().mean() }
        }
    }

    /// Four views: two products of each layer with each of its weights become one.
    static let fourViews = JointEmbedding("four views", image: Image(channels: 1, height: 3, width: 2)) {
        Views(count: 4) { HorizontalFlip() }
        Encoder {
            Flatten()
            Linear(5); BatchNorm(); ReLU()
            Linear(4)
        }
        vicreg
    }

    /// Two views, and three of another size, which a target does not see; a layer draws numbers for each.
    static let multiCrop = JointEmbedding("multi-crop", image: Image(channels: 3, height: 6, width: 6)) {
        Views(locals: 3, size: 4) {
            HorizontalFlip()
        } local: {
            HorizontalFlip()
        }
        Encoder {
            Conv(3, kernel: 3); BatchNorm(); ReLU()
            MaxPool(2)
            Conv(4, kernel: 3); GlobalAveragePool()
            Dropout(0.2)
        }
        Expander { Linear(5) }
        Target(momentum: 0.9)
        Loss {
            DINO(); SIGReg(directions: 4); 0.5 * Variance()
        }
    }

    static let all: [(model: JointEmbedding, batches: [Int])] = [
        (mlp, [2, 3, 5]), (convNet, [3, 4]), (residual, [2, 3]), (contrastive, [1, 3]), (plain, [1, 2, 5]),
        (fourViews, [2, 3]),
        (multiCrop, [2, 3]),
    ]

    /// The weights are each view's own.
    static let separate = JointEmbedding("separate", image: Image(channels: 1, height: 3, width: 2)) {
        Branches(.separateWeights)
        Encoder {
            Flatten(); Linear(5); BatchNorm(); ReLU(); Linear(4)
        }
        vicreg
    }

    static let different = JointEmbedding("different", image: Image(channels: 1, height: 3, width: 2)) {
        Branch {
            Encoder {
                Flatten(); Linear(5); ReLU(); Linear(4)
            }
        }
        Branch {
            Encoder {
                Conv(4, kernel: 3); AveragePool(2, stride: 1); GlobalAveragePool()
            }
        }
        vicreg
    }
}

extension JointEmbedding {
    /// The forward half; the loss and its terms are outputs.
    func captured(batch: Int, _ element: ElementType = .float32) throws -> CapturedTraining {
        let captured = try captureTraining(batch: batch, element: element)
        captured.builder.output("loss", captured.loss)
        for term in captured.terms { captured.builder.output("term.\(term.name)", term.value) }
        return captured
    }

    /// The step without the update, as it is and after sibling batching. All gradients are outputs.
    func steps(batch: Int, _ element: ElementType = .float32) throws -> (plain: Graph, batched: Graph) {
        let captured = try captured(batch: batch, element)
        let result = batchSiblings(
            try captured.builder.finish(),
            keeping: (captured.representations + captured.embeddings).compactMap(\.id))
        let batched = captured.moved(to: result)
        return (try captured.differentiated(), try batched.differentiated())
    }
}

extension CapturedTraining {
    fileprivate func differentiated() throws -> Graph {
        let parameters = states.filter { $0.role == .parameter }
        let gradients = builder.gradients(
            of: loss, withRespectTo: parameters.map { builder.state($0.name, $0.type) })
        for (index, tensor) in representations.enumerated() { builder.output("representation\(index + 1)", tensor) }
        for (index, tensor) in embeddings.enumerated() { builder.output("embedding\(index + 1)", tensor) }
        for (parameter, gradient) in zip(parameters, gradients) { builder.output(parameter.name, gradient) }
        return removeDeadCode(try builder.finish()).graph
    }
}

extension Graph {
    /// How many nodes have an op of such a mnemonic.
    func count(_ mnemonics: String...) -> Int { nodes.count { mnemonics.contains($0.op.mnemonic) } }

    var contractionCount: Int {
        count("matmul", "convolution", "convolution.inputGradient", "convolution.weightGradient")
    }
}
