import Foundation
import InvarGraph

/// An update rule as run.json has it: `{"name": "lars", "momentum": 0.9, …}`, the rule's numbers beside its name.
struct OptimizerRecord: Sendable, Hashable {
    /// A number, a word, or what is made of such.
    enum Value: Sendable, Hashable {
        case none
        case flag(Bool)
        case number(Double)
        case word(String)
        case list([Value])
        case object([String: Value])
    }

    let name: String
    let numbers: [String: Value]

    /// A rule that cannot be coded is one without numbers.
    init(_ rule: any UpdateRule) {
        name = rule.name
        if let recorded = rule as? RecordedRule {
            numbers = recorded.record.numbers
        } else {
            let coded = try? JSONDecoder().decode(Value.self, from: JSONEncoder().encode(rule))
            if case .object(let numbers) = coded { self.numbers = numbers } else { numbers = [:] }
        }
    }
}

/// A rule of a run whose program had it, and this one has not: it can be shown and compared, and trains nothing.
struct RecordedRule: UpdateRule {
    let record: OptimizerRecord

    init(record: OptimizerRecord) { self.record = record }

    var name: String { record.name }

    func update(_ parameters: [TrainedParameter], _ update: inout OptimizerUpdate) {
        internalError("a step by an optimizer that this program does not have")
    }

    init(from decoder: any Decoder) throws { record = try OptimizerRecord(from: decoder) }
    func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }
}

extension Optimizer: Codable {
    private enum Key: String, CodingKey { case name }

    /// A name that is not one of ours is that of a rule that the reader has to know: see ``restored(by:)``.
    public init(from decoder: any Decoder) throws {
        let name = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .name)
        rule =
            switch name {
            case "sgd": try SGD(from: decoder)
            case "lars": try LARS(from: decoder)
            case "adamw": try AdamW(from: decoder)
            default: try RecordedRule(from: decoder)
            }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try rule.encode(to: encoder)
    }

    /// Whether it is known by its record alone.
    package var isForeign: Bool { rule is RecordedRule }

    /// The rule that was recorded, where it is of the kind of one of these; else it stays as it is.
    /// - Throws: `TrainingError` where the numbers of the record are not those of the rule.
    package func restored(by known: [any UpdateRule]) throws -> Optimizer {
        guard let recorded = rule as? RecordedRule, let mine = known.first(where: { $0.name == name }) else {
            return self
        }
        func decoded<Rule: UpdateRule>(_: Rule) throws -> Optimizer {
            Optimizer(try JSONDecoder().decode(Rule.self, from: JSONEncoder().encode(recorded)))
        }
        do { return try decoded(mine) } catch {
            throw TrainingError(
                .configuration, "the optimizer \(name) has other numbers than in the run, which has \(recorded)")
        }
    }
}

extension OptimizerRecord: Codable {
    init(from decoder: any Decoder) throws {
        guard case .object(var numbers) = try Value(from: decoder),
            case .word(let name) = numbers.removeValue(forKey: "name")
        else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "an optimizer without a name"))
        }
        (self.name, self.numbers) = (name, numbers)
    }

    func encode(to encoder: any Encoder) throws {
        try Value.object(numbers.merging(["name": .word(name)]) { $1 }).encode(to: encoder)
    }
}

extension OptimizerRecord.Value: Codable, CustomStringConvertible {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .none
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let word = try? container.decode(String.self) {
            self = .word(word)
        } else if let list = try? container.decode([Self].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: Self].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .none: try container.encodeNil()
        case .flag(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .word(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    var description: String {
        switch self {
        case .none: "none"
        case .flag(let value): "\(value)"
        case .number(let value): "\(value)"
        case .word(let value): value
        case .list(let value): "\(value)"
        case .object(let value):
            "{" + value.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
        }
    }
}
