/// Where the images of a batch lie in a tensor: along one axis of size groups·N·inner, where each of the N images has
/// `inner` neighbours in each of the `groups`. Rank r of R has the images from r·N/R on, of each group.
///
/// A batch of maps [N, H, W, C] has one group and `inner` 1. Two views as one batch [2·N, …] have two groups, and tokens
/// [N·T, D] have T neighbours for each image. Of a piece of state that is shared out, the entries along the axis are what
/// images are of a batch.
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

extension BatchAxis {
    /// A rank's part of a whole.
    /// - Parameters:
    ///   - whole: row-major.
    ///   - shape: the whole's.
    package func part<Element>(of whole: [Element], shape: [Int], rank: Int, ranks: Int) -> [Element] {
        var part: [Element] = []
        part.reserveCapacity(whole.count / ranks)
        for run in runs(of: rank, among: ranks, shape) { part += whole[run] }
        return part
    }

    /// Writes a rank's part where it is in the whole.
    /// - Parameters:
    ///   - whole: row-major.
    ///   - shape: the whole's.
    package func put<Element>(
        _ part: some Collection<Element>, of rank: Int, ranks: Int, into whole: inout [Element], shape: [Int]
    ) {
        var rest = part[...]
        for run in runs(of: rank, among: ranks, shape) {
            whole.replaceSubrange(run, with: rest.prefix(run.count))
            rest = rest.dropFirst(run.count)
        }
    }

    /// Where a rank's part lies in a whole, piece by piece.
    private func runs(of rank: Int, among ranks: Int, _ shape: [Int]) -> [Range<Int>] {
        let run = shape.reduce(1, *) / (pieces(of: shape) * ranks)
        return (0..<pieces(of: shape)).map { piece in
            let start = (piece * ranks + rank) * run
            return start..<(start + run)
        }
    }
}
