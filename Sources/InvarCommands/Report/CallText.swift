import Foundation
import Invar

/// A step of the views as Swift would write it: `RandomResizedCrop(scale: 0.2...1, ratio: 0.75...1.3333)`. Of steps whose types are not known, name and
/// parameters as `run.json` has them.
enum CallText {
    static func text(_ step: Views.Step) -> String { call(step.name, step.step) }
    static func text(_ step: RowViews.Step) -> String { call(step.name, step.step) }

    private static func call(_ name: String, _ value: Any) -> String {
        let fields = Mirror(reflecting: value).children
        if let stored = fields.first(where: { $0.label == "stored" }) {
            let parts = Mirror(reflecting: stored.value).children
            return name + "(\(parts.first { $0.label == "parameters" }.map { "\($0.value)" } ?? ""))"
        }
        let arguments = fields.compactMap { label, value -> String? in
            guard let label, !isAbsent(value) else { return nil }
            return "\(label): \(argument(value))"
        }
        return "\(name)(\(arguments.joined(separator: ", ")))"
    }

    private static func isAbsent(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional && mirror.children.isEmpty || "\(type(of: value))" == "WrittenAt"
    }

    private static func argument(_ value: Any) -> String {
        switch value {
        case let number as Double: return self.number(number)
        case let range as ClosedRange<Double>: return "\(number(range.lowerBound))...\(number(range.upperBound))"
        case let step as Views.Step: return text(step)
        default: break
        }
        let mirror = Mirror(reflecting: value)
        let parts = mirror.children.map(\.value)
        switch mirror.displayStyle {
        case .optional: return parts.first.map(argument) ?? "nil"
        case .collection: return "[\(parts.map(argument).joined(separator: ", "))]"
        case .set: return "[\(parts.map(argument).sorted().joined(separator: ", "))]"
        case .enum where parts.isEmpty: return ".\(value)"
        case .struct where mirror.children.map(\.label) == ["first", "second"]:
            // a value for each view
            let both = parts.map(argument)
            return both[0] == both[1] ? both[0] : both.joined(separator: ", ")
        default: return "\(value)"
        }
    }

    private static func number(_ value: Double) -> String {
        let text = String(format: "%.5g", value)
        return Double(text) == value || text.contains("e") ? text : String(format: "%.4f", value)
    }
}
