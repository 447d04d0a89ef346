import InvarGraph

/// A window where it stands: the code that visits its taps, in row-major order.
///
/// A tap beyond the border is moved to the nearest pixel: this one is in the window too, and a maximum does not mind to
/// see it twice. So no window is a special case, and padding never wins.
struct PoolingWindow {
    private let maps: PoolingMaps
    private let builder: IRBuilder
    /// The place of the first tap, which may lie outside.
    private let top, left: Index
    /// Where the taps' rows and columns begin, in bytes; known ahead of the loop over channels where taps are written out.
    private let rows, columns: [Index]

    /// - Parameter row, column: of the output.
    init(_ maps: PoolingMaps, row: Index, column: Index, _ builder: IRBuilder) {
        (self.maps, self.builder) = (maps, builder)
        let window = maps.window
        let top = row * window.strides[0] - window.padding[0]
        let left = column * window.strides[1] - window.padding[2]
        (self.top, self.left) = (top, left)
        func places(_ first: Index, _ count: Int, _ size: Int, _ bytes: Int) -> [Index] {
            guard maps.isUnrolled else { return [] }
            return (0..<count).map { maps.inside(first + $0, size) * bytes }
        }
        rows = places(top, window.kernel[0], maps.height, maps.rowBytes)
        columns = places(left, window.kernel[1], maps.width, maps.pixelBytes)
    }

    /// The rows of the taps from where an image begins, one after another: the image's own, or others by choice.
    struct Rows {
        fileprivate let base: Address
        /// Where the tap's row is not among these, it is taken to be here.
        fileprivate var band: (first: Index, end: Index, elsewhere: Address)?

        init(of image: Address, band: (first: Index, end: Index, elsewhere: Address)? = nil) {
            (base, self.band) = (image, band)
        }
    }

    /// The addresses of the rows of taps that are written out; nothing where they are looped over.
    func addresses(_ rows: Rows) -> [Address] {
        self.rows.indices.map { address(rows, ky: Index($0), bytes: self.rows[$0]) }
    }

    private func address(_ rows: Rows, ky: Index, bytes: Index) -> Address {
        let own = rows.base.advanced(bytes: bytes)
        guard let band = rows.band else { return own }
        let row = maps.inside(top + ky, maps.height)
        return select((row .>= band.first) .& (row .< band.end), own, band.elsewhere)
    }

    /// Visits every tap's pixel. `known` are the addresses of these rows.
    func visit<State: Carried>(
        _ rows: Rows, known: [Address], channel: Index, carrying first: State,
        _ body: (_ pixel: Address, _ carried: State) -> State
    ) -> State {
        let kernel = maps.window.kernel
        if maps.isUnrolled {
            // Rows and columns are joined here: two numbers for each, and not one for each pair, stay in registers.
            let columns = columns.map { $0 + channel }
            return known.reduce(first) { carried, row in
                columns.reduce(carried) { body(row.advanced(bytes: $1), $0) }
            }
        }
        return builder.loop(kernel[0], carrying: first) { ky, carried in
            let bytes = maps.inside(top + ky, maps.height) * maps.rowBytes
            let row = address(rows, ky: ky, bytes: bytes).advanced(bytes: channel)
            return builder.loop(kernel[1], carrying: carried) { kx, carried in
                body(row.advanced(bytes: maps.inside(left + kx, maps.width) * maps.pixelBytes), carried)
            }
        }
    }
}

extension PoolingMaps {
    /// A place moved to the nearest one inside.
    fileprivate func inside(_ place: Index, _ size: Int) -> Index {
        leavesTheMaps ? max(min(place, size - 1), 0) : place
    }

    /// The channels of a pixel, a vector at a time. `channel` is in bytes; lanes beyond the last are masked.
    func overChannels(
        _ builder: IRBuilder, count: Int? = nil, _ body: (_ channel: Index, _ lanes: Lanes) -> Void
    ) {
        let count = count ?? channels
        builder.lanes(element, columns: count).sweep(count) { body($0 * element.byteCount, $1) }
    }
}
