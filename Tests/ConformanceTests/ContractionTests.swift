import InvarGraph
import TestSupport
import Testing

/// Products and convolutions on every executor: each way to lay them out, at sizes of 1, primes, and what is no multiple of
/// a vector or a tile.
@Suite struct ContractionTests {
    static let products = [
        [1, 1, 1], [1, 7, 1], [1, 5, 33], [33, 5, 1], [2, 3, 5], [7, 8, 9], [16, 16, 16], [17, 31, 13], [64, 65, 66],
        [3, 257, 5], [129, 2, 65], [101, 103, 107], [13, 1031, 37],
    ]
    static let kindsOfProducts = [[1, 1, 1], [33, 5, 1], [7, 8, 9], [17, 31, 13], [64, 65, 66]]

    @Test(arguments: Precision.all, [false, true]) func matmul(_ precision: Precision, _ transposeA: Bool) throws {
        for size in Self.products {
            for transposeB in [false, true] {
                for batch in size[1] > 9 ? [[]] : [[], [3], [2, 3]] {
                    let a = batch + (transposeA ? [size[1], size[0]] : [size[0], size[1]])
                    let b = batch + (transposeB ? [size[2], size[1]] : [size[1], size[2]])
                    let op = Op.matmul(transposeA: transposeA, transposeB: transposeB)
                    try check(
                        OpCase(op: op, shapes: [a, b], terms: size[1]), precision,
                        on: executors(all: Self.kindsOfProducts.contains(size)))
                }
            }
        }
    }

    /// A convolution of maps n×h×w×c to o channels.
    struct Maps: Sendable, CustomTestStringConvertible {
        let n, h, w, c, o: Int
        let window: Window
        /// Whether it is run with vectors of every width.
        var isKind = false

        init(_ n: Int, _ h: Int, _ w: Int, _ c: Int, _ o: Int, _ window: Window, isKind: Bool = false) {
            (self.n, self.h, self.w, self.c, self.o, self.window, self.isKind) = (n, h, w, c, o, window, isKind)
        }

        var testDescription: String { "\(n)×\(h)×\(w)×\(c) to \(o), \(window)" }

        /// The convolution and its two gradients.
        var cases: [OpCase] {
            let (x, weight) = ([n, h, w, c], window.kernel + [c / window.groups, o])
            let output = [n] + window.outputSize(h, w) + [o]
            let taps = window.kernel.reduce(1, *)
            return [
                OpCase(op: .convolution(window), shapes: [x, weight], terms: taps * c / window.groups),
                OpCase(
                    op: .convolutionInputGradient(window), shapes: [output, weight], result: x,
                    terms: taps * o / window.groups),
                OpCase(
                    op: .convolutionWeightGradient(window), shapes: [output, x], terms: n * output[1] * output[2]),
            ]
        }
    }

    static let convolutions = [
        // 1×1: a product, one of some pixels, one for each group
        Maps(1, 1, 1, 1, 1, Window(1)), Maps(2, 5, 7, 3, 5, Window(1), isKind: true),
        Maps(3, 7, 7, 32, 24, Window(1), isKind: true), Maps(2, 7, 9, 4, 6, Window(1, stride: 2), isKind: true),
        Maps(1, 5, 5, 6, 9, Window(1, groups: 3)), Maps(2, 7, 7, 5, 3, Window(1, stride: 3)),
        Maps(3, 8, 10, 4, 6, Window(1, stride: 2), isKind: true), Maps(1, 28, 28, 19, 24, Window(1, stride: 2)),
        // 3×3
        Maps(1, 5, 5, 1, 8, Window(3, padding: 1)),
        Maps(2, 9, 11, 3, 5, Window(3, stride: 2, padding: 1), isKind: true),
        Maps(1, 3, 3, 33, 1, Window(3)), Maps(1, 5, 5, 2, 3, Window(3, padding: 3)),
        Maps(2, 11, 10, 3, 7, Window(3, stride: 3, padding: 1), isKind: true),
        Maps(7, 13, 13, 8, 16, Window(3, stride: 2, padding: 1)), Maps(2, 4, 4, 17, 33, Window(3, stride: 2)),
        // 2×2, 5×5, 7×7
        Maps(5, 4, 4, 1, 1, Window(2, stride: 3)), Maps(2, 9, 8, 5, 6, Window(5, padding: 2), isKind: true),
        Maps(3, 7, 7, 16, 19, Window(5, padding: 2)), Maps(1, 11, 9, 4, 3, Window(5, stride: 3, padding: 1)),
        Maps(1, 15, 13, 3, 4, Window(7, stride: 2, padding: 3), isKind: true),
        Maps(2, 32, 30, 3, 17, Window(7, stride: 2, padding: 3)),
        // grouped, and each channel by itself
        Maps(2, 9, 7, 6, 6, Window(3, padding: 1, groups: 6)),
        Maps(1, 8, 9, 4, 8, Window(3, stride: 2, padding: 1, groups: 2), isKind: true),
        Maps(3, 6, 5, 5, 10, Window(3, padding: 2, groups: 5)),
        Maps(2, 7, 9, 33, 33, Window(3, padding: 1, groups: 33), isKind: true),
        Maps(1, 9, 9, 64, 64, Window(3, stride: 2, padding: 1, groups: 64)),
        Maps(2, 7, 7, 32, 48, Window(3, padding: 1, groups: 2), isKind: true),
        // windows, strides and paddings that are not square
        Maps(1, 7, 6, 3, 2, Window(kernel: [1, 3], strides: [2, 1], padding: [0, 1, 2, 0])),
        Maps(2, 9, 8, 4, 5, Window(kernel: [3, 1], strides: [1, 2], padding: [1, 1, 0, 0]), isKind: true),
        Maps(1, 9, 12, 5, 17, Window(kernel: [2, 5], strides: [3, 2], padding: [0, 1, 3, 2]), isKind: true),
        Maps(2, 8, 7, 18, 20, Window(kernel: [3, 5], strides: [1, 1], padding: [2, 0, 1, 3])),
        Maps(1, 8, 8, 16, 16, Window(kernel: [3, 3], strides: [2, 1], padding: [1, 1, 1, 1])),
    ]

