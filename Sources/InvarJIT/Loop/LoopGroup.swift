import InvarGraph

/// Short rows that are columns together: elements of each, and how far one row is from the next.
struct LoopGroup: Hashable, Sendable {
    var size, step: Int
}

extension LoopStream {
    /// How far the elements of a chunk's vector are from that of column 0, where columns are grouped.
    func columns(_ chunk: LoopChunk, _ vector: Int, _ type: LaneType, _ builder: IRBuilder) -> [Int] {
        guard let column = builder.known(chunk.column) else {
            preconditionFailure("internal: short rows end to end in a loop over columns")
        }
        let first = column + vector * type.lanes
        return (first..<first + chunk.count(vector, type)).map(offset(ofColumn:))
    }
}

extension LoopEvaluation {
    /// The elements so far from an address, one in each lane.
    func grouped(_ offsets: [Int], _ address: IRValue) -> IRValue {
        let one = type.with(lanes: 1)
        func place(_ offset: Int) -> IRValue { builder.advance(address, builder.int(offset), of: type) }
        guard let first = offsets.first else { return builder.number(0, type) }
        if offsets.allSatisfy({ $0 == first }) { return builder.broadcast(builder.load(one, place(first)), type) }
        if offsets == Array(first..<first + offsets.count) {
            return builder.load(type, place(first), mask: builder.maskUnlessFull(type, offsets.count))
        }
        var loaded: [Int: IRValue] = [:]
        return offsets.enumerated().reduce(builder.number(0, type)) { lanes, item in
            let value = loaded[item.element] ?? builder.load(one, place(item.element))
            loaded[item.element] = value
            return builder.insert(value, into: lanes, lane: item.offset)
        }
    }
}
