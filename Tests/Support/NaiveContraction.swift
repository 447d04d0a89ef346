import InvarGraph

func naiveMatmul(
    _ a: HostTensor, _ b: HostTensor, _ transposeA: Bool, _ transposeB: Bool, _ shape: [Int]
) -> HostTensor {
    let rank = shape.count
    let inner = a.shape[transposeA ? rank - 2 : rank - 1]
    func flat(_ x: HostTensor, _ batch: ArraySlice<Int>, _ row: Int, _ column: Int, _ isTransposed: Bool) -> Double {
        x.values[flatIndex(Array(batch) + (isTransposed ? [column, row] : [row, column]), x.shape)]
    }
    return HostTensor(
        shape: shape,
        positions(shape).map { position in
            let batch = position.dropLast(2)
            return (0..<inner).reduce(0) { sum, k in
                sum + flat(a, batch, position[rank - 2], k, transposeA) * flat(b, batch, k, position[rank - 1], transposeB)
            }
        })
}

/// The convolution and its two gradients by one loop over all (output, input, weight) triples that belong together.
func naiveConvolution(_ op: Op, _ window: Window, _ operands: [HostTensor], _ shape: [Int]) -> HostTensor {
    var result = HostTensor(shape: shape, filledWith: 0)
    let (x, weight, output): ([Int], [Int], [Int]) =
        switch op {
        case .convolution: (operands[0].shape, operands[1].shape, shape)
        case .convolutionInputGradient: (shape, operands[1].shape, operands[0].shape)
        default: (operands[1].shape, shape, operands[0].shape)
        }
    let (channels, outputs) = (weight[2], output[3] / window.groups)
    for (index, position) in positions(output).enumerated() {
        let (n, row, column, o) = (position[0], position[1], position[2], position[3])
        for ky in 0..<weight[0] {
            for kx in 0..<weight[1] {
                let y = row * window.strides[0] - window.padding[0] + ky
                let z = column * window.strides[1] - window.padding[2] + kx
                guard y >= 0, y < x[1], z >= 0, z < x[2] else { continue }
                for c in 0..<channels {
                    let at = flatIndex([n, y, z, o / outputs * channels + c], x)
                    let of = flatIndex([ky, kx, c, o], weight)
                    switch op {
                    case .convolution: result.values[index] += operands[0].values[at] * operands[1].values[of]
                    case .convolutionInputGradient:
                        result.values[at] += operands[0].values[index] * operands[1].values[of]
                    default: result.values[of] += operands[0].values[index] * operands[1].values[at]
                    }
                }
            }
        }
    }
    return result
}

/// The largest of each window, and where in `x` it is: the first in row-major order where there are several.
func naiveMaxPool(_ window: Window, _ x: HostTensor, _ shape: [Int]) -> (maxima: HostTensor, winners: [Int]) {
    var maxima = HostTensor(shape: shape, filledWith: -.infinity)
    var winners = [Int](repeating: 0, count: maxima.values.count)
    for (index, position) in positions(shape).enumerated() {
        var isFirst = true
        for ky in 0..<window.kernel[0] {
            for kx in 0..<window.kernel[1] {
                let y = position[1] * window.strides[0] - window.padding[0] + ky
                let z = position[2] * window.strides[1] - window.padding[2] + kx
                guard y >= 0, y < x.shape[1], z >= 0, z < x.shape[2] else { continue }
                let at = flatIndex([position[0], y, z, position[3]], x.shape)
                if isFirst || x.values[at] > maxima.values[index] {
                    (maxima.values[index], winners[index], isFirst) = (x.values[at], at, false)
                }
            }
        }
    }
    return (maxima, winners)
}
