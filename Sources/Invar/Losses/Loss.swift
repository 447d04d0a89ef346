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

    /// - Parameter terms: one a line, each with its coefficient before or behind it, or none for 1.
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

    /// Every coefficient times the factor.
    public static func * (factor: Double, sum: WeightedTerms) -> WeightedTerms {
        WeightedTerms(
            terms: sum.terms.map {
                WeightedTerm(coefficient: factor * $0.coefficient, term: $0.term, site: $0.site)
            })
    }

    /// Every coefficient times the factor.
    public static func * (sum: WeightedTerms, factor: Double) -> WeightedTerms { factor * sum }

    /// The terms of both.
    public static func + (a: WeightedTerms, b: WeightedTerms) -> WeightedTerms {
        WeightedTerms(terms: a.terms + b.terms)
    }
    /// The terms of the sum, and one more with the coefficient 1.
    public static func + (a: WeightedTerms, b: some LossTerm) -> WeightedTerms { a + 1 * b }
    /// One term with the coefficient 1, and those of the sum.
    public static func + (a: some LossTerm, b: WeightedTerms) -> WeightedTerms { 1 * a + b }
}

extension LossTerm {
    /// The term with its coefficient: `25 * Variance()`.
    public static func * (coefficient: Double, term: Self) -> WeightedTerms {
        WeightedTerms(terms: [WeightedTerm(coefficient: coefficient, term: term)])
    }
    /// The term with its coefficient: `Variance() * 25`.
    public static func * (term: Self, coefficient: Double) -> WeightedTerms { coefficient * term }

    /// Both, each with the coefficient 1.
    public static func + (a: Self, b: some LossTerm) -> WeightedTerms { 1 * a + 1 * b }
}

/// Folds the lines of `Loss { … }`. `if`, `for`, `switch`, and functions that return terms work inside.
@resultBuilder
public enum LossBuilder {
    /// A term alone: its coefficient is 1.
    public static func buildExpression(
        _ term: some LossTerm, fileID: String = #fileID, line: Int = #line
    ) -> WeightedTerms {
        buildExpression(1 * term, fileID: fileID, line: line)
    }

    /// A term that may not be there.
    public static func buildExpression(
        _ term: (some LossTerm)?, fileID: String = #fileID, line: Int = #line
    ) -> WeightedTerms {
        buildExpression(term.map { 1 * $0 } ?? WeightedTerms(terms: []), fileID: fileID, line: line)
    }

    /// Terms with coefficients, and the line that they stand on.
    public static func buildExpression(
        _ sum: WeightedTerms, fileID: String = #fileID, line: Int = #line
    ) -> WeightedTerms {
        WeightedTerms(
            terms: sum.terms.map {
                WeightedTerm(coefficient: $0.coefficient, term: $0.term, site: $0.site ?? Site(fileID, line))
            })
    }

    /// No terms: refused when the graph is built.
    public static func buildBlock() -> WeightedTerms { WeightedTerms(terms: []) }
    /// The first line.
    public static func buildPartialBlock(first: WeightedTerms) -> WeightedTerms { first }
    /// One line more.
    public static func buildPartialBlock(accumulated: WeightedTerms, next: WeightedTerms) -> WeightedTerms {
        accumulated + next
    }
    /// `if` without `else`.
    public static func buildOptional(_ terms: WeightedTerms?) -> WeightedTerms { terms ?? WeightedTerms(terms: []) }
    /// `if`.
    public static func buildEither(first: WeightedTerms) -> WeightedTerms { first }
    /// `else`.
    public static func buildEither(second: WeightedTerms) -> WeightedTerms { second }
    /// `for`.
    public static func buildArray(_ parts: [WeightedTerms]) -> WeightedTerms {
        WeightedTerms(terms: parts.flatMap(\.terms))
    }
    /// `#available`.
    public static func buildLimitedAvailability(_ terms: WeightedTerms) -> WeightedTerms { terms }
}
