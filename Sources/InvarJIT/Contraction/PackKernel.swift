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

    var panels: Int { (columns + width - 1) / width }
    var depth: Int { parts.reduce(0) { $0 + $1.count } }
    /// In all.
    var elements: Int { batch * panels * depth * width }

    var name: String { "pack.\(element.rawValue).\(batch)x\(depth)x\(columns)" }

    /// Tiles are panels.
    var tiles: Int { batch * panels }

    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let (source, target) = (emitter.argument(0), emitter.argument(1))
        let tail = columns % width
        let (product, panel) = (builder.divide(emitter.tile, panels), builder.remainder(emitter.tile, panels))
        let one = LaneType(element: element, lanes: 1)
        let from = builder.advance(
            builder.advance(source, builder.multiply(product, batchStride), of: one),
            builder.multiply(panel, width * columnStride), of: one)
        let to = builder.advance(target, builder.multiply(emitter.tile, depth * width), of: one)
        guard tail > 0 else { return write(emitter, from, to, columns: width) }
        let isLast = builder.compare(.equal, panel, builder.int(panels - 1))
        _ = builder.branch(isLast) {
            write(emitter, from, to, columns: tail)
            return []
        } else: {
            write(emitter, from, to, columns: width)
            return []
        }
    }

    private func write(_ emitter: KernelEmitter, _ from: IRValue, _ to: IRValue, columns: Int) {
        let builder = emitter.builder
        let one = LaneType(element: element, lanes: 1)
        var done = 0
        for part in parts {
            let start = builder.advance(from, builder.int(part.start), of: one)
            let place = builder.advance(to, builder.int(done * width), of: one)
            box(emitter, part.extents[...], part.strides[...], start, place, part.count, columns)
            done += part.count
        }
    }

    /// The loops over one part; `count` numbers of k lie in the box.
    private func box(
        _ emitter: KernelEmitter, _ extents: ArraySlice<Int>, _ strides: ArraySlice<Int>, _ from: IRValue,
        _ to: IRValue, _ count: Int, _ columns: Int
    ) {
        let builder = emitter.builder
        let one = LaneType(element: element, lanes: 1)
        guard let extent = extents.first, let stride = strides.first else {
            return row(emitter, from, to, columns)
        }
        if extents.count == 1, stride == 1, columnStride != 1 { return turned(emitter, extent, from, to, columns) }
        let inside = count / extent
        builder.loop(extent) { index in
            box(
                emitter, extents.dropFirst(), strides.dropFirst(),
                builder.advance(from, builder.multiply(index, stride), of: one),
                builder.advance(to, builder.multiply(index, inside * width), of: one), inside, columns)
        }
    }

    /// Columns whose k are neighbours: squares of them, exchanged in registers.
    private func turned(_ emitter: KernelEmitter, _ extent: Int, _ from: IRValue, _ to: IRValue, _ columns: Int) {
        let builder = emitter.builder
        let type = LaneType.dividing(element, columns: width, in: builder.target)
        let lanes = type.lanes
        let whole = lanes > 1 ? extent / lanes : 0
        builder.loop(whole) { index in
            let source = builder.advance(from, builder.multiply(index, lanes), of: type)
            let target = builder.advance(to, builder.multiply(index, lanes * width), of: type)
            for first in stride(from: 0, to: width, by: lanes) {
                let square = (first..<first + lanes).map { column in
                    column < columns
                        ? builder.load(type, builder.advance(source, builder.int(column * columnStride), of: type))
                        : builder.number(0, type)
                }
                for (k, line) in builder.transposed(square).enumerated() {
                    builder.store(line, type, builder.advance(target, builder.int(k * width + first), of: type))
                }
            }
        }
        _ = builder.loop(from: builder.int(whole * lanes), to: builder.int(extent)) { k, _ in
            row(
                emitter, builder.advance(from, k, of: type),
                builder.advance(to, builder.multiply(k, width), of: type), columns)
            return []
        }
    }

    /// One k: the panel's columns.
    private func row(_ emitter: KernelEmitter, _ from: IRValue, _ to: IRValue, _ columns: Int) {
        let builder = emitter.builder
        let type = LaneType.dividing(element, columns: width, in: builder.target)
        for first in stride(from: 0, to: width, by: type.lanes) {
            let left = min(type.lanes, columns - first)
            let place = builder.advance(from, builder.int(first * columnStride), of: type)
            let lanes: IRValue =
                if left <= 0 {
                    builder.number(0, type)
                } else if columnStride == 1 {
                    builder.load(type, place, mask: left < type.lanes ? builder.mask(type.lanes, first: left) : nil)
                } else {
                    builder.gather(type, place, stride: columnStride, count: left)
                }
            builder.store(lanes, type, builder.advance(to, builder.int(first), of: type))
        }
    }
}
