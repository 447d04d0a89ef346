import InvarGraph

/// A step whose result is not what the reference computes from the same operands.
package struct ShadowMismatch: Error, Hashable, Sendable, CustomStringConvertible {
    package let program: String
    package let step: Int
    package let kind: String
    /// The path in the architecture.
    package let name: String
    package let site: Site?
    package let isBackward: Bool
    /// Which of the step's results, and the element of it that is furthest off.
    package let result: Int
    package let shape: [Int]
    package let element: [Int]
    package let got: Double
    package let want: Double
    package let allowed: Double
    /// The executors' names.
    package let checked: String
    package let reference: String
    /// Where the reference disagrees with itself: then it is wrong, and nothing is known about what it checked.
    package let disagreement: Disagreement?

    /// What the reference computed when it ran twice on the same operands.
    package struct Disagreement: Hashable, Sendable {
        package let element: [Int]
        package let first, second: Double
    }

    package var description: String {
        let place = name.isEmpty ? "" : " of \(isBackward ? "the backward half of " : "")\(name)"
        let line = site.map { " (\($0))" } ?? ""
        let what = "\(program), step \(step), \(kind)\(place)\(line): "
        if let disagreement {
            return what + "the reference, \(reference), is at fault: twice on the same operands, element "
                + "\(disagreement.element) of result \(result) \(shape) is \(disagreement.first) and "
                + "\(disagreement.second). It reads memory that it has not written; of \(checked) nothing is known"
        }
        return what + "element \(element) of result \(result) \(shape) is \(got) by "
            + "\(checked) and \(want) by \(reference); \((got - want).magnitude) apart, where \(allowed) is allowed"
    }
}
