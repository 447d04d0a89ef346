/// What may stand in a ``JointEmbedding``.
public protocol ModelPart: Sendable {
    /// With the line that it is written on.
    func written(at site: Site) -> Part
}

/// What may stand in a ``Branch`` too, as its own.
public protocol BranchPart: ModelPart {}

extension Views: ModelPart { public func written(at site: Site) -> Part { Part(content: .views(self), site: site) } }
extension Encoder: BranchPart {
    public func written(at site: Site) -> Part { Part(content: .encoder(self), site: site) }
}
extension Expander: BranchPart {
    public func written(at site: Site) -> Part { Part(content: .expander(self), site: site) }
}
extension Predictor: BranchPart {
    public func written(at site: Site) -> Part { Part(content: .predictor(self), site: site) }
}
extension Target: ModelPart { public func written(at site: Site) -> Part { Part(content: .target(self), site: site) } }
extension Loss: ModelPart { public func written(at site: Site) -> Part { Part(content: .loss(self), site: site) } }
extension Branch: ModelPart { public func written(at site: Site) -> Part { Part(content: .branch(self), site: site) } }
extension Branches: ModelPart {
    public func written(at site: Site) -> Part { Part(content: .branches(self), site: site) }
}

/// How parts are put together, whatever may stand among them.
public protocol PartFolding {}

extension PartFolding {
    public static func buildOptional(_ parts: [Part]?) -> [Part] { parts ?? [] }
    public static func buildEither(first: [Part]) -> [Part] { first }
    public static func buildEither(second: [Part]) -> [Part] { second }
    public static func buildArray(_ parts: [[Part]]) -> [Part] { parts.flatMap { $0 } }
    public static func buildLimitedAvailability(_ parts: [Part]) -> [Part] { parts }
}

/// Folds the parts inside `Branch { … }`.
@resultBuilder
public enum BranchBuilder: PartFolding {
    public static func buildExpression(
        _ part: some BranchPart, fileID: String = #fileID, line: Int = #line
    ) -> [Part] { [part.written(at: Site(fileID, line))] }

    /// A part that may not be there.
    public static func buildExpression(
        _ part: (some BranchPart)?, fileID: String = #fileID, line: Int = #line
    ) -> [Part] { part.map { [$0.written(at: Site(fileID, line))] } ?? [] }

    public static func buildBlock(_ parts: [Part]...) -> [Part] { parts.flatMap { $0 } }
}

/// Folds the parts inside `JointEmbedding(…) { … }`.
@resultBuilder
public enum JointEmbeddingBuilder: PartFolding {
    public static func buildExpression(_ part: some ModelPart, fileID: String = #fileID, line: Int = #line) -> [Part] {
        [part.written(at: Site(fileID, line))]
    }
    public static func buildExpression(_ parts: [Part]) -> [Part] { parts }

    public static func buildBlock(_ parts: [Part]...) -> [Part] { parts.flatMap { $0 } }
}
