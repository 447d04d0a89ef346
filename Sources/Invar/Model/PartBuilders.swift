/// What may stand in a ``JointEmbedding``.
public protocol ModelPart: Sendable {
    /// With the line that it is written on.
    func written(at site: Site) -> Part
}

/// What may stand in a ``Branch`` too, as its own.
public protocol BranchPart: ModelPart {}

extension Views: ModelPart {
    /// The part, and its line.
    public func written(at site: Site) -> Part { Part(content: .views(self), site: site) }
}
extension RowViews: ModelPart {
    /// The part, and its line.
    public func written(at site: Site) -> Part { Part(content: .rowViews(self), site: site) }
}
extension SignalViews: ModelPart {
    /// The part, and its line.
    public func written(at site: Site) -> Part { Part(content: .signalViews(self), site: site) }
}
extension Encoder: BranchPart {
    /// The part, and its line.
    public func written(at site: Site) -> Part { Part(content: .encoder(self), site: site) }
}
extension Expander: BranchPart {
    /// The part, and its line.
    public func written(at site: Site) -> Part { Part(content: .expander(self), site: site) }
}
extension Predictor: BranchPart {
    /// The part, and its line.
    public func written(at site: Site) -> Part { Part(content: .predictor(self), site: site) }
}
extension MapExpander: ModelPart {
    /// The part, and its line.
    public func written(at site: Site) -> Part { Part(content: .mapExpander(self), site: site) }
}
extension Target: ModelPart {
    /// The part, and its line.
    public func written(at site: Site) -> Part { Part(content: .target(self), site: site) }
}
extension Loss: ModelPart {
    /// The part, and its line.
    public func written(at site: Site) -> Part { Part(content: .loss(self), site: site) }
}
extension Branch: ModelPart {
    /// The part, and its line.
    public func written(at site: Site) -> Part { Part(content: .branch(self), site: site) }
}
extension Branches: ModelPart {
    /// The part, and its line.
    public func written(at site: Site) -> Part { Part(content: .branches(self), site: site) }
}

/// How parts are put together, whatever may stand among them.
public protocol PartFolding {}

extension PartFolding {
    /// `if` without `else`.
    public static func buildOptional(_ parts: [Part]?) -> [Part] { parts ?? [] }
    /// `if`.
    public static func buildEither(first: [Part]) -> [Part] { first }
    /// `else`.
    public static func buildEither(second: [Part]) -> [Part] { second }
    /// `for`.
    public static func buildArray(_ parts: [[Part]]) -> [Part] { parts.flatMap { $0 } }
    /// `#available`.
    public static func buildLimitedAvailability(_ parts: [Part]) -> [Part] { parts }
}

/// Folds the parts inside `Branch { … }`.
@resultBuilder
public enum BranchBuilder: PartFolding {
    /// A part, with the line that it is written on.
    public static func buildExpression(
        _ part: some BranchPart, fileID: String = #fileID, line: Int = #line
    ) -> [Part] { [part.written(at: Site(fileID, line))] }

    /// A part that may not be there.
    public static func buildExpression(
        _ part: (some BranchPart)?, fileID: String = #fileID, line: Int = #line
    ) -> [Part] { part.map { [$0.written(at: Site(fileID, line))] } ?? [] }

    /// All lines.
    public static func buildBlock(_ parts: [Part]...) -> [Part] { parts.flatMap { $0 } }
}

/// Folds the parts inside `JointEmbedding(…) { … }`.
@resultBuilder
public enum JointEmbeddingBuilder: PartFolding {
    /// A part, with the line that it is written on.
    public static func buildExpression(_ part: some ModelPart, fileID: String = #fileID, line: Int = #line) -> [Part] {
        [part.written(at: Site(fileID, line))]
    }
    /// Several parts that a function or a variable gives, such as a method's.
    public static func buildExpression(_ parts: [Part]) -> [Part] { parts }

    /// All lines.
    public static func buildBlock(_ parts: [Part]...) -> [Part] { parts.flatMap { $0 } }
}
