import InvarGraph

// Values of micro-batches as one value of a rank's images, and back.

extension Accumulator {
    /// All micro-batches' parts as one value: of each group first micro-batch 0, then micro-batch 1, and so on.
    mutating func joined(_ parts: [NodeID], _ axis: BatchAxis, like id: NodeID) -> NodeID {
        var type = new[parts[0]].type
        let run = type.shape[axis.axis] / axis.groups
        let pieces = (0..<axis.groups).flatMap { group in
            parts.map { axis.groups == 1 ? $0 : piece($0, axis, from: group * run, run, like: id) }
        }
        type.shape[axis.axis] *= parts.count
        return insert(.concatenate(axis: axis.axis), pieces, type, like: id)
    }

    /// One micro-batch's part of a value of a rank's images.
    mutating func cut(_ whole: NodeID, _ axis: BatchAxis, _ part: Int, like id: NodeID) -> NodeID {
        var type = new[whole].type
        type.shape[axis.axis] /= ranks.microBatches
        let run = type.shape[axis.axis] / axis.groups
        let pieces = (0..<axis.groups).map { group in
            piece(whole, axis, from: (group * ranks.microBatches + part) * run, run, like: id)
        }
        return pieces.count == 1 ? pieces[0] : insert(.concatenate(axis: axis.axis), pieces, type, like: id)
    }

    private mutating func piece(
        _ value: NodeID, _ axis: BatchAxis, from start: Int, _ count: Int, like id: NodeID
    ) -> NodeID {
        var type = new[value].type
        guard type.shape[axis.axis] != count else { return value }
        var starts = [Int](repeating: 0, count: type.rank)
        starts[axis.axis] = start
        type.shape[axis.axis] = count
        return insert(.slice(starts: starts), [value], type, like: id)
    }
}
