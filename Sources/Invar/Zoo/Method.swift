/// A method of joint-embedding learning: what stands after the encoder, and the views that it was published with.
/// `Backbone.joint(_:)` makes a model of it.
public struct Method: Sendable {
    /// `byol`: models are named after it, `byol-small`.
    public let name: String
    /// The views that it was published with.
    public let views: ViewStyle
    private(set) var parts: [Part]

    /// Its parts one by one, for branches that do not share them.
    var expander: Expander? { parts.all(\.expander).first?.value }
    var loss: [Part] { parts.filter { $0.kind == .loss } }

    /// Under another name, with more terms in its loss.
    func adding(_ suffix: String, @LossBuilder _ terms: () -> WeightedTerms) -> Method {
        let more = terms().terms
        var result = Method(name + suffix, views: views) {}
        result.parts = parts.map { part in
            guard let loss = part.content.loss else { return part }
            return Part(content: .loss(Loss(terms: loss.terms + more)), site: part.site)
        }
        return result
    }

    /// - Parameters:
    ///   - name: what models of it are named after.
    ///   - views: those that it was published with.
    ///   - parts: what stands after the encoder: expander, predictor, target, loss.
    public init(_ name: String, views: ViewStyle = .asymmetric, @JointEmbeddingBuilder _ parts: () -> [Part]) {
        self.name = name
        self.views = views
        self.parts = parts()
    }
}

/// How a method was published to make its two views. What that is for its images, a ``Backbone`` says.
public enum ViewStyle: Sendable, Hashable {
    /// Each in its own way: BYOL's, which VICReg and Barlow Twins took over.
    case asymmetric
    /// Both alike, with weak colours and no small crops: SimSiam's.
    case symmetric
    /// Both alike, with strong colours and small crops: SimCLR's.
    case strong
}

/// How wide the layers of a method's heads are. Published: 8192 for VICReg and Barlow Twins, 4096 and 256 for BYOL, 2048 and
/// 128 for SimCLR, 2048 and 512 for SimSiam.
public struct HeadWidths: Sendable, Hashable {
    /// Of the hidden layers.
    public let hidden: Int
    /// Of the embeddings of SimCLR and BYOL, and inside SimSiam's predictor; the other methods' are as wide as `hidden`.
    public let narrow: Int

    /// - Parameters:
    ///   - hidden: numbers that a hidden layer gives.
    ///   - narrow: numbers of an embedding where it is narrower than that.
    public init(hidden: Int, narrow: Int) {
        self.hidden = hidden
        self.narrow = narrow
    }
}

extension Method {
    /// Variance, invariance and covariance (Bardes, Ponce & LeCun, ICLR 2022).
    public static func vicreg(_ widths: HeadWidths) -> Method {
        Method("vicreg") {
            expander(widths.hidden)
            Loss.vicreg()
        }
    }

    /// Redundancy reduction by the cross-correlation (Zbontar et al., ICML 2021).
    public static func barlowTwins(_ widths: HeadWidths) -> Method {
        Method("barlow-twins") {
            expander(widths.hidden, bias: false)
            Loss { BarlowTwins(lambda: 0.0051) }
        }
    }

    /// Contrast with the other images of the batch (Chen et al., ICML 2020).
    public static func simCLR(_ widths: HeadWidths, temperature: Double = 0.5) -> Method {
        Method("simclr", views: .strong) {
            Expander {
                Linear(widths.hidden); BatchNorm(); ReLU()
                Linear(widths.narrow, bias: false)
            }
            Loss { NTXent(temperature: temperature) }
        }
    }

    /// Prediction of a slowly moving target's embedding (Grill et al., NeurIPS 2020).
    public static func byol(_ widths: HeadWidths, momentum: Double = 0.99) -> Method {
        Method("byol") {
            Expander {
                Linear(widths.hidden); BatchNorm(); ReLU()
                Linear(widths.narrow, bias: false)
            }
            Predictor {
                Linear(widths.hidden); BatchNorm(); ReLU()
                Linear(widths.narrow, bias: false)
            }
            Target(momentum: momentum)
            Loss { PredictionDistance() }
        }
    }

    /// Prediction with a stopped gradient (Chen & He, CVPR 2021).
    public static func simSiam(_ widths: HeadWidths) -> Method {
        Method("simsiam", views: .symmetric) {
            Expander {
                Linear(widths.hidden, bias: false); BatchNorm(); ReLU()
                Linear(widths.hidden, bias: false); BatchNorm(); ReLU()
                Linear(widths.hidden, bias: false); BatchNorm(affine: false)
            }
            bottleneck(widths)
            Loss { NegativeCosine() }
        }
    }

    /// SimSiam's predictor: narrower inside.
    static func bottleneck(_ widths: HeadWidths) -> Predictor {
        Predictor {
            Linear(widths.narrow, bias: false); BatchNorm(); ReLU()
            Linear(widths.hidden)
        }
    }

    /// VICReg's: three layers of one width.
    static func expander(_ width: Int, bias: Bool = true, normalizes: Bool = true) -> Expander {
        Expander {
            for _ in 0..<2 {
                Linear(width, bias: bias)
                if normalizes { BatchNorm() }
                ReLU()
            }
            Linear(width, bias: false)
        }
    }
}
