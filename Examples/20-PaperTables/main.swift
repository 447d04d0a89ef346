// The models of VICReg's tables 5, 8 and 12, written for a small encoder and images of 28×28: what the branches are, where something is
// normalized, how wide the expander is. Those of tables 4 and 7 are built in (`invar list --all`).
//
//     swift run -c release PaperTables list
//     swift run -c release PaperTables compare width-64 vicreg-small --train-images 5000 --epochs 1 --output runs/widths
//
// `scripts/experiments` trains all of them, docs/experiments.md shows what came of it.
import Invar
import InvarCommands

let image = Image(channels: 1, height: 28, width: 28, mean: [0.2860], std: [0.3530])

let views = Views {
    RandomResizedCrop(scale: 0.2...1, antialias: false, oversize: .clamp)
    HorizontalFlip(probability: 0.5)
    ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
    Solarize(probability: 0, 0.2)
}

/// Four convolutions, 128 channels: the encoder of the built-in `vicreg-small`.
@StackBuilder
func small(normalizes: Bool = true) -> Stack<Maps, Rows> {
    for (width, stride) in [(32, 1), (64, 2), (128, 2), (128, 1)] {
        Conv(width, kernel: 3, stride: stride, initial: .uniformFanIn)
        if normalizes { BatchNorm() }
        ReLU()
    }
    GlobalAveragePool()
}

/// VICReg's expander: three layers of one width.
@StackBuilder
func head(_ width: Int = 512, normalizes: Bool = true) -> Stack<Rows, Rows> {
    for _ in 0..<2 {
        Linear(width)
        if normalizes { BatchNorm() }
        ReLU()
    }
    Linear(width, bias: false)
}

// Table 12: expanders of other widths; of 512 it is `vicreg-small`.

let widths = [64, 128, 256, 1024, 2048].map { width in
    JointEmbedding("width-\(width)", image: image) {
        views
        Encoder { small() }
        Expander { head(width) }
        Loss.vicreg()
    }
}

// Table 8: BatchNorm in the expander's hidden layers or not, and what is done to the embedding. With BatchNorm there and the embedding
// as it is it is `vicreg-small`, without BatchNorm there `vicreg-nobn-small`.

/// Scales each row to length √D, so that its numbers have a mean square of 1. (The paper's has length 1, and a γ of 1/√D.)
struct UnitLength: ComputingLayer {
    typealias Input = Rows

    func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        x.unitRows * Double(x.shape[1]).squareRoot()
    }
}

func vicreg(_ name: String, _ encoder: Encoder = Encoder { small() }, expander: Expander) -> JointEmbedding {
    JointEmbedding(name, image: image) {
        views
        encoder
        expander
        Loss.vicreg()
    }
}

let normalization = [
    vicreg(
        "standardized",
        expander: Expander {
            head(); BatchNorm(affine: false)
        }),
    vicreg(
        "plain-head-standardized",
        expander: Expander {
            head(normalizes: false); BatchNorm(affine: false)
        }),
    vicreg(
        "unit-length",
        expander: Expander {
            head(); UnitLength()
        }),
    // no BatchNorm anywhere, in the encoder neither
    vicreg("no-batchnorm", Encoder { small(normalizes: false) }, expander: Expander { head(normalizes: false) }),
]

// Table 5: two encoders with weights of their own, and of different architectures; with shared weights it is `vicreg-small`.

let methods: [(name: String, head: Expander, loss: Loss)] = [
    (
        "simclr",
        Expander {
            Linear(512); BatchNorm(); ReLU(); Linear(128, bias: false)
        }, Loss { NTXent(temperature: 0.5) }
    ),
    ("barlow-twins", Expander { head() }, Loss { BarlowTwins(lambda: 0.0051) }),
    ("vicreg", Expander { head() }, Loss.vicreg()),
]

/// Three convolutions of 5×5 and a linear layer: other features, other strides, another pooling.
let flattened = Encoder {
    for width in [16, 32, 64] { Conv(width, kernel: 5, stride: 2); BatchNorm(); ReLU() }
    Flatten()
    Linear(128)
}

let transformer = Encoder { vit(patch: 4, width: 64, depth: 3, heads: 4) }

let branches = methods.flatMap { method in
    [
        JointEmbedding("\(method.name)-separate", image: image) {
            views
            Branches(.separateWeights)
            Encoder { small() }
            method.head
            method.loss
        }
    ]
        + [("convnet", flattened), ("vit", transformer)].map { name, other in
            JointEmbedding("\(method.name)-beside-\(name)", image: image) {
                views
                Branch {
                    Encoder { small() }; method.head
                }
                Branch {
                    other; method.head
                }
                method.loss
            }
        }
}

let here = widths + normalization + branches
InvarCommands.main(here, more: Zoo.all + Zoo.successors + Zoo.ablations)
