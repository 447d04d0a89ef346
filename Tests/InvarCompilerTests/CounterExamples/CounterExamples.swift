import InvarCompiler

/// Small graphs that look like a rule's example and in which it must not fire, each under what is different there: another axis,
/// a negative factor, a mask that is not symmetric. Without one, nobody knows where the rule ends.
struct CounterExamples {
    let rule: String
    let graphs: KeyValuePairs<String, Rule.Example>

    /// - Parameter rule: its name.
    init(_ rule: String, _ graphs: KeyValuePairs<String, Rule.Example>) { (self.rule, self.graphs) = (rule, graphs) }

    /// Of all rules.
    static let all =
        constantCounterExamples + arithmeticCounterExamples + powerCounterExamples + movementCounterExamples
        + joiningCounterExamples + broadcastCounterExamples + reshapeCounterExamples + gramCounterExamples
        + reductionCounterExamples + contractionCounterExamples + symmetryCounterExamples

    /// Of a rule.
    static func of(_ rule: Rule) -> KeyValuePairs<String, Rule.Example> {
        all.first { $0.rule == rule.name }?.graphs ?? [:]
    }
}
