import InvarGraph

/// The sum of so many sources in one fixed tree, ((0 + 1) + (2 + 3)) + …: of a power of two, halves are summed as if they were alone.
/// - Parameters:
///   - bytes: which of each source's.
///   - source: where each begins.
///   - write: gets some bytes of the sum, and where they belong. What it writes over is not read any more.
package func treeSum(
    _ bytes: Range<Int>, of element: ElementType, _ count: Int, from source: (Int) -> UnsafeRawPointer,
    _ write: (_ place: Int, _ bytes: UnsafeRawPointer, _ count: Int) -> Void
) {
    switch element {
    case .float32: unsafe treeSum(bytes, Float.self, count, from: source, write)
    case .float64: unsafe treeSum(bytes, Double.self, count, from: source, write)
    }
}

/// What is summed at once: it stays on the stack.
private let blockBytes = 1024

private func treeSum<Scalar: BinaryFloatingPoint>(
    _ bytes: Range<Int>, _: Scalar.Type, _ count: Int, from source: (Int) -> UnsafeRawPointer,
    _ write: (Int, UnsafeRawPointer, Int) -> Void
) {
    let size = MemoryLayout<Scalar>.stride
    unsafe withUnsafeTemporaryAllocation(of: Scalar.self, capacity: blockBytes / size) { block in
        guard let total = block.baseAddress else { return }
        for place in stride(from: bytes.lowerBound, to: bytes.upperBound, by: blockBytes) {
            let length = min(blockBytes, bytes.upperBound - place)
            unsafe sum(into: total, length / size, sources: 0..<count) {
                unsafe (source($0) + place).assumingMemoryBound(to: Scalar.self)
            }
            unsafe write(place, UnsafeRawPointer(total), length)
        }
    }
}

private func sum<Scalar: BinaryFloatingPoint>(
    into total: UnsafeMutablePointer<Scalar>, _ length: Int, sources: Range<Int>,
    from source: (Int) -> UnsafePointer<Scalar>
) {
    guard sources.count > 1 else { return unsafe total.update(from: source(sources.lowerBound), count: length) }
    // the largest power of two below the count
    let middle = sources.lowerBound + (1 << (Int.bitWidth - 1 - (sources.count - 1).leadingZeroBitCount))
    unsafe sum(into: total, length, sources: sources.lowerBound..<middle, from: source)
    if middle == sources.upperBound - 1 {
        let last = unsafe source(middle)
        for index in 0..<length { unsafe total[index] += last[index] }
    } else {
        unsafe withUnsafeTemporaryAllocation(of: Scalar.self, capacity: length) { block in
            guard let other = block.baseAddress else { return }
            unsafe sum(into: other, length, sources: middle..<sources.upperBound, from: source)
            for index in 0..<length { unsafe total[index] += other[index] }
        }
    }
}
