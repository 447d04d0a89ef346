/// How the columns of a product's right side become panels: in each one k after the other, `width` columns each.
struct PanelLayout {
    /// Columns of a panel, and the source's elements from one column to the next.
    var width, columnStride: Int

    /// Packs so many k of all panels of `columns`.
    ///
    /// - Parameter pitch: elements from one panel to the next.
    func pack(
        _ lanes: Lanes, _ from: Address, depthStride: Int, depth: Index, columns: Int, to: Address, pitch: Int
    ) {
        let lanes = lanes.builder.lanes(.dividing(lanes.type.element, columns: width, in: lanes.builder.target))
        if depthStride == 1, columnStride != 1 {
            return lanes.builder.eachPanel(columns, width) { panel, columns in
                turned(lanes, depth, from + panel * (width * columnStride), to + panel * pitch, columns)
            }
        }
        // Along the source's lines: all columns of a k, then the next k.
        lanes.builder.loop(to: depth) { k in
            let (from, to) = (from + k * depthStride, to + k * width)
            lanes.builder.eachPanel(columns, width) { panel, columns in
                let source = from + panel * (width * columnStride)
                (source + Self.ahead * depthStride).prefetch(bytes: 0)
                row(lanes, source, to + panel * pitch, columns)
            }
        }
    }

    /// Lines of k, and cache lines of a column, that are asked for before they are read: they lie too far apart for the processor to
    /// guess them.
    private static let ahead = 8

    /// Columns whose k are neighbours: squares of them, exchanged in registers.
    func turned(_ lanes: Lanes, _ depth: Index, _ from: Address, _ to: Address, _ columns: Int) {
        let side = lanes.count
        // Of each column a whole cache line at once: columns a power of two apart fall into the same places of the cache, and the
        // second half of a line would be gone when it is needed.
        let line = max(side, 64 / lanes.type.element.byteCount)
        let lines = side > 1 ? depth / line : .zero
        lanes.builder.loop(to: lines) { index in
            squares(lanes, line / side, from + index * line, to + index * (line * width), columns)
        }
        let whole = side > 1 ? depth / side : .zero
        lanes.builder.loop(from: lines * (line / side), to: whole) { index in
            squares(lanes, 1, from + index * side, to + index * (side * width), columns)
        }
        lanes.builder.loop(from: whole * side, to: depth) { k in
            row(lanes, from + k, to + k * width, columns)
        }
    }

    /// So many squares of all columns, one after the other in k.
    private func squares(_ lanes: Lanes, _ count: Int, _ from: Address, _ to: Address, _ columns: Int) {
        let side = lanes.count
        for first in stride(from: 0, to: width, by: side) {
            for column in first..<first + side where column < columns {
                (from + column * columnStride).prefetch(bytes: Self.ahead * 64)
            }
            for number in 0..<count {
                let square = (first..<first + side).map { column in
                    column < columns ? lanes.load(from + (column * columnStride + number * side)) : lanes.zero
                }
                for (k, line) in transposed(square).enumerated() {
                    lanes.store(line, to + ((number * side + k) * width + first))
                }
            }
        }
    }

    /// One k: the panel's columns.
    func row(_ lanes: Lanes, _ from: Address, _ to: Address, _ columns: Int) {
        for first in stride(from: 0, to: width, by: lanes.count) {
            let numbers = lanes.first(columns - first).load(from + first * columnStride, stride: columnStride)
            lanes.store(numbers, to + first)
        }
    }
}
