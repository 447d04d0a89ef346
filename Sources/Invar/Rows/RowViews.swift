import InvarGraph

/// How the views of a row of numbers are made, for encoders that take rows: steps that run in the order they are written.
/// They work on the numbers as the file has them, in the file's units.
///
///     RowViews {
///         RowSwapping(share: 0.4)
///         RowNoise(sigma: 0.1, probability: 1, 0)      // one value per view
///     }
///
/// A row has two views, or as many as `RowViews(count: 4) { … }` says, all through the same weights; of two values of a step they take the two in turns.
/// Steps of your own stand among Invar's: see ``RowAugmentation``. A branch that sees images is not touched; its steps stand in
/// ``Views``.
///
/// A description alone: it is data, can be compared and stored, and touches no number.
public struct RowViews: Sendable, Hashable {
    /// In the order in which they run.
    public let steps: [Step]
    /// Of each row.
    public let count: Int

    /// Views of these steps.
    public init(steps: [Step], count: Int = 2) { (self.steps, self.count) = (steps, count) }

    /// Views of the steps that are written in the block.
    public init(count: Int = 2, @RowViewsBuilder _ steps: () -> [Step]) { self.init(steps: steps(), count: count) }

    /// One step, whichever it is, and the line of `RowViews { … }` that it is written on.
    public struct Step: Sendable {
        /// Its description.
        public let step: any RowAugmentation
        /// Nothing for a step that was read from a file. Two steps are equal whatever lines they stand on.
        public let site: Site?

        /// A step that is written at this line.
        public init(_ step: any RowAugmentation, at site: Site?) { (self.step, self.site) = (step, site) }
    }

    /// What is wrong with these views, in the order of the lines; nothing, if all is well.
    public var problems: [Diagnostic] {
        let most = Views.most
        let found =
            (2...most).contains(count)
            ? [] : [Diagnostic("\(counted(count, "view")) of a row or signal; use 2 to \(most)", at: steps.first?.site)]
        return found + steps.flatMap(\.problems)
    }

    /// Whether a step may change a row of one of these views: then the two views of a row differ.
    package func changeRows(views: [Int]) -> Bool {
        steps.contains { step in
            !step.step.changesNothing && views.contains { step.step.probability[$0] > 0 }
        }
    }
}

/// Two views, which most models have, are not written.
extension RowViews: Codable {
    private enum Key: CodingKey { case steps, count }

    /// `{"steps": …}`, and `"count"` where it is not 2.
    public func encode(to encoder: any Swift.Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(steps, forKey: .steps)
        if count != 2 { try fields.encode(count, forKey: .count) }
    }

    /// Reads what `encode(to:)` wrote.
    /// - Throws: `DecodingError` for what are no views.
    public init(from decoder: any Swift.Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        self.init(
            steps: try fields.decode([Step].self, forKey: .steps),
            count: try fields.decodeIfPresent(Int.self, forKey: .count) ?? 2)
    }
}

extension RowViews.Step: Hashable {
    /// What messages call it.
    public var name: String { (step as? StoredRowStep)?.stored.name ?? type(of: step).name }

    /// Whether both are one step with equal parameters; one of them may have been read from a file.
    public static func == (one: Self, other: Self) -> Bool {
        func isEqual<Step: RowAugmentation>(_ step: Step, _ other: any RowAugmentation) -> Bool {
            (other as? Step).map { $0 == step }
                ?? (other as? StoredRowStep)?.stored.isStored(of: step, named: Step.name) ?? false
        }
        return isEqual(one.step, other.step) || isEqual(other.step, one.step)
    }

    /// By the name alone, since a step that was read from a file must have the hash of the one that it equals.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// What is wrong with this step by itself.
    var problems: [Diagnostic] {
        let probability = step.probability
        var found = [probability.first, probability.second].filter { !(0...1).contains($0) }.prefix(1).map {
            Diagnostic("\(name) with probability \($0); a probability is between 0 and 1", at: site)
        }
        found += step.problems().map { $0.site == nil ? Diagnostic($0.message, at: site) : $0 }
        guard found.isEmpty else { return found }
        do {
            _ = try StoredParameters(step, named: name)
            return []
        } catch { return [Diagnostic("\(name) has parameters that cannot be stored: \(error)", at: site)] }
    }
}

/// Whatever its type: name and parameters, as `run.json` keeps them.
extension RowViews.Step: Codable {
    /// `{"name": …, "parameters": …}`
    public func encode(to encoder: any Swift.Encoder) throws {
        try ((step as? StoredRowStep)?.stored ?? StoredParameters(step, named: name)).encode(to: encoder)
    }

    /// Reads what `encode(to:)` wrote: a step that can be compared with the one that the program has now.
    /// - Throws: `DecodingError` for what is no step.
    public init(from decoder: any Swift.Decoder) throws {
        self.init(StoredRowStep(stored: try StoredParameters(from: decoder)), at: nil)
    }
}

/// A step that was read from a file, where its type is not known: it can be compared, and that is all it is read for.
private struct StoredRowStep: RowAugmentation {
    let stored: StoredParameters
    func apply(to row: inout MutableSpan<Float>, of rows: TrainingRows, random: inout ViewRandom) {}
}

/// Folds the lines of `RowViews { … }`. `if`, `for`, `switch`, and functions that return steps or views work inside.
@resultBuilder
public enum RowViewsBuilder {
    /// One step, and its line.
    public static func buildExpression(
        _ step: some RowAugmentation, fileID: String = #fileID, line: Int = #line
    ) -> [RowViews.Step] { [RowViews.Step(step, at: Site(fileID, line))] }
    /// All steps of other views.
    public static func buildExpression(_ views: RowViews) -> [RowViews.Step] { views.steps }
    /// The lines of a block.
    public static func buildBlock(_ parts: [RowViews.Step]...) -> [RowViews.Step] { parts.flatMap { $0 } }
    /// `if` without `else`.
    public static func buildOptional(_ part: [RowViews.Step]?) -> [RowViews.Step] { part ?? [] }
    /// The first branch of `if` or `switch`.
    public static func buildEither(first part: [RowViews.Step]) -> [RowViews.Step] { part }
    /// The other branch.
    public static func buildEither(second part: [RowViews.Step]) -> [RowViews.Step] { part }
    /// `for`.
    public static func buildArray(_ parts: [[RowViews.Step]]) -> [RowViews.Step] { parts.flatMap { $0 } }
}
