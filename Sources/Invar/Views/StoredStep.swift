import Foundation
import InvarGraph

/// A step as `run.json` keeps it, where its type is not known: name and parameters.
struct StoredParameters: Sendable, Hashable, Codable {
    let name: String
    /// JSON with sorted keys.
    let parameters: String

    init(_ step: some Encodable, named name: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.name = name
        parameters = String(decoding: try encoder.encode(step), as: UTF8.self)
    }

    /// Whether it was made of an equal step. Equal steps may be stored differently (a set has no order), so that the text is not
    /// all that counts.
    func isStored<Step: Codable & Equatable>(of step: Step, named other: String) -> Bool {
        guard name == other else { return false }
        if let now = try? StoredParameters(step, named: other), now.parameters == parameters { return true }
        return (try? JSONDecoder().decode(Step.self, from: Data(parameters.utf8))) == step
    }
}

/// An augmentation of somebody's own, read back from `run.json`. It can be compared with the one that the program has now, and
/// that is all it is read for.
struct StoredStep: ViewStep {
    private let stored: StoredParameters

    var name: String { stored.name }

    init(_ step: any ViewStep) throws { stored = try StoredParameters(step, named: type(of: step).name) }

    init(from decoder: any Swift.Decoder) throws { stored = try StoredParameters(from: decoder) }

    func encode(to encoder: any Swift.Encoder) throws { try stored.encode(to: encoder) }

    func isStored<Step: ViewStep>(of step: Step) -> Bool { stored.isStored(of: step, named: Step.name) }
}

extension Views.Step: Codable {
    /// What `run.json` calls Invar's own steps.
    private static let builtIn: [(key: String, type: any ViewStep.Type)] = [
        ("randomResizedCrop", RandomResizedCrop.self), ("horizontalFlip", HorizontalFlip.self),
        ("colorJitter", ColorJitter.self), ("grayscale", Grayscale.self), ("gaussianBlur", GaussianBlur.self),
        ("solarize", Solarize.self), ("normalize", Normalize.self), ("rotation", Rotation.self),
        ("quarterTurns", QuarterTurns.self), ("affine", Affine.self), ("perspective", Perspective.self),
        ("cutout", Cutout.self), ("gaussianNoise", GaussianNoise.self), ("sobel", Sobel.self),
        ("sharpness", Sharpness.self), ("posterize", Posterize.self), ("equalize", Equalize.self),
        ("channelShuffle", ChannelShuffle.self), ("randomApply", RandomApply.self), ("oneOf", OneOf.self),
    ]

    /// Whether anything is known of what it does.
    var isKnown: Bool { step is any Augmentation || Self.builtIn.contains { $0.type == type(of: step) } }

    /// Why it cannot be kept in `run.json`.
    var problemOfStoring: Diagnostic? {
        do {
            _ = try StoredStep(step)
            return nil
        } catch {
            return Diagnostic("\(name) has parameters that cannot be stored: \(error)", at: site)
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }

    /// `{"solarize": {"_0": {…}}}` for one of Invar's own, `{"own": {"_0": {"name": …, "parameters": …}}}` for any other.
    public func encode(to encoder: any Swift.Encoder) throws {
        var all = encoder.container(keyedBy: Key.self)
        if let (key, _) = Self.builtIn.first(where: { $0.type == type(of: step) }) {
            var container = all.nestedContainer(keyedBy: Key.self, forKey: Key(key))
            try container.encode(step, forKey: Key("_0"))
        } else {
            var container = all.nestedContainer(keyedBy: Key.self, forKey: Key("own"))
            try container.encode(step as? StoredStep ?? StoredStep(step), forKey: Key("_0"))
        }
    }

    /// Reads what `encode(to:)` wrote, and what earlier versions did.
    /// - Throws: `DecodingError` for a step that this version does not know.
    public init(from decoder: any Swift.Decoder) throws {
        let all = try decoder.container(keyedBy: Key.self)
        for (key, type) in Self.builtIn + [("own", StoredStep.self)] where all.contains(Key(key)) {
            let container = try all.nestedContainer(keyedBy: Key.self, forKey: Key(key))
            self.init(try container.decode(type, forKey: Key("_0")), at: nil)
            return
        }
        throw DecodingError.dataCorrupted(
            DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no step that is known"))
    }
}
