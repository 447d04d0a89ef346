import Invar

/// The example of the README.
let convNet = JointEmbedding("vicreg-convnet", image: Image(channels: 1, height: 28, width: 28)) {
    Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip(probability: 0.5)
        ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
        Solarize(probability: 0, 0.2)
    }
    Encoder {
        for width in [32, 64, 128] {
            Conv(width, kernel: 3); BatchNorm(); ReLU()
            Conv(width, kernel: 3); BatchNorm(); ReLU()
            if width < 128 { MaxPool(2) }
        }
        GlobalAveragePool()
    }
    Expander {
        Linear(2048); BatchNorm(); ReLU()
        Linear(2048); BatchNorm(); ReLU()
        Linear(2048, bias: false)
    }
    Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
    }
}

/// A model around an encoder, small enough to capture in no time.
func model(_ encoder: Encoder, height: Int = 8, width: Int = 8, channels: Int = 3) -> JointEmbedding {
    JointEmbedding("test", image: Image(channels: channels, height: height, width: width)) {
        encoder
        Loss { Invariance() }
    }
}

func model(expander: Expander) -> JointEmbedding {
    JointEmbedding("test", image: Image(channels: 3, height: 8, width: 8)) {
        Encoder {
            Conv(4, kernel: 1); GlobalAveragePool()
        }
        expander
        Loss { Invariance() }
    }
}

func model(loss: Loss) -> JointEmbedding {
    JointEmbedding("test", image: Image(channels: 3, height: 8, width: 8)) {
        Encoder {
            Conv(4, kernel: 1); GlobalAveragePool()
        }
        loss
    }
}

extension JointEmbedding {
    /// The names of its state in training, in order.
    func stateNames() throws -> [String] { try captureTraining(batch: 4).states.map(\.name) }

    /// Names and shapes, such as `encoder.conv1.weight [3, 3, 3, 4]`.
    func stateShapes() throws -> [String] {
        try captureTraining(batch: 4).states.map { "\($0.name) \($0.type.shape)" }
    }

    func termNames() throws -> [String] { try captureTraining(batch: 4).terms.map(\.name) }
}
