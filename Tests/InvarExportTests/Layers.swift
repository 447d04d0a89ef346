import Invar

/// A layer written with tensors, in a line.
struct Computed<Input: Kind, Output: Kind>: ComputingLayer {
    let compute: @Sendable (Tensor) -> Tensor

    init(
        _: Input.Type = Input.self, _: Output.Type = Output.self, _ compute: @escaping @Sendable (Tensor) -> Tensor
    ) { self.compute = compute }

    func apply(to x: Tensor, in scope: Scope) -> Tensor { compute(x) }
}

/// A user's own layer, made of ours: MobileNet's depthwise convolution, and a 1×1 one.
struct Separable: Layer {
    let width: Int
    let channels: Int

    var body: Stack<Maps, Maps> {
        Conv(channels, kernel: 3, groups: channels, bias: true); BatchNorm(); ReLU()
        Conv(width, kernel: 1); BatchNorm(affine: false)
    }
}

/// A user's own layer with a parameter, a statistic, and layers inside.
struct Gate: ComputingLayer {
    typealias Input = Maps

    func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let (batch, channels) = (x.shape[0], x.shape[3])
        let scale = try scope.parameter("scale", [channels], .ones)
        let square = try scope.statistic("running_square", [channels], .ones)
        let gate = try scope.apply(to: x.mean([1, 2])) {
            Linear(2); SiLU(); Linear(channels); Sigmoid()
        }
        return x * (scale * rsqrt(square + 1e-5)) * gate.reshape([batch, 1, 1, channels])
    }
}

let sampleEncoders: [(name: String, encoder: Encoder)] = [
    (
        "MLP",
        Encoder {
            Flatten(); Linear(7); BatchNorm(); ReLU(); Linear(5, bias: false); BatchNorm(affine: false)
        }
    ),
    (
        "ConvNet",
        Encoder {
            Conv(4, kernel: 3, initial: .uniformFanIn); BatchNorm(); ReLU()
            Conv(6, kernel: 3, stride: 2); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
    ),
    (
        "basic blocks",
        Encoder {
            Conv(4, kernel: 7, stride: 2); BatchNorm(); ReLU(); MaxPool(3, stride: 2, padding: 1)
            Sequential("layer1") {
                BasicBlock(4); BasicBlock(6, stride: 2)
            }
            GlobalAveragePool()
        }
    ),
    (
        "bottlenecks",
        Encoder {
            Conv(4, kernel: 3); BatchNorm(); ReLU()
            Sequential("layer1") {
                Bottleneck(2, projects: true); Bottleneck(2); Bottleneck(3, stride: 2)
            }
            GlobalAveragePool()
        }
    ),
    ("ViT with a class token", Encoder { vit(patch: 4, width: 6, depth: 2, heads: 3) }),
    ("ViT with a mean", Encoder { vit(patch: 2, width: 4, depth: 1, heads: 2, pooling: .mean) }),
    (
        "groups, padding, average pooling",
        Encoder {
            Conv(6, kernel: 3, padding: Conv.Padding(top: 1, left: 2), groups: 3, bias: true); SiLU()
            AveragePool(3, stride: 2, padding: 1); GELU(approximate: .tanh)
            Conv(4, kernel: 1, groups: 2); Softmax()
            GlobalAveragePool()
        }
    ),
    (
        "own layers of ours",
        Encoder {
            Separable(width: 4, channels: 3)
            Residual { Separable(width: 4, channels: 4) }
            Flatten()
        }
    ),
    (
        "own layers of tensors",
        Encoder {
            Conv(4, kernel: 3); Gate(); Dropout(); Gate(); GlobalAveragePool()
        }
    ),
    (
        "norms where they are rare",
        Encoder {
            LayerNorm(); Conv(4, kernel: 3); LayerNorm(affine: false); PatchEmbedding(patch: 2, width: 6)
            BatchNorm(); GELU(); Linear(4); Softmax(); MeanOverTokens()
        }
    ),
    ("the input itself", Encoder { Flatten() }),
    (
        "a function of the input",
        Encoder {
            GlobalAveragePool(); Identity(); LayerNorm()
        }
    ),
]
