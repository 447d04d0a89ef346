/// Turns images N×H×W×C into representations N×D: what is kept after pretraining.
public struct Encoder: Sendable {
    package let stages: [Stage]

    public init(@StackBuilder _ layers: () -> Stack<Maps, Rows>) { stages = layers().stages }
}

/// Turns representations into the embeddings that the loss is computed from; dropped after pretraining.
public struct Expander: Sendable {
    package let stages: [Stage]

    public init(@StackBuilder _ layers: () -> Stack<Rows, Rows>) { stages = layers().stages }
}

/// What one view goes through, where the two do not go through the same. Two of them stand in a ``JointEmbedding``; an
/// encoder or expander that stands beside them is shared by those that have none of their own.
public struct Branch: Sendable {
    let parts: [Part]

    public init(@BranchBuilder _ parts: () -> [Part]) { self.parts = parts() }
}

/// Whether the two views go through the same weights, which is the default, or through weights of their own in the same
/// architecture.
public struct Branches: Sendable {
    public enum Weights: Sendable, Hashable { case sharedWeights, separateWeights }

    let weights: Weights

    public init(_ weights: Weights) { self.weights = weights }
}

/// One part of a ``JointEmbedding`` or of a ``Branch``, and its line.
public struct Part: Sendable {
    enum Content: Sendable {
        case views(Views)
        case encoder(Encoder)
        case expander(Expander)
        case loss(Loss)
        case branch(Branch)
        case branches(Branches)
    }

    let content: Content
    let site: Site

    /// As the user wrote it.
    var name: String {
        switch content {
        case .views: "Views"
        case .encoder: "Encoder"
        case .expander: "Expander"
        case .loss: "Loss"
        case .branch: "Branch"
        case .branches: "Branches"
        }
    }
}
