import InvarGraph

/// How many processes share one step, and the batch that they share: each takes as many images of it, and computes them in as many
/// micro-batches.
public struct Ranks: Hashable, Sendable {
    /// 1 or more.
    public let count: Int
    /// Of each rank's images, computed one after another; 1 or more.
    public let microBatches: Int
    /// Images of all ranks together.
    public let batch: Int

    /// Micro-batches of all ranks together.
    public var parts: Int { count * microBatches }

    /// - Parameters:
    ///   - count: how many share the step.
    ///   - microBatches: how many parts of its images each computes one after another.
    ///   - batch: images of all of them together.
    /// - Throws: a `Diagnostic` where the images do not go evenly into the ranks, or theirs into micro-batches. It names the numbers next
    ///   to it that do.
    public init(_ count: Int, in microBatches: Int = 1, sharing batch: Int) throws(Diagnostic) {
        guard count >= 1 else { throw Diagnostic("\(count) ranks; use at least 1") }
        guard microBatches >= 1 else { throw Diagnostic("\(microBatches) micro-batches; use at least 1") }
        guard batch >= 1 else { throw Diagnostic("a batch of \(batch) images; use at least 1") }
        func batches(of parts: Int) -> String {
            let below = batch / parts * parts
            return below > 0 ? "\(below) or \(below + parts)" : "\(parts)"
        }
        guard batch % count == 0 else {
            throw Diagnostic(
                "\(count) ranks cannot share a batch of \(batch) images evenly; use a batch of \(batches(of: count))")
        }
        let own = batch / count
        guard own % microBatches == 0 else {
            let fewer = (1...min(microBatches - 1, own)).last { own % $0 == 0 }
            let more = own > microBatches ? (microBatches...own).first { own % $0 == 0 } : nil
            let counts = [fewer, more].compactMap(\.self).map(String.init).joined(separator: " or ")
            let (parts, isHuge) = count.multipliedReportingOverflow(by: microBatches)
            throw Diagnostic(
                "the \(own) images of a step\(count > 1 ? " on each rank" : "") cannot be \(microBatches) equal micro-batches; "
                    + "use \(counts)" + (isHuge || parts > 2 * batch ? "" : ", or a batch of \(batches(of: parts))"))
        }
        (self.count, self.microBatches, self.batch) = (count, microBatches, batch)
    }
}
