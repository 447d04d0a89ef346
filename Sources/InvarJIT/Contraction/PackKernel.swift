import InvarGraph

/// The right side of a product, laid out as the micro-kernel reads it: panels of a few vectors of columns, in each one k
/// after the other; columns that are not there are zeros.
struct PackKernel: TileKernel {
    /// One part of the reduction: a box of k, outermost first, with the source's elements from one to the next.
    struct Part: Hashable {
        var start: Int
        var extents: [Int]
        var strides: [Int]

        var count: Int { extents.reduce(1, *) }
    }

    var element: ElementType
    /// Independent products, and the source's elements from one to the next.
    var batch, batchStride: Int
    var columns, columnStride: Int
    /// Columns of a panel.
    var width: Int
    /// They follow one another in k.
    var parts: [Part]

    private var layout: PanelLayout { PanelLayout(width: width, columnStride: columnStride) }
    var panels: Int { columns.parts(of: width) }
    var depth: Int { parts.reduce(0) { $0 + $1.count } }
    /// In all.
    var elements: Int { batch * panels * depth * width }

    var name: String { "pack.\(element.rawValue).\(batch)x\(depth)x\(columns)" }
    var arguments: [ArgumentName] { [.input, .result] }

    /// Tiles are panels.
    var tiles: Int { batch * panels }

    func emit(_ emitter: KernelEmitter) {
        let (source, target) = (emitter[.input], emitter[.result])
        let (product, panel) = (emitter.tile / panels, emitter.tile % panels)
        let from = source + product * batchStride + panel * (width * columnStride)
        let to = target + emitter.tile * (depth * width)
        let lanes = emitter.builder.lanes(.dividing(element, columns: width, in: emitter.builder.target))
        emitter.builder.part(panel, of: columns, by: width) { write(lanes, from, to, columns: $0) }
    }

    private func write(_ lanes: Lanes, _ from: Address, _ to: Address, columns: Int) {
        var done = 0
        for part in parts {
            box(lanes, part.extents[...], part.strides[...], from + part.start, to + done * width, part.count, columns)
            done += part.count
        }
    }

    /// The loops over one part; `count` numbers of k lie in the box.
    private func box(
        _ lanes: Lanes, _ extents: ArraySlice<Int>, _ strides: ArraySlice<Int>, _ from: Address, _ to: Address,
        _ count: Int, _ columns: Int
    ) {
        guard let extent = extents.first, let stride = strides.first else {
            return layout.row(lanes, from, to, columns)
        }
        if extents.count == 1, stride == 1, columnStride != 1 {
            return layout.turned(lanes, Index(extent), from, to, columns)
        }
        let inside = count / extent
        lanes.builder.loop(extent) { index in
            box(
                lanes, extents.dropFirst(), strides.dropFirst(), from + index * stride, to + index * (inside * width),
                inside, columns)
        }
    }
}
