import InvarGraph
import TestSupport
import Testing

/// A contraction with a nest before an operand, and one behind its result.
@Suite struct NestsAroundTests {
    struct Maps: CustomTestStringConvertible {
        var n, h, w, c, o: Int
        var window: Window
        var testDescription: String { "\(n)×\(h)×\(w)×\(c) to \(o), \(window)" }

        func step(_ pass: StepCase.Pass, _ element: ElementType) -> StepCase {
            .convolution(pass, window, n: n, h: h, w: w, c: c, o: o, element)
        }
    }

    static let maps = [
        Maps(n: 6, h: 9, w: 7, c: 3, o: 17, window: window(3, pad: 1)),
        Maps(n: 26, h: 13, w: 11, c: 16, o: 5, window: window(3, pad: 1)),
        Maps(n: 10, h: 13, w: 13, c: 8, o: 33, window: window(3, stride: 2, pad: 1)),
        Maps(n: 14, h: 17, w: 19, c: 8, o: 12, window: window(1)),
        Maps(n: 6, h: 15, w: 14, c: 8, o: 6, window: window(1, stride: 2)),
        Maps(n: 8, h: 11, w: 23, c: 18, o: 18, window: window(3, pad: 1, groups: 18)),
        Maps(n: 2, h: 5, w: 5, c: 1, o: 1, window: window(5)),
    ]

    private static func window(_ kernel: Int, stride: Int = 1, pad: Int = 0, groups: Int = 1) -> Window {
        Window(
            kernel: [kernel, kernel], strides: [stride, stride], padding: [pad, pad, pad, pad], groups: groups)
    }

    /// Batch statistics, whole and of each half of a batch; means over a map; an image's own.
    @Test(arguments: maps, StepCase.Pass.allCases) func afterConvolutions(maps: Maps, pass: StepCase.Pass) throws {
        let step = maps.step(pass, .float64)
        guard let shape = step.kernel.contraction?.shape else { return }
        for axes in [[0, 1, 2], [1, 2], [1, 2, 3], [3], [0]] {
            try step.followed(in: shape, over: axes).check(limit: 1e-11)
        }
        if shape[0] % 2 == 0 {
            try step.followed(in: [2, shape[0] / 2] + shape.dropFirst(), over: [1, 2, 3]).check(limit: 1e-11)
        }
        try maps.step(pass, .float32).followed(in: shape, over: [0, 1, 2]).check(limit: 1e-4)
    }

    @Test(arguments: [(1, 1, 1, 1), (7, 5, 3, 1), (1030, 48, 60, 1), (300, 900, 40, 1), (33, 17, 65, 6)], 0..<4)
    func afterProducts(_ size: (m: Int, n: Int, k: Int, batch: Int), transposes: Int) throws {
        let step = StepCase.product(size.m, size.n, size.k, batch: size.batch, transposes: transposes, .float64)
        let (rows, n) = (size.batch * size.m, size.n)
        for (shape, axes) in [
            ([rows, n], [0]), ([size.batch, size.m, n], [1]), ([size.batch, size.m, n], [0, 2]), ([rows, n], [1]),
        ] { try step.followed(in: shape, over: axes).check(limit: 1e-11) }
    }

    /// Cut into tiles of rows, which the nest follows.
    @Test(arguments: 0..<4) func afterTallProducts(transposes: Int) throws {
        let step = StepCase.product(1200, 40, 430, transposes: transposes, .float32)
        for (shape, axes) in [([1200, 40], [0]), ([2, 600, 40], [1]), ([1200, 40], [1])] {
            try step.followed(in: shape, over: axes).check(limit: 1e-4)
        }
    }

    @Test(arguments: maps) func beforeConvolutions(maps: Maps) throws {
        for (element, limit) in [(ElementType.float64, 1e-12), (.float32, 1e-4)] {
            try maps.step(.forward, element).preceded(side: 0).check(limit: limit)
            try maps.step(.weightGradient, element).preceded(side: 1).check(limit: limit)
        }
        // Not the maps: computed whole.
        try maps.step(.forward, .float64).preceded(side: 1).check(limit: 1e-12)
        try maps.step(.inputGradient, .float64).preceded(side: 0).check(limit: 1e-12)
    }

    @Test(arguments: 0..<2) func beforeProducts(side: Int) throws {
        try StepCase.product(300, 70, 40, .float64).preceded(side: side).check(limit: 1e-12)
    }

    /// Too large for a thread's scratch memory: computed whole.
    @Test func largeImages() throws {
        let window = Window(kernel: [1, 1], strides: [2, 2], padding: [0, 0, 0, 0], groups: 1)
        try StepCase.convolution(.forward, window, n: 1, h: 66, w: 65, c: 260, o: 3, .float32).preceded(side: 0)
            .check(limit: 1e-4)
    }

    @Test(arguments: maps) func betweenTwoNests(maps: Maps) throws {
        let step = maps.step(.forward, .float64).preceded(side: 0)
        guard let shape = step.kernel.contraction?.shape else { return }
        try step.followed(in: shape, over: [0, 1, 2]).check(limit: 1e-11)
    }
}
