import InvarGraph

/// G g Gᵀ of every kernel, packed as the micro-kernel reads it: [point][panel][k][columns of the panel].
///
/// Forward, k are the input channels and columns the output channels; for the gradient of the input it is the other way round,
/// and the kernels are turned by half a circle. Tiles are panels. Arguments: the weights (3×3×I×O), the result.
struct WinogradWeights: TileKernel {
    var element: ElementType
    var inputs, outputs: Int
    var isTurned: Bool
    /// Columns of a panel.
    var width: Int

    var depth: Int { isTurned ? outputs : inputs }
    var columns: Int { isTurned ? inputs : outputs }
    var panels: Int { (columns + width - 1) / width }
    var tiles: Int { panels }
    var elements: Int { WinogradTransform.points * panels * depth * width }

    var name: String { "winograd.weights.\(element.rawValue).\(inputs)x\(outputs)" + (isTurned ? ".turned" : "") }

    func emit(_ emitter: KernelEmitter) {
        let last = columns - (panels - 1) * width
        emitter.choose(emitter.tile, of: panels, differs: last != width) { isLast in
            panel(emitter, columns: isLast ? last : width)
        }
    }

    private func panel(_ emitter: KernelEmitter, columns: Int) {
        let builder = emitter.builder
        let type = LaneType.dividing(element, columns: width, in: builder.target)
        let (source, target) = (emitter.argument(0), emitter.argument(1))
        let (kStride, columnStride) = isTurned ? (1, outputs) : (outputs, 1)
        let from = builder.advance(source, builder.multiply(emitter.tile, width * columnStride), of: type)
        let to = builder.advance(target, builder.multiply(emitter.tile, depth * width), of: type)
        builder.loop(depth) { k in
            let line = builder.advance(from, builder.multiply(k, kStride), of: type)
            let place = builder.advance(to, builder.multiply(k, width), of: type)
            for first in stride(from: 0, to: width, by: type.lanes) {
                let count = min(type.lanes, columns - first)
                let taps = (0..<9).map { tap in
                    let number = isTurned ? 8 - tap : tap
                    return lanes(
                        builder, type,
                        builder.advance(
                            line, builder.int(number * inputs * outputs + first * columnStride), of: type),
                        columnStride, count)
                }
                let transform = WinogradTransform(builder: builder, type: type)
                for (point, value) in transform.both(taps, side: 3, transform.weight).enumerated() {
                    let offset = builder.int(point * panels * depth * width + first)
                    builder.store(value, type, builder.advance(place, offset, of: type))
                }
            }
        }
    }

    private func lanes(
        _ builder: IRBuilder, _ type: LaneType, _ place: IRValue, _ stride: Int, _ count: Int
    ) -> IRValue {
        if count <= 0 { return builder.number(0, type) }
        if stride != 1 { return builder.gather(type, place, stride: stride, count: count) }
        return builder.load(type, place, mask: count < type.lanes ? builder.mask(type.lanes, first: count) : nil)
    }
}
