import InvarGraph

extension Program {
    /// A buffer, by what it holds.
    public struct Holding: Hashable, Sendable, CustomStringConvertible {
        /// The path in the architecture of what wrote it, or the name of the input or state.
        public let name: String
        /// The whole buffer's.
        public let type: TensorType

        /// `encoder.layer1.0.conv1 f32[16,56,56,256] (49.0 MiB)`
        public var description: String { "\(name) \(type) (\(mebibytes(type.byteCount)))" }
    }

    /// The largest buffers.
    public func largestHoldings(_ count: Int) -> [Holding] {
        let order = buffers.indices.sorted { (buffers[$1].type.byteCount, $0) < (buffers[$0].type.byteCount, $1) }
        return order.prefix(count).map { Holding(name: holder(of: $0), type: buffers[$0].type) }
    }

    private func holder(of buffer: Int) -> String {
        if let input = inputs.first(where: { $0.view.buffer == buffer }) { return "input \(input.name)" }
        if let state = states.first(where: { $0.view.buffer == buffer }) { return "state \(state.name)" }
        guard let step = steps.first(where: { $0.results.contains { $0.buffer == buffer } }) else { return "a buffer" }
        let name = step.name.isEmpty ? step.kernel.mnemonic : step.name
        return (step.isBackward ? "the backward half of " : "") + name
    }
}

/// `12.5 MiB`. No Foundation on this floor.
func mebibytes(_ bytes: Int) -> String { "\(tenths(bytes, 1 << 20)) MiB" }

/// Rounded to one place after the point.
func tenths(_ value: Int, _ unit: Int) -> String {
    let scaled = (10 * value + unit / 2) / unit
    return "\(scaled / 10).\(scaled % 10)"
}
