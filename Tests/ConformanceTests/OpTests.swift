import InvarGraph
import TestSupport
import Testing

/// Every op on every executor, at sizes of 1, primes, and what is no multiple of a vector.
@Suite struct OpTests {
    static let shapes = [
        [], [1], [2], [7], [8], [13], [16], [17], [31], [65], [257], [1, 1], [3, 5], [1, 33], [33, 1], [17, 31],
        [64, 65],
        [3, 5, 7], [2, 3, 4, 5], [1, 3, 1, 19],
    ]

    /// Of each kind one: these are run with vectors of every width.
    static let kinds = [[], [7], [257], [1, 33], [17, 31], [2, 3, 4, 5]]

    /// Those to run this shape on.
    static func fitting(_ shape: [Int]) -> [TestedExecutor] { executors(all: kinds.contains(shape)) }

    @Test(arguments: Precision.all, Unary.allCases) func unary(_ precision: Precision, _ kind: Unary) throws {
        for shape in Self.shapes {
            try check(OpCase(op: .unary(kind), shapes: [shape]), precision, on: Self.fitting(shape))
        }
    }

    @Test(arguments: Precision.all, Binary.allCases) func binary(_ precision: Precision, _ kind: Binary) throws {
        for shape in Self.shapes {
            try check(OpCase(op: .binary(kind), shapes: [shape, shape]), precision, on: Self.fitting(shape))
        }
    }

    @Test(arguments: Precision.all) func choices(_ precision: Precision) throws {
        for shape in Self.shapes {
            let count = shape.reduce(1, *)
            // Half of the values are equal.
            let a = HostTensor(shape: shape, (0..<count).map { Double($0 % 3) })
            let b = HostTensor(shape: shape, (0..<count).map { Double($0 % 2) })
            for kind in Comparison.allCases {
                try check(
                    OpCase(op: .compare(kind), shapes: [shape, shape], values: [a, b]), precision,
                    on: Self.fitting(shape))
            }
            var random = SplitMix(seed: count)
            let parts = [random.tensor(shape), random.tensor(shape)]
            try check(
                OpCase(op: .select, shapes: [shape, shape, shape], values: [b] + parts), precision,
                on: Self.fitting(shape))
        }
    }

    /// Values at the ends of what a number can be: the same answers, and NaN where there is none.
    @Test(arguments: Precision.all, Unary.allCases) func specialValues(_ precision: Precision, _ kind: Unary) throws {
        // Results near the smallest normal numbers may be flushed to zero; they are left out.
        var special = [0.0, -0.0, 1, -1, .infinity, -.infinity, .nan, 1e-30, -1e-30, 1e30, 3e-5, 60, -60, 0.5, 8, -8]
        if kind == .reciprocal || kind == .rsqrt { special.removeAll { $0 == 0 && $0.sign == .minus } }
        special = special.map { Double(Float($0)) }
        for value in special + [0.75] {
            // One at a time: the tolerance is relative to the largest.
            let x = HostTensor(shape: [17], filledWith: value)
            try check(OpCase(op: .unary(kind), shapes: [[17]], values: [x]), precision)
        }
        for padding in [0, 1, 16] {
            let x = HostTensor(shape: [special.count + padding], special + [Double](repeating: 0.75, count: padding))
            try check(OpCase(op: .unary(kind), shapes: [x.shape], values: [x]), precision)
        }
    }

    @Test(arguments: Precision.all) func notANumberIsNotLost(_ precision: Precision) throws {
        var x = HostTensor(shape: [5, 37], filledWith: 1)
        x.values[40] = .nan
        let zero = HostTensor(shape: [5, 37], filledWith: 0)
        for kind in [Binary.maximum, .minimum, .add, .multiply] {
            try check(OpCase(op: .binary(kind), shapes: [[5, 37], [5, 37]], values: [x, zero]), precision)
            try check(OpCase(op: .binary(kind), shapes: [[5, 37], [5, 37]], values: [zero, x]), precision)
        }
        for kind in Reduction.allCases {
            for axes in [[0], [1], [0, 1]] {
                try check(OpCase(op: .reduce(kind, axes: axes), shapes: [[5, 37]], values: [x]), precision)
            }
        }
        let maps = OpCase(op: .maxPool(Window(2)), shapes: [[1, 5, 37, 1]], values: [x.reshaped([1, 5, 37, 1])])
        try check(maps, precision)
    }

