/// Turns images N×H×W×C into representations N×D: what is kept after pretraining.
public struct Encoder: Sendable {
    package let stages: [Stage]
    let input: Input

    /// What it takes.
    enum Input: Sendable, Hashable {
        case image
        /// So many numbers of each item.
        case features(Int)
        case signal(SignalShape)

        /// Numbers that it takes for each item, where it takes no images.
        var width: Int? {
            switch self {
            case .image: nil
            case .features(let width): width
            case .signal(let shape): shape.size
            }
        }

        var signal: SignalShape? { if case .signal(let shape) = self { shape } else { nil } }
    }

    /// - Parameter layers: from N×H×W×C to N×D.
    public init(@StackBuilder _ layers: () -> Stack<Maps, Rows>) {
        stages = layers().stages
        input = .image
    }

    /// An encoder of rows N×features: a line of a table, a spectrum, a caption's vector, a measurement. Both branches may have one,
    /// or one of them beside an encoder of images, to which the rows then belong. `pretrain --features FILE.npy` gives the rows.
    public init(features: Int, @StackBuilder _ layers: () -> Stack<Rows, Rows>) {
        stages = layers().stages
        input = .features(features)
    }

    /// An encoder of signals: sounds, an electrocardiogram, the shaking of a machine. Both branches may have one, each its own way to look
    /// at the same signal, or one of them beside an encoder of images.
    ///
    ///     Encoder(signal: 8000, rate: 8000) {
    ///         Conv1D(32, kernel: 16, stride: 8); BatchNorm(); ReLU()
    ///         Conv1D(64, kernel: 8, stride: 4); BatchNorm(); ReLU()
    ///         GlobalAveragePool1D()
    ///     }
    ///
    /// - Parameters:
    ///   - signal: samples of each channel. Of longer signals a part is taken: at random in training, else the middle; shorter ones are
    ///     followed by zeros.
    ///   - channels: with 1, signals of several are mixed down to their mean.
    ///   - rate: samples a second; signals of another rate are refused. Nothing: of any rate.
    ///   - layers: from N×1×samples×channels to N×D.
    public init(
        signal: Int, channels: Int = 1, rate: Int? = nil, @StackBuilder _ layers: () -> Stack<Signals, Rows>
    ) {
        stages = layers().stages
        input = .signal(SignalShape(samples: signal, channels: channels, rate: rate))
    }
}

/// Turns representations into the embeddings that the loss is computed from; dropped after pretraining.
public struct Expander: Sendable {
    package let stages: [Stage]

    /// - Parameter layers: from N×D to N×E.
    public init(@StackBuilder _ layers: () -> Stack<Rows, Rows>) { stages = layers().stages }
}

/// Turns each vector of the encoder's last maps, those before they are pooled, into an embedding of that place of the image; dropped after pretraining. Terms such as
/// ``LocalVICReg`` compare places of two views by them (VICRegL, Bardes, Ponce & LeCun, NeurIPS 2022). It is shared by all views.
public struct MapExpander: Sendable {
    package let stages: [Stage]

    /// - Parameter layers: from rows N·H·W×C, one for each place of each image, to N·H·W×E.
    public init(@StackBuilder _ layers: () -> Stack<Rows, Rows>) { stages = layers().stages }
}

/// Predicts from an embedding that of the other view (BYOL, Grill et al. 2020; SimSiam, Chen & He 2021); dropped after
/// pretraining. Terms such as ``NegativeCosine`` and ``Invariance`` compare what it makes of one view with the other's
/// embedding; ``Variance`` and ``Covariance`` look at the embeddings before it.
public struct Predictor: Sendable {
    package let stages: [Stage]

    /// - Parameter layers: from N×D to N×E.
    public init(@StackBuilder _ layers: () -> Stack<Rows, Rows>) { stages = layers().stages }
}