    /// 3×3 with stride 1 and channels enough for Winograd's way, in which maps are covered by squares of 4×4.
    static let winograd = [
        Maps(1, 8, 7, 17, 19, Window(3, padding: 1), isKind: true), Maps(3, 7, 7, 16, 16, Window(3, padding: 1)),
        Maps(2, 9, 9, 16, 32, Window(3)), Maps(1, 13, 13, 24, 40, Window(3, padding: 1), isKind: true),
        Maps(1, 13, 13, 16, 16, Window(3, padding: 2)), Maps(2, 7, 9, 33, 16, Window(3, padding: 2)),
        Maps(3, 8, 8, 64, 64, Window(3, padding: 1)), Maps(1, 4, 4, 130, 16, Window(3, padding: 1)),
        Maps(7, 3, 3, 16, 48, Window(3, padding: 1)), Maps(5, 4, 12, 31, 37, Window(3, padding: 1), isKind: true),
        Maps(2, 9, 8, 16, 20, Window(kernel: [3, 3], strides: [1, 1], padding: [0, 1, 2, 0]), isKind: true),
        Maps(1, 12, 11, 20, 16, Window(kernel: [3, 3], strides: [1, 1], padding: [1, 2, 0, 1])),
        Maps(1, 10, 10, 16, 16, Window(kernel: [3, 3], strides: [1, 1], padding: [3, 3, 3, 3])),
        Maps(1, 28, 28, 16, 16, Window(3, padding: 1)), Maps(1, 32, 36, 18, 17, Window(3, padding: 1)),
        // few pixels: several tiles share the channels of the result
        Maps(1, 7, 7, 18, 130, Window(3, padding: 1), isKind: true), Maps(1, 8, 8, 200, 17, Window(3, padding: 1)),
        Maps(2, 4, 5, 16, 257, Window(3, padding: 1)),
    ]

    /// Each channel by itself.
    static let depthwise: [Maps] = [
        (1, 1, 1, 1, Window(3, padding: 1)), (2, 7, 2, 3, Window(3, padding: 1)), (3, 13, 7, 5, Window(3, stride: 2)),
        (2, 7, 13, 17, Window(3, padding: 1)), (1, 13, 13, 64, Window(3, stride: 2, padding: 1)),
        (3, 7, 7, 130, Window(3, padding: 1)), (2, 2, 1, 130, Window(3, padding: 2)),
        (2, 13, 7, 130, Window(3, stride: 2, padding: 1)), (1, 1, 7, 64, Window(5, padding: 2)),
        (2, 13, 13, 17, Window(5, padding: 2)), (2, 13, 7, 5, Window(5, stride: 2, padding: 2)),
        (1, 7, 7, 130, Window(5, stride: 2, padding: 1)), (2, 13, 13, 3, Window(7, padding: 3)),
        (1, 7, 13, 64, Window(7, padding: 3)), (2, 13, 13, 17, Window(7, stride: 2, padding: 3)),
        (2, 13, 7, 64, Window(2, stride: 3)), (3, 2, 7, 17, Window(1)), (2, 7, 7, 64, Window(1, stride: 2)),
        (1, 40, 52, 33, Window(3, padding: 1)), (1, 64, 41, 20, Window(3, stride: 2, padding: 1)),
        (2, 11, 10, 130, Window(kernel: [3, 3], strides: [1, 1], padding: [0, 2, 1, 0])),
        (1, 9, 12, 19, Window(kernel: [2, 5], strides: [3, 2], padding: [0, 1, 3, 2])),
        (2, 9, 8, 9, Window(kernel: [3, 1], strides: [1, 3], padding: [3, 2, 0, 0])),
        (5, 4, 4, 12, Window(kernel: [3, 3], strides: [2, 1], padding: [4, 3, 3, 4])),
    ].enumerated().map { index, maps in
        var window = maps.4
        window.groups = maps.3
        return Maps(maps.0, maps.1, maps.2, maps.3, maps.3, window, isKind: index % 3 == 1)
    }

    /// Winograd's way is taken in single precision alone: in double precision its maps are like all others, and a few will do.
    static let cases = Precision.all.flatMap { precision in
        let winograd = winograd.filter { precision.element == .float32 || $0.isKind }
        return (convolutions + winograd + depthwise).map { (precision, $0) }
    }

    @Test(arguments: cases) func convolution(_ precision: Precision, _ maps: Maps) throws {
        for example in maps.cases { try check(example, precision, on: executors(all: maps.isKind)) }
    }
}
