/// A value for each of the two views: `0.5` for both, or one for each, as in
/// `Solarize(probability: 0, 0.2)`. Where there are more views, they take the two in turns.
public struct PerView<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    /// The first view's.
    public let first: Value
    /// The second view's.
    public let second: Value

    /// A value for both views, or one for each.
    public init(_ first: Value, _ second: Value? = nil) {
        self.first = first
        self.second = second ?? first
    }

    /// The value for view 0, 1, …
    public subscript(view: Int) -> Value { view.isMultiple(of: 2) ? first : second }
}
