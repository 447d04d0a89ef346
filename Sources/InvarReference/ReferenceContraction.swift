import InvarCompiler
import InvarGraph

extension Contraction {
    /// Its result, row-major, of two sides that are row-major.
    package func product(_ left: [Double], _ right: [Double]) -> [Double] {
        switch kind {
        case .product(let transposeA, let transposeB): matrices(left, right, transposeA, transposeB)
        case .convolution(let window):
            maps(window, x: self.left.shape, weight: self.right.shape, output: shape, left, right)
        case .inputGradient(let window):
            maps(window, x: shape, weight: self.right.shape, output: self.left.shape, left, right)
        case .weightGradient(let window):
            maps(window, x: self.right.shape, weight: shape, output: self.left.shape, left, right)
        }
    }

    private func matrices(_ a: [Double], _ b: [Double], _ transposeA: Bool, _ transposeB: Bool) -> [Double] {
        let (rows, columns, depth) = (shape[shape.count - 2], shape[shape.count - 1], terms)
        var result = [Double](repeating: 0, count: shape.reduce(1, *))
        for index in result.indices {
            let (matrix, row, column) = (index / (rows * columns), index / columns % rows, index % columns)
            let (firstA, firstB) = (matrix * rows * depth, matrix * depth * columns)
            for k in 0..<depth {
                result[index] +=
                    a[firstA + (transposeA ? k * rows + row : row * depth + k)]
                    * b[firstB + (transposeB ? column * depth + k : k * columns + column)]
            }
        }
        return result
    }

    /// The convolution and its two gradients by one loop over all (output, input, weight) triples that belong together.
    private func maps(
        _ window: Window, x: [Int], weight: [Int], output: [Int], _ left: [Double], _ right: [Double]
    ) -> [Double] {
        var result = [Double](repeating: 0, count: shape.reduce(1, *))
        let (channels, outputs) = (weight[2], output[3] / window.groups)
        for (pixel, position) in Positions(Array(output[..<3])).enumerated() {
            let taps = window.taps(position[1], position[2], x)
            for o in 0..<output[3] {
                let index = pixel * output[3] + o
                for tap in taps {
                    let first = ((position[0] * x[1] + tap.y) * x[2] + tap.x) * x[3] + o / outputs * channels
                    for c in 0..<channels {
                        let at = first + c
                        let of = (tap.index * channels + c) * weight[3] + o
                        switch kind {
                        case .inputGradient: result[at] += left[index] * right[of]
                        case .weightGradient: result[of] += left[index] * right[at]
                        case .convolution, .product: result[index] += left[at] * right[of]
                        }
                    }
                }
            }
        }
        return result
    }
}

extension Window {
    /// The pixels of maps `x` that an output pixel sees, with the tap's number in the kernel.
    fileprivate func taps(_ row: Int, _ column: Int, _ maps: [Int]) -> [(index: Int, y: Int, x: Int)] {
        Positions(kernel).enumerated().compactMap { index, tap in
            let y = row * strides[0] - padding[0] + tap[0]
            let x = column * strides[1] - padding[2] + tap[1]
            return (0..<maps[1]).contains(y) && (0..<maps[2]).contains(x) ? (index, y, x) : nil
        }
    }

    /// The largest of each window, and where in `x` it is: the first, row by row, where there are several. What is not a number wins.
    package func pooled(_ maps: [Int], _ output: [Int], _ x: (Int) -> Double) -> [(value: Double, place: Int)] {
        Positions(output).map { position in
            var best: (value: Double, place: Int)?
            for tap in taps(position[1], position[2], maps) {
                let place = ((position[0] * maps[1] + tap.y) * maps[2] + tap.x) * maps[3] + position[3]
                let value = x(place)
                guard let known = best else {
                    best = (value, place)
                    continue
                }
                if value > known.value || value.isNaN && !known.value.isNaN { best = (value, place) }
            }
            return best ?? (-.infinity, 0)
        }
    }
}
