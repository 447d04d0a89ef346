import InvarCompiler

/// How far apart the elements of an operand, an index or a result are, in elements: along each of the axes of outer and rows,
/// and along the columns. 0 repeats.
struct LoopStream: Hashable, Sendable {
    var outer: [Int]
    var rows: [Int]
    var column: Int
    /// Where the columns are several short rows laid end to end, and not in one stride: how these rows lie.
    var group: LoopGroup?

    var variesWithColumns: Bool { column != 0 || group.map { $0.step != 0 } ?? false }

    /// How far the element of a column is from that of column 0.
    func offset(ofColumn column: Int) -> Int {
        guard let group else { return column * self.column }
        return column / group.size * group.step + column % group.size * self.column
    }
}

/// An iteration space as outer × rows × columns, of as few axes as its streams allow.
struct LoopSpace {
    private(set) var outerAxes: [Int] = []
    private(set) var rowAxes: [Int] = []
    private(set) var columns = 1
    /// Which of the nest's axes the row axes and the columns are made of, by number.
    private(set) var rowNumbers: [Int] = []
    private(set) var columnNumbers: Range<Int> = 0..<0
    private(set) var streams: [LoopStream]
    private(set) var isRowMajor = true
    private(set) var reducesColumns = false

    private struct Axis {
        var size: Int
        var isReduced: Bool
        /// Of each stream.
        var strides: [Int]
    }

    /// - Parameter written: so many of the streams, the last ones, are results.
    init(_ axes: [LoopNest.Axis], _ strides: [[Int]], written: Int, reduces: Bool, keepsColumns: Bool) {
        streams = strides.map { _ in LoopStream(outer: [], rows: [], column: 0) }
        var axes = axes.enumerated().map { index, axis in
            Axis(size: axis.size, isReduced: axis.isReduced, strides: strides.map { $0[index] })
        }
        guard var last = axes.popLast() else { return }
        let number = axes.count
        let grouped = keepsColumns ? 1 : Self.grouped(axes, last, written: written)
        if grouped > 1, let before = axes.popLast() {
            for stream in streams.indices where before.strides[stream] != last.size * last.strides[stream] {
                streams[stream].group = LoopGroup(size: last.size, step: before.strides[stream])
            }
            last.size *= grouped
            axes.append(
                Axis(
                    size: before.size / grouped, isReduced: false, strides: before.strides.map { $0 * grouped }))
        }
        columnNumbers = (grouped > 1 ? number - 1 : number)..<(number + 1)
        (columns, reducesColumns) = (last.size, last.isReduced)
        // Where all that is reduced has size 1, and is no axis, there is one row.
        for (index, axis) in axes.enumerated() {
            let isRow = reduces ? axis.isReduced : index == axes.count - 1
            if isRow {
                rowAxes.append(axis.size)
                rowNumbers.append(index)
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

    /// How many rows of fewer columns than a vector has lanes are taken as one, so that vectors are filled; 1 where it does
    /// not pay. Results must lie without gaps.
    private static func grouped(_ axes: [Axis], _ last: Axis, written: Int) -> Int {
        guard let before = axes.last, !last.isReduced, !axes.contains(where: \.isReduced), last.size < 2 * lanes,
            last.size % lanes != 0,
            zip(before.strides, last.strides).suffix(written).allSatisfy({ $1 == 1 && $0 == last.size })
        else { return 1 }
        func filled(_ rows: Int) -> Double {
            let columns = rows * last.size
            return Double(columns) / Double(columns.rounded(upTo: lanes))
        }
        let choices = (1...longest / last.size).filter { before.size % $0 == 0 }
        return choices.max { (filled($0), $0) < (filled($1), $1) } ?? 1
    }

    /// Lanes of the vectors that are to be filled: of 256 bits, whatever the machine has, so that the space is the same
    /// everywhere. And how many columns short rows may make together: their code is written out.
    private static let (lanes, longest) = (8, 64)
}
