import InvarGraph

/// Bᵀ d B of the squares that were staged: [point][square][channel].
struct WinogradInput {
    let staging: Staging
    /// Of a unit.
    let squares: WinogradSquares
    /// Elements from one square to the next.
    let pitch: Int

    func transform(_ staged: Address, to target: Address, units: Int) {
        let builder = staged.builder
        let side = WinogradTransform.outputs
        builder.loop(units) { unit in
            builder.loop(squares.down) { y in
                builder.loop(squares.across) { x in
                    let from =
                        unit * staging.unitElements
                        + (y * (side * staging.rowElements) + x * (side * staging.groupChannels))
                    let square = unit * squares.count + (y * squares.across + x)
                    transformSquare(
                        staged + from, to: target + square * pitch, stride: Index(units * squares.count * pitch))
                }
            }
        }
    }

    /// One square, all channels: the staged pixels, the first point's place, elements between points.
    private func transformSquare(_ from: Address, to: Address, stride: Index) {
        let channels = staging.groupChannels
        let builder = from.builder
        builder.call("transform.input.\(channels)", from, to, stride) { from, to, stride in
            let points = WinogradPoints(stride: stride, from.element)
            builder.lanes(from.element, columns: channels).sweep(channels) { channel, lanes in
                let (from, to) = (from + channel, to + channel)
                let pixels = (0..<WinogradTransform.points).map { (index: Int) in
                    let place: Int = index / 6 * staging.rowElements + index % 6 * channels
                    return lanes.load(from + place)
                }
                let values = WinogradTransform.both(pixels, side: 6, WinogradTransform.input)
                for (point, value) in values.enumerated() { lanes.all.store(value, points.place(to, point)) }
            }
        }
    }
}

/// The places of a value's points, which lie some distance apart.
struct WinogradPoints {
    private let bytes: Index

    /// - Parameter stride: in elements.
    init(stride: Index, _ element: ElementType) { bytes = stride * element.byteCount }

    func place(_ base: Address, _ point: Int) -> Address { base.advanced(bytes: bytes * point) }
}
