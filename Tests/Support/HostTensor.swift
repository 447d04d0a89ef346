/// A small tensor in double precision, row-major: what tests compute with and compare.
package struct HostTensor: Hashable, Sendable {
    package var shape: [Int]
    package var values: [Double]

    package init(shape: [Int], _ values: [Double]) {
        precondition(shape.reduce(1, *) == values.count, "\(values.count) values for the shape \(shape)")
        self.shape = shape
        self.values = values
    }

    package init(shape: [Int], filledWith value: Double) {
        self.init(shape: shape, [Double](repeating: value, count: shape.reduce(1, *)))
    }

    package init(_ scalar: Double) { self.init(shape: [], [scalar]) }

    package func reshaped(_ shape: [Int]) -> HostTensor { HostTensor(shape: shape, values) }

    /// Axis i of the result is axis `order[i]` of this tensor.
    package func transposed(_ order: [Int]) -> HostTensor {
        let result = order.map { shape[$0] }
        return HostTensor(
            shape: result,
            positions(result).map { position in
                var source = position
                for (axis, original) in order.enumerated() { source[original] = position[axis] }
                return values[flatIndex(source, shape)]
            })
    }

    /// N×C×H×W to N×H×W×C; other ranks as they are.
    package var channelsLast: HostTensor { shape.count == 4 ? transposed([0, 2, 3, 1]) : self }
    /// N×H×W×C to N×C×H×W.
    package var channelsFirst: HostTensor { shape.count == 4 ? transposed([0, 3, 1, 2]) : self }
    /// O×I×H×W to H×W×I×O.
    package var kernelOutputsLast: HostTensor { shape.count == 4 ? transposed([2, 3, 1, 0]) : self }
    /// H×W×I×O to O×I×H×W.
    package var kernelOutputsFirst: HostTensor { shape.count == 4 ? transposed([3, 2, 0, 1]) : self }

    /// What is wrong with this tensor where `want` is right; nothing where
    /// max|got − want| ≤ relative · max|want| + absolute. Not a number agrees with not a number.
    package func complaint(against want: HostTensor, relative: Double, absolute: Double = 0) -> String? {
        guard shape == want.shape else { return "has the shape \(shape), not \(want.shape)" }
        let finite = want.values.filter(\.isFinite)
        let bound = relative * (finite.map { $0.magnitude }.max() ?? 0) + absolute
        for (index, (got, want)) in zip(values, want.values).enumerated() {
            if got.isNaN && want.isNaN { continue }
            if difference(got, want) > bound {
                return "element \(index) of \(shape) is \(got), not \(want); allowed are ±\(bound)"
            }
        }
        return nil
    }
}

/// Every position of a tensor of this shape, row-major.
package func positions(_ shape: [Int]) -> [[Int]] {
    var result: [[Int]] = []
    result.reserveCapacity(shape.reduce(1, *))
    var position = [Int](repeating: 0, count: shape.count)
    for _ in 0..<shape.reduce(1, *) {
        result.append(position)
        for axis in shape.indices.reversed() {
            position[axis] += 1
            if position[axis] < shape[axis] { break }
            position[axis] = 0
        }
    }
    return result
}

package func flatIndex(_ position: [Int], _ shape: [Int]) -> Int {
    zip(position, shape).reduce(0) { $0 * $1.1 + $1.0 }
}
