/// What the ranks of a step exchange: processes that share one batch, and that all run the same program at the same time.
///
/// Only the `split` pass writes collectives, into graphs that are differentiated already: so none has a derivative.
public struct Collective: Hashable, Sendable {
    /// What is exchanged. Each has one operand; a *whole* value is the same on each rank, and a *part* is one rank's own.
    public enum Kind: Hashable, Sendable {
        /// The sum of all ranks' operands, on each of them.
        case allReduce
        /// All ranks' parts as one whole, on each of them.
        case allGather(BatchAxis)
        /// This rank's part of the sum of all ranks' operands.
        case reduceScatter(BatchAxis)
        /// This rank's part of a whole. Nothing is sent for it.
        case shard(BatchAxis)
    }

    /// What is exchanged.
    public var kind: Kind
    /// How many take part.
    public var ranks: Int

    /// - Parameters:
    ///   - kind: what is exchanged.
    ///   - ranks: how many take part, 2 or more.
    public init(_ kind: Kind, ranks: Int) { (self.kind, self.ranks) = (kind, ranks) }
}

/// Where the images of a batch lie in a tensor: along one axis of size groups·N·inner, where each of the N images has
/// `inner` neighbours in each of the `groups`. Rank r of R has the images from r·N/R on, of each group.
///
/// A batch of maps [N, H, W, C] has one group and `inner` 1. Two views as one batch [2·N, …] have two groups, and tokens
/// [N·T, D] have T neighbours for each image.
public struct BatchAxis: Hashable, Sendable {
    /// Counted from the outermost, 0.
    public var axis: Int
    /// How often the batch lies there, one after another.
    public var groups: Int
    /// How many neighbours belong to each image.
    public var inner: Int

    /// - Parameters:
    ///   - axis: counted from the outermost, 0.
    ///   - groups: how often the batch lies there, one after another.
    ///   - inner: how many neighbours belong to each image.
    public init(axis: Int, groups: Int = 1, inner: Int = 1) {
        (self.axis, self.groups, self.inner) = (axis, groups, inner)
    }

    /// How a tensor of this shape, whole or a part, lies in memory: a part is so many pieces one after another, and the whole
    /// has each rank's piece of the first kind, then each rank's piece of the second, and so on.
    package func pieces(of shape: [Int]) -> Int { shape[..<axis].reduce(groups, *) }
}

extension Collective {
    /// `allReduce`, `allGather`, `reduceScatter`, `shard`
    public var mnemonic: String {
        switch kind {
        case .allReduce: "allReduce"
        case .allGather: "allGather"
        case .reduceScatter: "reduceScatter"
        case .shard: "shard"
        }
    }

    /// Where the images lie; nothing where the operand is taken as a whole.
    public var batchAxis: BatchAxis? {
        switch kind {
        case .allReduce: nil
        case .allGather(let axis), .reduceScatter(let axis), .shard(let axis): axis
        }
    }

    /// - Parameter mnemonic: as in the text form.
    /// - Returns: nothing where a collective of that name needs an axis that is not given, or where there is none.
    package init?(mnemonic: String, ranks: Int, axis: BatchAxis?) {
        switch (mnemonic, axis) {
        case ("allReduce", _): self.init(.allReduce, ranks: ranks)
        case ("allGather", let axis?): self.init(.allGather(axis), ranks: ranks)
        case ("reduceScatter", let axis?): self.init(.reduceScatter(axis), ranks: ranks)
        case ("shard", let axis?): self.init(.shard(axis), ranks: ranks)
        case (_, _): return nil
        }
    }

    /// The names of all that there are.
    package static let mnemonics = ["allReduce", "allGather", "reduceScatter", "shard"]

    /// The settings in the order in which they are printed: `("ranks", "4")`.
    package var attributes: [(key: String, value: String)] {
        let axis =
            batchAxis.map { [("axis", "\($0.axis)"), ("groups", "\($0.groups)"), ("inner", "\($0.inner)")] } ?? []
        return [("ranks", "\(ranks)")] + axis
    }

    /// Bytes that a rank sends at least, for a whole of so many bytes: with R ranks (R − 1)/R of it, and twice that for a sum that all
    /// of them get (Patarasuk and Yuan, "Bandwidth optimal all-reduce algorithms for clusters of workstations", 2009).
    public func sentBytes(ofWhole bytes: Int) -> Int {
        switch kind {
        case .allReduce: 2 * (ranks - 1) * bytes / ranks
        case .allGather, .reduceScatter: (ranks - 1) * bytes / ranks
        case .shard: 0
        }
    }
}
