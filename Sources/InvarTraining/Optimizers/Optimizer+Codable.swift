/// `{"name": "lars", "momentum": 0.9, …}`: the rule's numbers beside its name.
extension Optimizer: Codable {
    private enum Key: String, CodingKey { case name }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(String.self, forKey: .name) {
        case "sgd": self = .sgd(try SGD(from: decoder))
        case "lars": self = .lars(try LARS(from: decoder))
        case "adamw": self = .adamW(try AdamW(from: decoder))
        case let other:
            throw DecodingError.dataCorruptedError(
                forKey: .name, in: container,
                debugDescription:
                    "no optimizer is named \"\(other)\"; known: \(Optimizer.names.joined(separator: ", "))")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        switch self {
        case .sgd(let rule): try rule.encode(to: encoder)
        case .lars(let rule): try rule.encode(to: encoder)
        case .adamW(let rule): try rule.encode(to: encoder)
        }
    }
}

extension Optimizer: CustomStringConvertible {
    /// `LARS, momentum 0.9, weight decay 1e-06, eta 0.001`
    public var description: String {
        func vectors(_ excluded: Bool) -> String { excluded ? "" : ", vectors decay too" }
        return switch self {
        case .sgd(let rule):
            "SGD, momentum \(rule.momentum)\(rule.nesterov ? " (Nesterov)" : ""), weight decay \(rule.weightDecay)"
                + vectors(rule.excludesVectors)
        case .lars(let rule):
            "LARS, momentum \(rule.momentum), weight decay \(rule.weightDecay), eta \(rule.eta)"
                + (rule.isClipped ? ", clipped" : "") + vectors(rule.excludesVectors)
        case .adamW(let rule):
            "AdamW, betas \(rule.beta1) and \(rule.beta2), epsilon \(rule.epsilon), weight decay \(rule.weightDecay)"
                + vectors(rule.excludesVectors)
        }
    }
}
