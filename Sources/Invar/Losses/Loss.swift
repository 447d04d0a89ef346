/// The sum of weighted terms that training makes small:
///
///     Loss {
///         25 * Invariance()
///         25 * Variance()
///              Covariance()
///     }
public struct Loss: Sendable {
    package let terms: [WeightedTerm]

    init(terms: [WeightedTerm]) { self.terms = terms }

    public init(@LossBuilder _ terms: () -> WeightedTerms) { self.terms = terms().terms }

    /// VICReg's, with the paper's coefficients where no others are given. A term whose coefficient is 0 is left out.
    public static func vicreg(invariance: Double = 25, variance: Double = 25, covariance: Double = 1) -> Loss {
        Loss {
            if invariance > 0 { invariance * Invariance() }
            if variance > 0 { variance * Variance() }
            if covariance > 0 { covariance * Covariance() }
        }
    }
}

package struct WeightedTerm: Sendable {
    package let coefficient: Double
    package let term: any LossTerm
    package var site: Site?
}

/// What `25 * Invariance()` is, and sums of such.
public struct WeightedTerms: Sendable {
    var terms: [WeightedTerm]

    public static func * (factor: Double, sum: WeightedTerms) -> WeightedTerms {
        WeightedTerms(
            terms: sum.terms.map {
                WeightedTerm(coefficient: factor * $0.coefficient, term: $0.term, site: $0.site)
            })
    }

    public static func * (sum: WeightedTerms, factor: Double) -> WeightedTerms { factor * sum }

    public static func + (a: WeightedTerms, b: WeightedTerms) -> WeightedTerms {
        WeightedTerms(terms: a.terms + b.terms)
    }
    public static func + (a: WeightedTerms, b: some LossTerm) -> WeightedTerms { a + 1 * b }
    public static func + (a: some LossTerm, b: WeightedTerms) -> WeightedTerms { 1 * a + b }
}

extension LossTerm {
    public static func * (coefficient: Double, term: Self) -> WeightedTerms {
        WeightedTerms(terms: [WeightedTerm(coefficient: coefficient, term: term)])
    }
    public static func * (term: Self, coefficient: Double) -> WeightedTerms { coefficient * term }

    public static func + (a: Self, b: some LossTerm) -> WeightedTerms { 1 * a + 1 * b }
}

/// Folds the lines of `Loss { … }`. `if`, `for`, `switch`, and functions that return terms work inside.
@resultBuilder
public enum LossBuilder {
    public static func buildExpression(
        _ term: some LossTerm, fileID: String = #fileID, line: Int = #line
    ) -> WeightedTerms {
        buildExpression(1 * term, fileID: fileID, line: line)
    }

    public static func buildExpression(
        _ term: (some LossTerm)?, fileID: String = #fileID, line: Int = #line
    ) -> WeightedTerms {
        buildExpression(term.map { 1 * $0 } ?? WeightedTerms(terms: []), fileID: fileID, line: line)
    }

    public static func buildExpression(
        _ sum: WeightedTerms, fileID: String = #fileID, line: Int = #line
    ) -> WeightedTerms {
        WeightedTerms(
            terms: sum.terms.map {
                WeightedTerm(coefficient: $0.coefficient, term: $0.term, site: $0.site ?? Site(fileID, line))
            })
    }

    public static func buildBlock() -> WeightedTerms { WeightedTerms(terms: []) }
    public static func buildPartialBlock(first: WeightedTerms) -> WeightedTerms { first }
    public static func buildPartialBlock(accumulated: WeightedTerms, next: WeightedTerms) -> WeightedTerms {
        accumulated + next
    }
    public static func buildOptional(_ terms: WeightedTerms?) -> WeightedTerms { terms ?? WeightedTerms(terms: []) }
    public static func buildEither(first: WeightedTerms) -> WeightedTerms { first }
    public static func buildEither(second: WeightedTerms) -> WeightedTerms { second }
    public static func buildArray(_ parts: [WeightedTerms]) -> WeightedTerms {
        WeightedTerms(terms: parts.flatMap(\.terms))
    }
    public static func buildLimitedAvailability(_ terms: WeightedTerms) -> WeightedTerms { terms }
}
