/// What the rules did to a graph.
public struct RewriteReport: Hashable, Sendable {
    /// How often each rule fired, by name.
    public internal(set) var fired: [String: Int] = [:]
    /// How often a rule's replacement was turned down, by name: it would have cost more than it saves (what it replaces
    /// has other users), or is not of the node's type.
    public internal(set) var refused: [String: Int] = [:]
    /// The rules that were still firing at some node when its budget ran out, by name, in alphabetical order. They undo each
    /// other, or one of them has no end. What the graph computes is right all the same.
    public internal(set) var unsettled: [String] = []
}