/// A second network, encoder and expander, whose parameters follow those that are trained, τ·own + (1 − τ)·trained after
/// each step, and which gives the embeddings to compare with (BYOL, Grill et al. 2020). No gradient flows into it. Its
/// BatchNorms use the batch's statistics, and keep running ones of their own, as in BYOL's code.
public struct Target: Sendable, Hashable, Codable, CustomStringConvertible {
    /// τ at the first step.
    public let momentum: Double
    /// Whether τ grows to 1 by the end of the run.
    public let growsToOne: Bool

    /// - Parameters:
    ///   - momentum: τ at the first step, from 0 (a copy) to 1 (it never moves).
    ///   - growsToOne: along half a cosine, 1 − (1 − τ)·(1 + cos(π·k/K))/2 at step k of K, as in BYOL; false keeps τ.
    public init(momentum: Double, growsToOne: Bool = true) {
        self.momentum = momentum
        self.growsToOne = growsToOne
    }

    /// `0.99, growing to 1`
    public var description: String { "\(momentum)\(growsToOne ? ", growing to 1" : "")" }
}

/// What one view goes through, where the two do not go through the same. Two of them stand in a ``JointEmbedding``; an
/// encoder, expander or predictor that stands beside them is shared by those that have none of their own.
public struct Branch: Sendable {
    let parts: [Part]

    /// - Parameter parts: what is this branch's own: an encoder, an expander, a predictor.
    public init(@BranchBuilder _ parts: () -> [Part]) { self.parts = parts() }
}

/// Whether the two views go through the same weights, which is the default, or through weights of their own in the same
/// architecture.
public struct Branches: Sendable {
    /// What two branches of one architecture have in common.
    public enum Weights: Sendable, Hashable { case sharedWeights, separateWeights }

    let weights: Weights

    /// - Parameter weights: shared, or each branch's own.
    public init(_ weights: Weights) { self.weights = weights }
}

/// One part of a ``JointEmbedding`` or of a ``Branch``, and its line.
public struct Part: Sendable {
    enum Content: Sendable {
        case views(Views)
        case rowViews(RowViews)
        case signalViews(SignalViews)
        case encoder(Encoder)
        case expander(Expander)
        case mapExpander(MapExpander)
        case predictor(Predictor)
        case target(Target)
        case loss(Loss)
        case branch(Branch)
        case branches(Branches)
    }

    let content: Content
    let site: Site

    /// As the user wrote it.
    enum Kind: String, Sendable {
        case views = "Views"
        case rowViews = "RowViews"
        case signalViews = "SignalViews"
        case encoder = "Encoder"
        case expander = "Expander"
        case mapExpander = "MapExpander"
        case predictor = "Predictor"
        case target = "Target"
        case loss = "Loss"
        case branch = "Branch"
        case branches = "Branches"
    }

    var kind: Kind {
        switch content {
        case .views: .views
        case .rowViews: .rowViews
        case .signalViews: .signalViews
        case .encoder: .encoder
        case .expander: .expander
        case .mapExpander: .mapExpander
        case .predictor: .predictor
        case .target: .target
        case .loss: .loss
        case .branch: .branch
        case .branches: .branches
        }
    }
}

extension [Part] {
    /// The values of those that `value` takes something from, each with its line.
    func all<Value>(_ value: (Part.Content) -> Value?) -> [(value: Value, site: Site)] {
        compactMap { part in value(part.content).map { ($0, part.site) } }
    }
}

extension Part.Content {
    var views: Views? { if case .views(let views) = self { views } else { nil } }
    var rowViews: RowViews? { if case .rowViews(let views) = self { views } else { nil } }
    var signalViews: SignalViews? { if case .signalViews(let views) = self { views } else { nil } }
    var expander: Expander? { if case .expander(let expander) = self { expander } else { nil } }
    var mapExpander: MapExpander? { if case .mapExpander(let expander) = self { expander } else { nil } }
    var target: Target? { if case .target(let target) = self { target } else { nil } }
    var loss: Loss? { if case .loss(let loss) = self { loss } else { nil } }
    var branch: Branch? { if case .branch(let branch) = self { branch } else { nil } }
    var branches: Branches? { if case .branches(let branches) = self { branches } else { nil } }
}
