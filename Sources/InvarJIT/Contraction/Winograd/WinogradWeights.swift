import InvarGraph

/// G g Gᵀ of every kernel (3×3×I×O), packed as the micro-kernel reads it: [point][panel][k][columns of the panel].
///
/// Forward, k are the input channels and columns the output channels; for the gradient of the input it is the other way round,
/// and the kernels are turned by half a circle. Tiles are panels.
struct WinogradWeights: TileKernel {
    var element: ElementType
    var inputs, outputs: Int
    var isTurned: Bool
    /// Columns of a panel.
    var width: Int

    private var depth: Int { isTurned ? outputs : inputs }
    private var columns: Int { isTurned ? inputs : outputs }
    private var panels: Int { columns.parts(of: width) }
    var tiles: Int { panels }
    var elements: Int { WinogradTransform.points * panels * depth * width }
    var arguments: [ArgumentName] { [.input, .result] }

    var name: String { "winograd.weights.\(element.rawValue).\(inputs)x\(outputs)" + (isTurned ? ".turned" : "") }

    func emit(_ emitter: KernelEmitter) {
        emitter.builder.part(emitter.tile, of: columns, by: width) { panel(emitter, columns: $0) }
    }

    private func panel(_ emitter: KernelEmitter, columns: Int) {
        let builder = emitter.builder
        let lanes = builder.lanes(.dividing(element, columns: width, in: builder.target))
        let (source, target) = (emitter[.input], emitter[.result])
        let (kStride, columnStride) = isTurned ? (1, outputs) : (outputs, 1)
        let from = source + emitter.tile * (width * columnStride)
        let to = target + emitter.tile * (depth * width)
        builder.loop(depth) { k in
            let line = from + k * kStride
            let place = to + k * width
            for first in stride(from: 0, to: width, by: lanes.count) {
                let there = lanes.first(columns - first)
                let taps = (0..<9).map { tap in
                    let number = isTurned ? 8 - tap : tap
                    return there.load(
                        line + (number * inputs * outputs + first * columnStride), stride: columnStride)
                }
                let values = WinogradTransform.both(taps, side: 3, WinogradTransform.weight)
                for (point, value) in values.enumerated() {
                    lanes.store(value, place + (point * panels * depth * width + first))
                }
            }
        }
    }
}