    static let reductions: [([Int], [Int])] = [
        ([1], [0]), ([7], [0]), ([33], [0]), ([1025], [0]), ([5, 1], [0]), ([5, 1], [1]), ([1, 13], [0]),
        ([17, 31], [0]),
        ([17, 31], [1]), ([17, 31], [0, 1]), ([64, 65], [1]), ([3, 5, 7], [0, 2]), ([3, 5, 7], [1]),
        ([3, 5, 7], [1, 2]),
        ([2, 3, 4, 5], [0, 1, 2]), ([2, 3, 4, 5], [0, 2]), ([2, 3, 4, 5], [1, 3]), ([2, 3, 4, 5], [3]),
        ([1031, 3], [0]), ([3, 1, 7], [1]),
        ([3, 1031], [1]), ([3, 1031], [0]), ([128, 129], [0]), ([300, 70], [0, 1]),
    ]

    /// Vectors of every width: a scalar's sum, columns, rows, both, and axes that do not lie together.
    static let kindsOfReductions: Set<[[Int]]> = [
        [[33], [0]], [[17, 31], [0]], [[17, 31], [1]], [[17, 31], [0, 1]], [[3, 5, 7], [1]],
        [[2, 3, 4, 5], [0, 1, 2]],
        [[2, 3, 4, 5], [1, 3]], [[3, 1031], [1]], [[1031, 3], [0]], [[3, 1, 7], [1]],
    ]

    @Test(arguments: Precision.all) func reduce(_ precision: Precision) throws {
        for (shape, axes) in Self.reductions {
            let terms = axes.reduce(1) { $0 * shape[$1] }
            for kind in Reduction.allCases {
                try check(
                    OpCase(op: .reduce(kind, axes: axes), shapes: [shape], terms: terms), precision,
                    on: executors(all: Self.kindsOfReductions.contains([shape, axes])))
            }
        }
    }

    @Test(arguments: Precision.all) func movement(_ precision: Precision) throws {
        let cases = [
            OpCase(op: .constant(0.1), shapes: [], result: [3, 7]),
            OpCase(op: .constant(-.infinity), shapes: [], result: []),
            OpCase(op: .iota(axis: 0), shapes: [], result: [17, 3]),
            OpCase(op: .iota(axis: 1), shapes: [], result: [3, 17]),
            OpCase(op: .iota(axis: 1), shapes: [], result: [2, 33, 1, 5]),
            OpCase(op: .stopGradient, shapes: [[5, 7]]),
            OpCase(op: .reshape, shapes: [[6, 35]], result: [5, 42]), OpCase(op: .reshape, shapes: [[1]], result: []),
            OpCase(op: .broadcast, shapes: [[1, 7]], result: [5, 7]),
            OpCase(op: .broadcast, shapes: [[7, 1]], result: [7, 33]),
            OpCase(op: .broadcast, shapes: [[1, 3, 1, 5]], result: [2, 3, 4, 5]),
            OpCase(op: .transpose([1, 0]), shapes: [[17, 31]]),
            OpCase(op: .transpose([0, 3, 1, 2]), shapes: [[2, 5, 7, 3]]),
            OpCase(op: .transpose([3, 2, 1, 0]), shapes: [[2, 5, 1, 3]]), OpCase(op: .transpose([]), shapes: [[]]),
            OpCase(op: .slice(starts: [3, 2]), shapes: [[11, 19]], result: [5, 17]),
            OpCase(op: .slice(starts: [0]), shapes: [[11]], result: [11]),
            OpCase(op: .pad(low: [1, 0]), shapes: [[11, 19]], result: [13, 23]),
            OpCase(op: .pad(low: [0, 2, 2, 0]), shapes: [[2, 5, 5, 3]], result: [2, 9, 9, 3]),
            OpCase(op: .concatenate(axis: 0), shapes: [[3, 7], [1, 7], [5, 7]]),
            OpCase(op: .concatenate(axis: 1), shapes: [[3, 7], [3, 1]]),
            OpCase(op: .concatenate(axis: 0), shapes: [[5], [5]]),
        ]
        for example in cases { try check(example, precision) }
    }

