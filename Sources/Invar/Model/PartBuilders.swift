/// Folds the parts inside `Branch { … }`.
@resultBuilder
public enum BranchBuilder {
    public static func buildExpression(
        _ encoder: Encoder, fileID: String = #fileID, line: Int = #line
    ) -> [Part] {
        [Part(content: .encoder(encoder), site: Site(fileID, line))]
    }
    public static func buildExpression(
        _ expander: Expander, fileID: String = #fileID, line: Int = #line
    ) -> [Part] {
        [Part(content: .expander(expander), site: Site(fileID, line))]
    }
    public static func buildExpression(
        _ predictor: Predictor, fileID: String = #fileID, line: Int = #line
    ) -> [Part] {
        [Part(content: .predictor(predictor), site: Site(fileID, line))]
    }

    /// A part that may not be there.
    public static func buildExpression(
        _ expander: Expander?, fileID: String = #fileID, line: Int = #line
    ) -> [Part] {
        expander.map { [Part(content: .expander($0), site: Site(fileID, line))] } ?? []
    }

    public static func buildBlock(_ parts: [Part]...) -> [Part] { parts.flatMap { $0 } }
    public static func buildOptional(_ parts: [Part]?) -> [Part] { parts ?? [] }
    public static func buildEither(first: [Part]) -> [Part] { first }
    public static func buildEither(second: [Part]) -> [Part] { second }
    public static func buildArray(_ parts: [[Part]]) -> [Part] { parts.flatMap { $0 } }
    public static func buildLimitedAvailability(_ parts: [Part]) -> [Part] { parts }
}

/// Folds the parts inside `JointEmbedding(…) { … }`.
@resultBuilder
public enum JointEmbeddingBuilder {
    public static func buildExpression(_ views: Views, fileID: String = #fileID, line: Int = #line) -> [Part] {
        [Part(content: .views(views), site: Site(fileID, line))]
    }
    public static func buildExpression(_ encoder: Encoder, fileID: String = #fileID, line: Int = #line) -> [Part] {
        [Part(content: .encoder(encoder), site: Site(fileID, line))]
    }
    public static func buildExpression(_ expander: Expander, fileID: String = #fileID, line: Int = #line) -> [Part] {
        [Part(content: .expander(expander), site: Site(fileID, line))]
    }
    public static func buildExpression(
        _ predictor: Predictor, fileID: String = #fileID, line: Int = #line
    ) -> [Part] {
        [Part(content: .predictor(predictor), site: Site(fileID, line))]
    }
    public static func buildExpression(_ target: Target, fileID: String = #fileID, line: Int = #line) -> [Part] {
        [Part(content: .target(target), site: Site(fileID, line))]
    }
    public static func buildExpression(_ parts: [Part]) -> [Part] { parts }
    public static func buildExpression(_ loss: Loss, fileID: String = #fileID, line: Int = #line) -> [Part] {
        [Part(content: .loss(loss), site: Site(fileID, line))]
    }
    public static func buildExpression(_ branch: Branch, fileID: String = #fileID, line: Int = #line) -> [Part] {
        [Part(content: .branch(branch), site: Site(fileID, line))]
    }
    public static func buildExpression(_ branches: Branches, fileID: String = #fileID, line: Int = #line) -> [Part] {
        [Part(content: .branches(branches), site: Site(fileID, line))]
    }

    public static func buildBlock(_ parts: [Part]...) -> [Part] { parts.flatMap { $0 } }
    public static func buildOptional(_ parts: [Part]?) -> [Part] { parts ?? [] }
    public static func buildEither(first: [Part]) -> [Part] { first }
    public static func buildEither(second: [Part]) -> [Part] { second }
    public static func buildArray(_ parts: [[Part]]) -> [Part] { parts.flatMap { $0 } }
    public static func buildLimitedAvailability(_ parts: [Part]) -> [Part] { parts }
}
