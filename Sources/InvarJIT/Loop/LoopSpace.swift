/// How far apart the elements of an operand, an index or a result are, in elements: along each of the axes of outer and rows,
/// and along the columns. 0 repeats.
struct LoopStream: Hashable, Sendable {
    var outer: [Int]
    var rows: [Int]
    var column: Int
}

/// An iteration space as outer × rows × columns, of as few axes as its streams allow.
struct LoopSpace {
    private(set) var outerAxes: [Int] = []
    private(set) var rowAxes: [Int] = []
    private(set) var columns = 1
    private(set) var streams: [LoopStream]
    private(set) var isRowMajor = true
    private(set) var reducesColumns = false

    private struct Axis {
        var size: Int
        var isReduced: Bool
        /// Of each stream.
        var strides: [Int]
    }

    init(_ shape: [Int], _ strides: [[Int]], reduced: Set<Int>, keepsColumns: Bool) {
        streams = strides.map { _ in LoopStream(outer: [], rows: [], column: 0) }
        var axes = Self.joined(shape, strides, reduced, keepsColumns: keepsColumns)
        guard let last = axes.popLast() else { return }
        (columns, reducesColumns) = (last.size, last.isReduced)
        // Also where all that is reduced has size 1, and is no axis any more: then there is one row.
        let reduces = !reduced.isEmpty
        for (index, axis) in axes.enumerated() {
            let isRow = reduces ? axis.isReduced : index == axes.count - 1
            if isRow {
                rowAxes.append(axis.size)
            } else {
                if !rowAxes.isEmpty { isRowMajor = false }
                outerAxes.append(axis.size)
            }
            for stream in streams.indices {
                if isRow {
                    streams[stream].rows.append(axis.strides[stream])
                } else {
                    streams[stream].outer.append(axis.strides[stream])
                }
            }
        }
        for stream in streams.indices { streams[stream].column = last.strides[stream] }
    }

    /// Axes without those of size 1, neighbours joined where every stream walks the two as one.
    private static func joined(
        _ shape: [Int], _ strides: [[Int]], _ reduced: Set<Int>, keepsColumns: Bool
    ) -> [Axis] {
        var axes: [Axis] = []
        for (index, size) in shape.enumerated() {
            let isColumns = keepsColumns && index == shape.count - 1
            if size == 1, !isColumns { continue }
            let axis = Axis(size: size, isReduced: reduced.contains(index), strides: strides.map { $0[index] })
            if let last = axes.last, !isColumns, last.isReduced == axis.isReduced,
                zip(last.strides, axis.strides).allSatisfy({ $0 == $1 * size })
            {
                axes[axes.count - 1] = Axis(size: last.size * size, isReduced: axis.isReduced, strides: axis.strides)
            } else {
                axes.append(axis)
            }
        }
        return axes
    }
}