    @Test(arguments: Precision.all) func pooling(_ precision: Precision) throws {
        let windows = [
            Window(1), Window(2, stride: 2), Window(3, stride: 2, padding: 1), Window(3), Window(2, padding: 1),
            Window(kernel: [3, 1], strides: [1, 2], padding: [1, 0, 0, 0]),
        ]
        for window in windows {
            for shape in [[1, 3, 3, 1], [2, 7, 9, 3], [1, 8, 5, 16], [3, 5, 4, 33]] {
                let executors = executors(all: shape[3] == 3 || shape[3] == 33)
                var random = SplitMix(seed: shape[3])
                let pooled = [shape[0]] + window.outputSize(shape[1], shape[2]) + [shape[3]]
                try check(OpCase(op: .maxPool(window), shapes: [shape]), precision, on: executors)
                // Few values, many of them equal: the first takes the gradient.
                let count = shape.reduce(1, *)
                let ties = HostTensor(shape: shape, (0..<count).map { _ in Double(random.integer(-2...0)) })
                let gradient = random.tensor(pooled)
                try check(
                    OpCase(op: .maxPoolGradient(window), shapes: [pooled, shape], terms: 9, values: [gradient, ties]),
                    precision, on: executors)
            }
        }
    }

    /// Widths around those of vectors and of the rows that are solved together.
    static let widths = [1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 31, 33, 64, 65, 130]

    @Test(arguments: Precision.all) func factorizations(_ precision: Precision) throws {
        for width in Self.widths {
            for leading in width < 20 ? [[], [3], [2, 2]] : [[], [2]] {
                let shape = leading + [width, width]
                let executors = executors(all: [5, 17, 33].contains(width) && leading.count < 2)
                var random = SplitMix(seed: width)
                var matrices = random.tensor(shape)
                // symmetric where it is read, whatever stands above the diagonal; a diagonal that outweighs its row
                for place in matrices.values.indices where place % width == place / width % width {
                    matrices.values[place] = Double(2 * width) + 1
                }
                try check(
                    OpCase(op: .cholesky, shapes: [shape], terms: width, values: [matrices]), precision, on: executors)
                for columns in [1, 3, 16, 37] {
                    for transposed in [false, true] {
                        let right = leading + [width, columns]
                        try check(
                            OpCase(
                                op: .triangularSolve(transposed: transposed), shapes: [shape, right], terms: width,
                                values: [matrices, random.tensor(right)]), precision, on: executors)
                    }
                }
            }
        }
    }

    /// A matrix that is not positive definite has no factor, and leaves the others alone.
    @Test(arguments: Precision.all) func noFactor(_ precision: Precision) throws {
        for width in [1, 2, 5, 9, 33] {
            for bad in Set([0, width / 2, width - 1]) {
                for value in [0.0, -1, .nan] {
                    var matrices = HostTensor(shape: [3, width, width], filledWith: 0)
                    for matrix in 0..<3 {
                        for row in 0..<width { matrices.values[(matrix * width + row) * width + row] = 2 }
                    }
                    matrices.values[(width + bad) * width + bad] = value
                    try check(OpCase(op: .cholesky, shapes: [matrices.shape], values: [matrices]), precision)
                }
            }
        }
    }

    /// Large enough to fall into several tiles.
    @Test(arguments: Precision.all) func manyTiles(_ precision: Precision) throws {
        let shape = [509, 263]
        try check(OpCase(op: .unary(.tanh), shapes: [shape]), precision)
        for axes in [[0], [1], [0, 1]] {
            let terms = axes.reduce(1) { $0 * shape[$1] }
            try check(OpCase(op: .reduce(.sum, axes: axes), shapes: [shape], terms: terms), precision)
        }
        try check(OpCase(op: .transpose([1, 0]), shapes: [shape]), precision)
    }
}
