/// A term of the loss: a scalar made of the embeddings of two views. Yours is a few lines:
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
///
/// Where an image has more than two views, the loss has the mean of a term over all pairs of them: each view is compared with each whole view but
/// itself. A term that is to see all views at once says so by ``takesAllViews``.
public protocol LossTerm: Sendable {
    /// In logs: `invariance`. The type's name with a small first letter, where nothing else is said.
    var name: String { get }
    /// Whether the term reads ``Embeddings/views``, however many there are. False: it is written for two, ``Embeddings/first`` and
    /// ``Embeddings/second``.
    var takesAllViews: Bool { get }
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
    /// False.
    public var takesAllViews: Bool { false }
}

/// What a term is computed from: the embeddings N×D of an image's views. Row i of each belongs to image i.
public struct Embeddings {
    /// N×D each: of the whole views, and then of the small ones. The widths are the same where views share an expander.
    public let views: [Tensor]
    /// How many of them are of whole views.
    public let wholeCount: Int
    private let ownPredictions: [Tensor]?
    private let ownTargets: [Tensor]?
    private var place: Scope?
    /// Of all views of the model, and which of them these are.
    var ofPlaces: ViewPlaces?
    private var numbers: [Int]

    /// - Parameters:
    ///   - predictions: one for each view.
    ///   - targets: one for each whole view.
    package init(views: [Tensor], whole: Int = 2, predictions: [Tensor]? = nil, targets: [Tensor]? = nil) {
        (self.views, wholeCount, ownPredictions, ownTargets) = (views, whole, predictions, targets)
        numbers = Array(views.indices)
    }

    package init(first: Tensor, second: Tensor) { self.init(views: [first, second]) }

    /// N×D, of the first view.
    public var first: Tensor { views[0] }
    /// N×D, of the second view.
    public var second: Tensor { views[1] }
    /// What the ``Predictor`` makes of each view; where there is none, the embeddings themselves.
    public var predictions: [Tensor] { ownPredictions ?? views }
    /// The embeddings that the ``Target`` gives of each whole view, into which no gradient flows; where there is none, the embeddings
    /// themselves. What is compared with is always a whole view.
    public var targets: [Tensor] { ownTargets ?? Array(views.prefix(wholeCount)) }
    /// Whether a prediction is the embedding itself, and so is what it is compared with.
    var isPlain: Bool { ownPredictions == nil && ownTargets == nil }

    /// What the ``MapExpander`` makes of the last maps of each view's encoder, those before they are pooled; without one, these maps. N×H×W×E each; small views have
    /// smaller ones.
    ///
    /// - Throws: a `Diagnostic` where an encoder has no maps.
    public var maps: [Tensor] {
        get throws {
            guard let maps = ofPlaces?.maps else {
                throw scope.fail("this term compares maps, and an encoder has none; end it with GlobalAveragePool()")
            }
            return numbers.map { maps[$0] }
        }
    }

    /// Where the crop lies that each view was made of, in pixels of the image as it is stored: N×5 each, top, left, height, width, and 1 where it is mirrored, else 0.
    /// Of steps that move pixels only `RandomResizedCrop` and `HorizontalFlip` are known.
    ///
    /// - Throws: a `Diagnostic` where a view is of rows or signals.
    public var places: [Tensor] {
        get throws {
            guard let ofPlaces, ofPlaces.areOfImages else {
                throw scope.fail("this term asks where crops lie, and a view is none of an image")
            }
            return numbers.map {
                first.builder.input("\(ofPlaces.names[$0]).place", TensorType([batch, 5], first.type.element))
            }
        }
    }

    /// Each view beside each whole one that comes before it.
    var pairs: [Embeddings] {
        (0..<wholeCount).flatMap { one in
            ((one + 1)..<views.count).map { other in
                let chosen = [one, other]
                var pair = Embeddings(
                    views: chosen.map { views[$0] }, whole: chosen.count { $0 < wholeCount },
                    predictions: ownPredictions.map { all in chosen.map { all[$0] } },
                    targets: ownTargets.map { all in chosen.filter { $0 < wholeCount }.map { all[$0] } })
                (pair.place, pair.ofPlaces, pair.numbers) = (place, ofPlaces, chosen.map { numbers[$0] })
                return pair
            }
        }
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

    /// Each view's prediction beside what it is to match: the target of another view, a whole one. Of two whole views there are two.
    public var directions: [(prediction: Tensor, target: Tensor)] {
        predictions.indices.flatMap { view in
            targets.indices.filter { $0 != view }.map { (predictions[view], targets[$0]) }
        }
    }
    /// The mean of what is made of each direction.
    func meanOfDirections(_ value: (_ prediction: Tensor, _ target: Tensor) throws -> Tensor) rethrows -> Tensor {
        try directions.map(value).mean
    }
    /// Number of images.
    public var batch: Int { first.shape.first ?? 0 }
}

/// What terms may ask of the places of each view.
struct ViewPlaces {
    /// N×H×W×E each; nothing where an encoder has none.
    let maps: [Tensor]?
    /// Of the views' inputs.
    let names: [String]
    let areOfImages: Bool
}

extension [Tensor] {
    /// Of scalars: their sum divided by their number.
    var mean: Tensor { dropFirst().reduce(self[0], +) * (1 / Double(count)) }
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

    /// Throws a `Diagnostic` where two embeddings differ in width.
    func expectEqualWidths(for term: String) throws {
        guard views.allSatisfy({ $0.shape == first.shape }) else {
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
