import InvarGraph

/// Short rows that are columns together: elements of each, and how far one row is from the next.
struct LoopGroup: Hashable, Sendable {
    var size, step: Int
}

extension LoopStream {
    /// How far the elements of a chunk's vector are from that of column 0, where columns are grouped.
    func columns(_ chunk: LoopChunk, _ vector: Int, _ lanes: Lanes) -> [Int] {
        guard let column = chunk.column.known else {
            preconditionFailure("internal: short rows end to end in a loop over columns")
        }
        let first = column + vector * lanes.count
        return (first..<first + chunk.lanes(vector, of: lanes).present).map(offset(ofColumn:))
    }
}

extension LoopEvaluation {
    /// The elements so far from an address, one in each lane.
    func grouped(_ offsets: [Int], _ address: Address) -> Vector {
        guard let first = offsets.first else { return lanes.zero }
        if offsets.allSatisfy({ $0 == first }) { return lanes.broadcast(address + first) }
        if offsets == Array(first..<first + offsets.count) { return lanes.first(offsets.count).load(address + first) }
        var loaded: [Int: Vector] = [:]
        return offsets.enumerated().reduce(lanes.zero) { vector, item in
            let number = loaded[item.element] ?? (address + item.element).load()
            loaded[item.element] = number
            return vector.inserting(number, at: item.offset)
        }
    }
}
