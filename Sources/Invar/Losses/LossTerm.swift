/// A term of the loss: a scalar made of the embeddings of the two views. Yours is a few lines:
///
///     struct Uniformity: LossTerm {
///         func value(of embeddings: Embeddings) -> Tensor {
///             let x = embeddings.first
///             return log(exp(matmul(x, x, transposeB: true) * 2).mean())
///         }
///     }
///
/// or a ``Term`` with a closure. In logs it carries its type's name. What it must remember from step to step, and parameters of its
/// own, ``Embeddings/scope`` keeps.
public protocol LossTerm: Sendable {
    /// In logs: `invariance`. The type's name with a small first letter, where nothing else is said.
    var name: String { get }
    /// What the term makes of the embeddings, before its coefficient: a scalar.
    ///
    /// - Throws: a `Diagnostic` for embeddings that the term cannot take, such as `embeddings.scope.fail(…)`.
    func value(of embeddings: Embeddings) throws -> Tensor
}

extension LossTerm {
    /// The type's name, with a small first letter.
    public var name: String {
        let type = "\(Self.self)".prefix { $0 != "<" }
        return type.prefix(1).lowercased() + type.dropFirst()
    }
}

/// What a term is computed from: the embeddings N×D of both views. Row i of each belongs to image i.
public struct Embeddings {
    /// N×D, of the first view.
    public let first: Tensor
    /// N×D, of the second view. The widths of the two are the same where they share an expander.
    public let second: Tensor
    /// What the ``Predictor`` makes of each; where there is none, the embeddings themselves.
    public let predictions: (first: Tensor, second: Tensor)
    /// The embeddings of the ``Target``, into which no gradient flows; where there is none, the embeddings themselves.
    public let targets: (first: Tensor, second: Tensor)
    /// Whether a prediction is the embedding itself, and so is what it is compared with.
    let isPlain: Bool
    private var place: Scope?

    package init(
        first: Tensor, second: Tensor, predictions: (first: Tensor, second: Tensor)? = nil,
        targets: (first: Tensor, second: Tensor)? = nil
    ) {
        self.first = first
        self.second = second
        self.predictions = predictions ?? (first, second)
        self.targets = targets ?? (first, second)
        isPlain = predictions == nil && targets == nil
    }

    /// The term's own place, for what it keeps from step to step, such as a running centre or a memory of embeddings, and for
    /// parameters that are trained with the model:
    ///
    ///     let centre = try embeddings.scope.statistic("centre", [width], .zeros)
    ///     try embeddings.scope.update("centre", centre * 0.9 + mean * 0.1)
    ///
    /// Checkpoints know it under the term's name: `loss.distillation.centre`.
    public var scope: Scope {
        guard let place else { internalError("only the terms of a model's loss have a place") }
        return place
    }

    func inPlace(_ scope: Scope) -> Embeddings {
        var result = self
        result.place = scope
        return result
    }

    /// The two embeddings.
    public var both: [Tensor] { [first, second] }
    /// Each view's prediction beside what it is to match: the other view's target.
    public var directions: [(prediction: Tensor, target: Tensor)] {
        [(predictions.first, targets.second), (predictions.second, targets.first)]
    }
    /// Number of images.
    public var batch: Int { first.shape.first ?? 0 }
}

extension Embeddings {
    /// Throws a `Diagnostic` where a prediction and its target differ in width.
    func expectComparable(for term: String) throws {
        for (prediction, target) in directions where prediction.shape != target.shape {
            throw Diagnostic(
                "\(term) compares predictions with the other view's embeddings, found \(prediction.shape) and "
                    + "\(target.shape); end predictor and expander with the same width",
                at: first.builder.site)
        }
    }

    /// Throws a `Diagnostic` where the two embeddings differ in width.
    func expectEqualWidths(for term: String) throws {
        guard first.shape == second.shape else {
            throw Diagnostic(
                "\(term) compares the embeddings of the two branches, found \(first.shape) and \(second.shape); "
                    + "end both expanders with the same width", at: first.builder.site)
        }
    }

    /// Throws a `Diagnostic` where a setting of a term is not above 0.
    func expectAbove0(_ value: Double, _ setting: String, of term: String) throws {
        guard value > 0 else {
            throw Diagnostic("\(term) has \(setting) \(value); it must be above 0", at: first.builder.site)
        }
    }

    /// Throws a `Diagnostic` where a statistic over the batch would be one of a single image.
    func expectBatch(for term: String) throws {
        guard batch > 1 else {
            throw Diagnostic(
                "\(term) is a statistic over the batch, found a batch of \(batch); use at least 2 images",
                at: first.builder.site)
        }
    }
}

/// A term written on the spot:
///
///     Term("alignment") { x, y in (x - y).squared().sum([1]).mean() }
public struct Term: LossTerm {
    /// In logs.
    public let name: String
    private let formula: @Sendable (Tensor, Tensor) -> Tensor

    /// - Parameter formula: takes the embeddings N×D of the first and of the second view, gives a scalar.
    public init(_ name: String, _ formula: @escaping @Sendable (_ x: Tensor, _ y: Tensor) -> Tensor) {
        self.name = name
        self.formula = formula
    }

    /// What the formula makes of the two embeddings.
    public func value(of embeddings: Embeddings) -> Tensor { formula(embeddings.first, embeddings.second) }
}
