import InvarGraph

/// What several steps check of their parameters.
enum Check {
    /// - Parameter meaning: what is allowed, in words.
    static func range(
        _ step: String, _ name: String, _ range: ClosedRange<Double>, within allowed: ClosedRange<Double>,
        _ meaning: String
    ) -> [Diagnostic] {
        allowed.contains(range.lowerBound) && allowed.contains(range.upperBound)
            ? [] : [Diagnostic("\(step) with \(name) \(range); \(meaning)")]
    }

    static func number(
        _ step: String, _ name: String, _ number: Double, within allowed: ClosedRange<Double>, _ meaning: String
    ) -> [Diagnostic] {
        allowed.contains(number) ? [] : [Diagnostic("\(step) with \(name) \(number); \(meaning)")]
    }

    static func fill(_ step: String, _ fill: Double) -> [Diagnostic] {
        number(step, "fill", fill, within: 0...1, "it is a pixel value: 0 (black) to 1 (white)")
    }
}
