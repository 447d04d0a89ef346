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
    /// What it was made of, where several exchanges became one.
    public var bucket: Bucket?

    /// Several exchanges that became one.
    public struct Bucket: Hashable, Sendable {
        /// How many.
        public var count: Int
        /// What the first is called, and the last.
        public var first, last: String

        /// - Parameters:
        ///   - count: how many exchanges.
        ///   - first: the name of the first.
        ///   - last: the name of the last.
        public init(_ count: Int, from first: String, to last: String) {
            (self.count, self.first, self.last) = (count, first, last)
        }
    }

    /// - Parameters:
    ///   - kind: what is exchanged.
    ///   - ranks: how many take part, 2 or more.
    public init(_ kind: Kind, ranks: Int) { (self.kind, self.ranks) = (kind, ranks) }
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

    /// The settings in the order in which they are printed: `("ranks", "4")`. Of a bucket also how many it holds, and from which
    /// to which.
    package var attributes: [(key: String, value: String)] {
        let axis =
            batchAxis.map { [("axis", "\($0.axis)"), ("groups", "\($0.groups)"), ("inner", "\($0.inner)")] } ?? []
        let held =
            bucket.map { [("sums", "\($0.count)"), ("from", quoted($0.first)), ("to", quoted($0.last))] } ?? []
        return [("ranks", "\(ranks)")] + axis + held
    }

    /// Whether anything goes from rank to rank.
    public var sends: Bool { if case .shard = kind { false } else { true } }

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
