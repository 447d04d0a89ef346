import InvarGraph

/// How many processes share one step, and the batch that they share: each takes as many images of it.
public struct Ranks: Hashable, Sendable {
    /// 1 or more.
    public let count: Int
    /// Images of all ranks together.
    public let batch: Int

    /// - Parameters:
    ///   - count: how many share the step.
    ///   - batch: images of all of them together.
    /// - Throws: a `Diagnostic` where the images do not go evenly into the ranks. It names the batches next to it that do.
    public init(_ count: Int, sharing batch: Int) throws(Diagnostic) {
        guard count >= 1 else { throw Diagnostic("\(count) ranks; use at least 1") }
        guard batch >= 1 else { throw Diagnostic("a batch of \(batch) images; use at least 1") }
        guard batch % count == 0 else {
            let below = batch / count * count
            throw Diagnostic(
                "\(count) ranks cannot share a batch of \(batch) images evenly; use a batch of "
                    + (below > 0 ? "\(below) or \(below + count)" : "\(count)"))
        }
        (self.count, self.batch) = (count, batch)
    }
}
