import InvarGraph
import TestSupport
import Testing

@Suite struct ContractionTests {
    @Test(
        arguments: [(1, 1, 1), (3, 5, 7), (17, 31, 13), (64, 1, 33), (1, 97, 2), (130, 129, 3)], [1, 3])
    func productsAgreeWithSums(_ size: (m: Int, n: Int, k: Int), batch: Int) throws {
        for transposes in 0..<4 {
            for (element, limit) in [(ElementType.float32, 2e-5), (.float64, 1e-12)] {
                try StepCase.product(size.m, size.n, size.k, batch: batch, transposes: transposes, element)
                    .check(limit: limit)
            }
        }
    }

    /// Large enough to be cut both ways.
    @Test(arguments: 0..<4) func largeProducts(transposes: Int) throws {
        try StepCase.product(523, 389, 101, transposes: transposes, .float32).check(limit: 2e-5)
    }

    /// XXᵀ and XᵀX are symmetric to the bit.
    @Test(arguments: [(1, 1, 1), (5, 3, 2), (17, 40, 3), (129, 7, 1), (523, 101, 1), (260, 300, 2)], [1, 2])
    func symmetricProducts(_ size: (n: Int, k: Int, batch: Int), transposes: Int) throws {
        let step = StepCase.product(
            size.n, size.n, size.k, batch: size.batch, transposes: transposes, isSymmetric: true, .float32)
        try step.check(limit: 3e-5)
        let c = try step.found()[0]
        for index in c.indices {
            let (matrix, row, column) = (index / (size.n * size.n), index / size.n % size.n, index % size.n)
            if c[index] != c[(matrix * size.n + column) * size.n + row] { Issue.record("\(row), \(column)") }
        }
    }

    @Test(arguments: [1, 2, 3], StepCase.Pass.allCases)
    func everyKindOfConvolution(stride: Int, pass: StepCase.Pass) throws {
        var seed = stride
        for kernel in [1, 2, 3, 7] {
            for pad in [0, 1, 3] {
                for (c, o, groups) in [
                    (1, 5, 1), (3, 16, 1), (4, 6, 2), (17, 19, 1), (5, 5, 5), (18, 18, 18), (6, 12, 6), (34, 34, 2),
                ] {
                    for (h, w) in [(1, 1), (7, 5), (9, 11)] {
                        // One more row and column below and to the right than above and to the left, when there is room.
                        let window = Window(
                            kernel: [kernel, kernel], strides: [stride, stride], padding: [pad, pad + 1, pad, pad + 1],
                            groups: groups)
                        guard h + 2 * pad + 1 >= kernel, w + 2 * pad + 1 >= kernel else { continue }
                        seed += 1
                        let element = seed % 4 == 0 ? ElementType.float32 : .float64
                        try StepCase.convolution(pass, window, n: 1 + seed % 3, h: h, w: w, c: c, o: o, element)
                            .check(limit: element == .float32 ? 1e-4 : 1e-12)
                    }
                }
            }
        }
    }

    @Test(arguments: StepCase.Pass.allCases) func oblongKernelsAndManyImages(pass: StepCase.Pass) throws {
        for groups in [1, 3, 9] {
            let window = Window(kernel: [3, 5], strides: [2, 3], padding: [1, 1, 0, 3], groups: groups)
            try StepCase.convolution(pass, window, n: 29, h: 9, w: 14, c: 9, o: 9, .float64).check(limit: 1e-12)
        }
        // The first layer, the plain product, and the usual one.
        let same = Window(kernel: [3, 3], strides: [1, 1], padding: [1, 1, 1, 1], groups: 1)
        for (n, side, c, o, window) in [
            (9, 28, 1, 32, same), (19, 14, 32, 8, Window(1)), (11, 14, 32, 16, same),
            (11, 14, 16, 32, Window(kernel: [3, 3], strides: [2, 2], padding: [1, 0, 1, 0], groups: 1)),
            (3, 14, 16, 32, Window(kernel: [1, 1], strides: [2, 2], padding: [0, 0, 0, 0], groups: 1)),
        ] {
            try StepCase.convolution(pass, window, n: n, h: side, w: side, c: c, o: o, .float32).check(limit: 1e-4)
        }
    }
}
