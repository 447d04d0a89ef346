import InvarGraph

// Where parts of a batch take turns (`accumulate`), a kernel belongs to one turn: otherwise one part would wait for another, with
// all that it has in memory.

extension Node {
    /// Whether a kernel that computes `user` may compute this value, too. A value of the whole batch may be computed wherever it is
    /// needed.
    func mayBeComputed(within user: Node) -> Bool { turn == nil || turn == user.turn }
}
