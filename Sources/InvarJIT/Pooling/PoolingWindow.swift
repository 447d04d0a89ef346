import CLLVM
import InvarGraph

/// A window where it stands: the code that visits its taps, in row-major order.
///
/// A tap beyond the border is moved to the nearest pixel: this one is in the window too, and a maximum does not mind to
/// see it twice. So no window is a special case, and padding never wins.
struct PoolingWindow {
    private let maps: PoolingMaps
    private let b: IRBuilder
    /// The place of the first tap, which may lie outside.
    private let top, left: IRValue
    /// Where the taps' rows and columns begin, in bytes; known ahead of the loop over channels where taps are written out.
    private let rows, columns: [IRValue]

    /// - Parameter row, column: of the output.
    init(_ maps: PoolingMaps, row: IRValue, column: IRValue, _ b: IRBuilder) {
        (self.maps, self.b) = (maps, b)
        let window = maps.window
        let top = b.subtract(b.multiply(row, window.strides[0]), b.int(window.padding[0]))
        let left = b.subtract(b.multiply(column, window.strides[1]), b.int(window.padding[2]))
        (self.top, self.left) = (top, left)
        func places(_ first: IRValue, _ count: Int, _ size: Int, _ bytes: Int) -> [IRValue] {
            guard maps.isUnrolled else { return [] }
            return (0..<count).map { b.multiply(maps.inside(b.add(first, b.int($0)), size, b), bytes) }
        }
        rows = places(top, window.kernel[0], maps.height, maps.rowBytes)
        columns = places(left, window.kernel[1], maps.width, maps.pixelBytes)
    }

    /// The rows of the taps from where an image begins, one after another: the image's own, or others by choice.
    struct Rows {
        fileprivate let base: IRValue
        /// Where the tap's row is not among these, it is taken to be here.
        fileprivate var band: (first: IRValue, end: IRValue, elsewhere: IRValue)?

        init(of image: IRValue, band: (first: IRValue, end: IRValue, elsewhere: IRValue)? = nil) {
            (base, self.band) = (image, band)
        }
    }

    /// The addresses of the rows of taps that are written out; nothing where they are looped over.
    func addresses(_ rows: Rows) -> [IRValue] {
        self.rows.indices.map { address(rows, ky: b.int($0), bytes: self.rows[$0]) }
    }

    private func address(_ rows: Rows, ky: IRValue, bytes: IRValue) -> IRValue {
        let own = b.advance(rows.base, bytes: bytes)
        guard let band = rows.band else { return own }
        let row = maps.inside(b.add(top, ky), maps.height, b)
        let isInside = b.and(b.compare(LLVMIntSGE, row, band.first), b.compare(LLVMIntSLT, row, band.end))
        return b.choose(isInside, own, band.elsewhere)
    }

    /// Visits every tap's pixel. `known` are the addresses of these rows.
    func visit(
        _ rows: Rows, known: [IRValue], channel: IRValue, carrying first: [IRValue],
        _ body: (_ pixel: IRValue, _ carried: [IRValue]) -> [IRValue]
    ) -> [IRValue] {
        let kernel = maps.window.kernel
        if maps.isUnrolled {
            // Rows and columns are joined here: two numbers for each, and not one for each pair, stay in registers.
            let columns = columns.map { b.add($0, channel) }
            return known.reduce(first) { carried, row in
                columns.reduce(carried) { body(b.advance(row, bytes: $1), $0) }
            }
        }
        return b.loop(kernel[0], carrying: first) { ky, carried in
            let bytes = b.multiply(maps.inside(b.add(top, ky), maps.height, b), maps.rowBytes)
            let row = b.advance(address(rows, ky: ky, bytes: bytes), bytes: channel)
            return b.loop(kernel[1], carrying: carried) { kx, carried in
                let column = b.multiply(maps.inside(b.add(left, kx), maps.width, b), maps.pixelBytes)
                return body(b.advance(row, bytes: column), carried)
            }
        }
    }
}

extension PoolingMaps {
    /// A place moved to the nearest one inside.
    fileprivate func inside(_ place: IRValue, _ size: Int, _ b: IRBuilder) -> IRValue {
        guard leavesTheMaps else { return place }
        let place = b.minimum(place, b.int(size - 1))
        return b.choose(b.compare(LLVMIntSGT, place, b.int(0)), place, b.int(0))
    }

    /// The channels of a pixel, a vector at a time. `channel` is in bytes; lanes beyond the last are masked.
    func overChannels(
        _ emitter: KernelEmitter, count: Int? = nil,
        _ body: (_ type: LaneType, _ channel: IRValue, _ mask: IRValue?) -> Void
    ) {
        let b = emitter.builder
        let count = count ?? channels
        let type = emitter.lanes(element, columns: count)
        let whole = count / type.lanes
        b.loop(whole) { body(type, b.multiply($0, type.byteCount), nil) }
        let rest = count - whole * type.lanes
        if rest > 0 { body(type, b.int(whole * type.byteCount), b.mask(type.lanes, first: rest)) }
    }
}
