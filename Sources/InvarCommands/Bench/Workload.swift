import Invar
import InvarData

/// A workload that other frameworks were measured on too, by name.
struct Workload {
    enum Kind {
        /// VICReg's loss and its gradients with respect to both embeddings of batch × width.
        case loss(batch: Int, width: Int)
        /// The whole step with SGD and momentum on synthetic images.
        case training(JointEmbedding, batch: Int)
        /// The encoder alone, in evaluation mode, on synthetic images.
        case inference(JointEmbedding, batch: Int)
        /// One image from a program's memory through `TrainedEncoder.embed`, beside the encoder's program alone.
        case embedding(JointEmbedding)
        case augmentation(AugmentationBenchmark)
        /// Each effect by itself, on one thread.
        case effects
    }

    let name: String
    let kind: Kind

    static let all: [Workload] =
        [(256, 2048), (256, 8192), (1024, 8192), (2048, 8192)].map { batch, width in
            Workload(name: "loss-\(batch)x\(width)", kind: .loss(batch: batch, width: width))
        } + [
            Workload(name: "mlp-fmnist", kind: .training(Zoo.vicregMLP, batch: 256)),
            Workload(name: "convnet-fmnist", kind: .training(Zoo.vicregConvNet, batch: 256)),
            Workload(name: "resnet18-cifar", kind: .training(Zoo.vicregResNet18, batch: 128)),
            Workload(name: "resnet50-224", kind: .training(Zoo.vicregResNet50, batch: 8)),
            Workload(name: "resnet50-infer-b1", kind: .inference(Zoo.vicregResNet50, batch: 1)),
            Workload(name: "resnet50-infer-b16", kind: .inference(Zoo.vicregResNet50, batch: 16)),
            Workload(name: "small-infer-b1", kind: .inference(Zoo.vicregSmall, batch: 1)),
            Workload(name: "small-infer-b16", kind: .inference(Zoo.vicregSmall, batch: 16)),
            Workload(name: "resnet50-embed", kind: .embedding(Zoo.vicregResNet50)),
            Workload(name: "small-embed", kind: .embedding(Zoo.vicregSmall)),
        ] + AugmentationBenchmark.allCases.map { Workload(name: $0.rawValue, kind: .augmentation($0)) }
        + [Workload(name: EffectBenchmark.workload, kind: .effects)]

    static func named(_ name: String) throws -> Workload {
        if let found = all.first(where: { $0.name == name }) { return found }
        throw CommandError(unknown: "workload", name, among: all.map(\.name))
    }
}
