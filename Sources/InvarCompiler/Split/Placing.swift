import InvarGraph

/// Where a value of the one-process step is when ranks share the batch.
enum Placing: Hashable {
    /// The same value on each rank.
    case whole
    /// Each rank has its own images' part.
    case split(BatchAxis)
    /// The sum over the ranks is the value.
    case partial

    /// Where the images lie, if it is split.
    var axis: BatchAxis? { if case .split(let axis) = self { axis } else { nil } }

    /// Whether each rank has the rows of its own images, one after another.
    var isOfImages: Bool { axis == BatchAxis(axis: 0) }
}

extension BatchAxis {
    /// The same batch along another axis.
    func along(_ axis: Int) -> BatchAxis { BatchAxis(axis: axis, groups: groups, inner: inner) }
}
