import InvarGraph

/// Bᵀ d B of the squares that were staged: [point][square][channel].
final class WinogradInput {
    private let emitter: KernelEmitter
    private let element: ElementType
    private let staging: Staging
    /// Of a unit.
    private let squares: WinogradSquares
    /// Elements from one square to the next.
    private let pitch: Int
    private var function: IRFunction?

    private var builder: IRBuilder { emitter.builder }
    private var one: LaneType { LaneType(element: element, lanes: 1) }

    init(
        _ emitter: KernelEmitter, _ element: ElementType, _ staging: Staging, squares: WinogradSquares, pitch: Int
    ) {
        (self.emitter, self.element, self.staging) = (emitter, element, staging)
        (self.squares, self.pitch) = (squares, pitch)
    }

    func transform(_ staged: IRValue, to target: IRValue, units: Int) {
        let function = self.function ?? define()
        self.function = function
        let perUnit = squares.count
        let side = WinogradTransform.outputs
        builder.loop(units) { unit in
            builder.loop(squares.down) { y in
                builder.loop(squares.across) { x in
                    let from = builder.add(
                        builder.multiply(unit, staging.unitElements),
                        builder.add(
                            builder.multiply(y, side * staging.rowElements),
                            builder.multiply(x, side * staging.groupChannels)))
                    let square = builder.add(
                        builder.multiply(unit, perUnit), builder.add(builder.multiply(y, squares.across), x))
                    builder.call(
                        function,
                        [
                            builder.advance(staged, from, of: one),
                            builder.advance(target, builder.multiply(square, pitch), of: one),
                            builder.int(units * perUnit * pitch),
                        ])
                }
            }
        }
    }

    /// One square, all channels. Arguments: the staged pixels, the first point's place; elements between points.
    private func define() -> IRFunction {
        let channels = staging.groupChannels
        let type = LaneType.fitting(element, columns: channels, in: builder.target)
        let transform = WinogradTransform(builder: builder, type: type)
        return builder.privateFunction("transform.input", addresses: 2, integers: 1) { arguments in
            let points = WinogradPoints(builder, stride: arguments[2], type)
            emitter.sweep(type, count: channels) { channel, mask in
                let from = builder.advance(arguments[0], channel, of: one)
                let to = builder.advance(arguments[1], channel, of: one)
                let pixels = (0..<36).map { index in
                    let offset = builder.int(index / 6 * staging.rowElements + index % 6 * channels)
                    return builder.load(type, builder.advance(from, offset, of: one), mask: mask)
                }
                for (point, value) in transform.both(pixels, side: 6, transform.input).enumerated() {
                    builder.store(value, type, points.place(to, point))
                }
            }
        }
    }
}

/// The places of a value's points, which lie some distance apart.
struct WinogradPoints {
    private let builder: IRBuilder
    private let bytes: IRValue

    /// - Parameter stride: in elements.
    init(_ builder: IRBuilder, stride: IRValue, _ type: LaneType) {
        self.builder = builder
        bytes = builder.multiply(stride, type.element.byteCount)
    }

    func place(_ base: IRValue, _ point: Int) -> IRValue {
        builder.advance(base, bytes: builder.multiply(bytes, point))
    }
}
