import InvarGraph

/// A value for each of the two views: `0.5` for both, or one for each, as in
/// `Solarize(probability: 0, 0.2)`.
public struct PerView<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    public let first: Value
    public let second: Value

    public init(_ first: Value, _ second: Value? = nil) {
        self.first = first
        self.second = second ?? first
    }

    /// The value for view 0 or 1.
    public subscript(view: Int) -> Value { view == 0 ? first : second }
}

extension PerView<Double> {
    /// Problems of a probability at this site.
    func probabilityProblems(of name: String, at site: Site) -> [Diagnostic] {
        [first, second].filter { !(0...1).contains($0) }.prefix(1).map {
            Diagnostic("\(name) with probability \($0); a probability is between 0 and 1", at: site)
        }
    }
}
