import Invar
import InvarTraining
import TestSupport

/// Small models of every method, with layers of every kind. A batch of 12 images is fewer than half of 64 dimensions, so that the
/// wide ones' losses are computed by Gram matrices, and the narrow ones' by covariances.
enum SharedModels {
    static let image = Image(channels: 3, height: 8, width: 8)

    static func convNet(
        _ name: String, width: Int, @JointEmbeddingBuilder _ rest: () -> [Part]
    ) -> JointEmbedding {
        let tail = rest()
        return JointEmbedding(name, image: image) {
            Encoder {
                Conv(6, kernel: 3); BatchNorm(); ReLU()
                MaxPool(2)
                Conv(8, kernel: 3); BatchNorm(); ReLU()
                GlobalAveragePool()
            }
            Expander {
                Linear(16); BatchNorm(); ReLU()
                Linear(width, bias: false)
            }
            tail
        }
    }

    static let gram = convNet("vicreg by Gram", width: 64) { Loss.vicreg() }
    static let covariance = convNet("vicreg by covariance", width: 5) { Loss.vicreg() }
    static let barlow = convNet("barlow wide", width: 64) { Loss { BarlowTwins() } }
    static let barlowNarrow = convNet("barlow narrow", width: 5) { Loss { BarlowTwins() } }
    static let simclr = convNet("simclr", width: 12) { Loss { NTXent() } }
    static let simsiam = convNet("simsiam", width: 12) {
        Predictor {
            Linear(8); BatchNorm(); ReLU()
            Linear(12)
        }
        Loss { NegativeCosine() }
    }
    static let byol = convNet("byol", width: 12) {
        Predictor {
            Linear(8); BatchNorm(); ReLU()
            Linear(12)
        }
        Target(momentum: 0.97)
        Loss { PredictionDistance() }
    }
    static let whitened = convNet("vibcreg, whitened", width: 12) {
        Predictor { IterNorm(groups: 3) }
        Loss {
            25 * Invariance(); 200 * NormalizedCovariance()
        }
    }
    static let cholesky = convNet("whitened by Cholesky's factor", width: 4) {
        Predictor { CholeskyWhitening(subBatch: 6) }
        Loss { PredictionDistance(stopGradient: false) }
    }
    static let leJEPA = convNet("lejepa", width: 7) { Loss.leJEPA(directions: 9) }
    static let visReg = convNet("visreg", width: 7) { Loss.visReg(directions: 9) }
    static let tiCo = convNet("tico", width: 12) {
        Target(momentum: 0.97)
        Loss { TiCo() }
    }
    static let moCo = convNet("moco", width: 12) {
        Target(momentum: 0.97, growsToOne: false)
        Loss { MoCo(queue: 31) }
    }
    static let moCoV3 = convNet("moco v3", width: 12) {
        Predictor {
            Linear(8); BatchNorm(); ReLU()
            Linear(12)
        }
        Target(momentum: 0.97)
        Loss { MoCoV3() }
    }
    static let dino = convNet("dino", width: 12) {
        Target(momentum: 0.97)
        Loss { DINO() }
    }
    static let swAV = JointEmbedding("swav", image: image) {
        Encoder {
            Conv(6, kernel: 3, stride: 2); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
        Expander {
            Linear(8); Prototypes(10, frozenSteps: 1)
        }
        Loss { SwAV() }
    }
    static let mmcr = convNet("mmcr", width: 12) { Loss { MMCR() } }
    static let fourViews = convNet("four views", width: 12) {
        Views(count: 4) { HorizontalFlip() }
        Loss { NTXent() }
    }
    static let multiCrop = convNet("multi-crop", width: 12) {
        Views(locals: 2, size: 4) {
            HorizontalFlip()
        } local: {
            HorizontalFlip()
        }
        Target(momentum: 0.97)
        Loss {
            DINO(warmUp: (from: 0.02, steps: 3)); CentreDistance(); Variance()
        }
    }
    static let local = convNet("vicregl", width: 12) {
        MapExpander {
            Linear(5); BatchNorm(); ReLU(); Linear(3)
        }
        Loss {
            0.75 * (25 * Invariance() + 25 * Variance())
            0.25 * LocalVICReg(matches: (first: 5, second: 2))
        }
    }
    static let own = convNet("a term of one's own", width: 12) {
        Loss {
            Term("uniformity") { x, y in
                log(exp(matmul(x, y, transposeB: true) * 0.1).mean()) + x.max([0]).mean()
            }
            Invariance()
        }
    }
    static let residual = JointEmbedding("residual, dropout, layer norm", image: image) {
        Encoder {
            Conv(8, kernel: 3); BatchNorm(); ReLU()
            Sequential("layer1") { BasicBlock(12, stride: 2) }
            LayerNorm(); SiLU()
            GlobalAveragePool(); Dropout(0.3)
        }
        Expander {
            Linear(16); Softmax()
            Linear(64, bias: false)
        }
        Loss.vicreg()
    }
    static let transformer = JointEmbedding("transformer", image: image) {
        Encoder { vit(patch: 4, width: 12, depth: 1, heads: 2) }
        Expander {
            Linear(16); BatchNorm(); ReLU()
            Linear(10)
        }
        Loss.vicreg()
    }
    static let twoBranches = JointEmbedding("two branches", image: image) {
        Branch {
            Encoder {
                Flatten(); Linear(8); BatchNorm()
            }
        }
        Branch {
            Encoder(features: 3) {
                Linear(8); BatchNorm()
            }
        }
        Loss.vicreg()
    }

    /// A layer of a user's own that keeps the mean of the rows that it has seen, and takes it away.
    struct Centring: ComputingLayer {
        typealias Input = Rows
        func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
            let seen = try scope.statistic("seen", [x.shape[1]], .zeros)
            try scope.update("seen", seen * 0.9 + x.mean([0]) * 0.1)
            return x - seen
        }
    }
    static let centred = JointEmbedding("a layer of one's own", image: image) {
        Encoder {
            Flatten(); Linear(8); Centring(); ReLU()
        }
        Expander { Linear(6) }
        Loss { NTXent(temperature: 0.2) }
    }

    static let all = [
        gram, covariance, barlow, barlowNarrow, simclr, simsiam, byol, own, residual, transformer, twoBranches,
        centred, whitened, cholesky, leJEPA, visReg, tiCo, moCo, moCoV3, dino, swAV, mmcr, fourViews,
        multiCrop, local,
    ]

    static let optimizers: [Optimizer] = [.sgd(SGD(momentum: 0.9)), .lars(), .adamW()]
}
