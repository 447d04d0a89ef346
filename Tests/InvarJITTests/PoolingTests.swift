import InvarBLAS
import InvarGraph
import InvarJIT
import InvarRuntime
import TestSupport
import Testing

/// Pooling alone in a graph: compiled code against the interpreter.
@Suite struct PoolingTests {
    /// Every kind of window: whole, overlapping, with gaps, over borders, of uneven sides, too large to be unrolled.
    static let windows = [
        Window(1), Window(2, stride: 2), Window(3, stride: 2), Window(3, stride: 2, padding: 1), Window(3),
        Window(3, padding: 1), Window(2, padding: 1), Window(2, stride: 3), Window(5, stride: 3, padding: 2),
        Window(kernel: [3, 1], strides: [1, 2], padding: [1, 0, 0, 0]),
        Window(kernel: [2, 3], strides: [2, 3], padding: [0, 1, 1, 0]), Window(kernel: [2, 4], strides: [3, 1]),
    ]
    static let shapes = [
        [1, 5, 5, 1], [2, 7, 9, 3], [1, 8, 6, 16], [3, 5, 7, 33], [1, 61, 5, 2], [2, 40, 6, 20], [70, 6, 5, 4],
    ]

    /// `y` is the pooling of `x`, `dx` the gradient of x where that of y is `dy`.
    private func graph(_ window: Window, _ shape: [Int], _ element: ElementType) throws -> Graph {
        let pooled = [shape[0]] + window.outputSize(shape[1], shape[2]) + [shape[3]]
        let builder = GraphBuilder("pooling")
        let x = builder.input("x", TensorType(shape, element))
        let dy = builder.input("dy", TensorType(pooled, element))
        builder.output("y", builder.emit(.maxPool(window), [x], nil))
        builder.output("dx", builder.emit(.maxPoolGradient(window), [dy, x], nil))
        return try builder.finish()
    }

    private func check(
        _ window: Window, _ shape: [Int], _ element: ElementType, bits: Int, x: HostTensor, threads: [Int] = [1, 2, 3]
    ) throws {
        let graph = try graph(window, shape, element)
        var random = SplitMix(seed: 5)
        let pooled = [shape[0]] + window.outputSize(shape[1], shape[2]) + [shape[3]]
        let inputs = ["x": x, "dy": random.tensor(pooled)]
        let want = try run(graph, on: BLASExecutor(), inputs: inputs)
        for threads in threads {
            // The second run finds what the first left in the memory.
            let got = try run(
                graph, on: JITExecutor(vectorBits: bits, cache: nil), threads: threads, inputs: inputs,
                times: threads == 1 ? 1 : 2)
            let complaints = got.complaints(against: want, relative: 0)
            #expect(complaints == [], "\(window) \(shape) \(element) \(bits) bits, \(threads) threads")
        }
    }

    /// Random numbers, whatever the window, the maps and the vectors.
    @Test(arguments: ElementType.allCases, [128, 256, 512])
    func everyWindow(_ element: ElementType, _ bits: Int) throws {
        let shapes = bits == 256 ? Self.shapes : [[3, 5, 7, 33], [1, 61, 5, 2]]
        for window in Self.windows {
            for shape in shapes {
                var random = SplitMix(seed: shape[3])
                let threads = shape[0] == 1 && bits == 256 ? [1, 2, 3] : [2]
                try check(window, shape, element, bits: bits, x: random.tensor(shape), threads: threads)
            }
        }
    }

    /// Few values, many of them equal: the first takes the gradient.
    @Test(arguments: ElementType.allCases) func ties(_ element: ElementType) throws {
        for window in Self.windows {
            for shape in [[2, 7, 9, 3], [1, 40, 6, 20]] {
                var random = SplitMix(seed: shape[2])
                let values = (0..<shape.reduce(1, *)).map { _ in Double(random.integer(-2...0)) }
                try check(window, shape, element, bits: 256, x: HostTensor(shape: shape, values), threads: [3])
            }
        }
    }

    /// Windows of nothing but −∞, and with a NaN or several: the first NaN wins, and takes the gradient.
    @Test(arguments: ElementType.allCases) func valuesThatAreNotFinite(_ element: ElementType) throws {
        for window in Self.windows {
            let shape = [1, 40, 6, 20]
            var random = SplitMix(seed: 9)
            let choices = [-Double.infinity, -.infinity, -.infinity, .nan, 1, .infinity]
            for kinds in [1, 4, 6] {
                let values = (0..<shape.reduce(1, *)).map { _ in choices[random.integer(0...kinds - 1)] }
                try check(window, shape, element, bits: 256, x: HostTensor(shape: shape, values), threads: [2])
            }
        }
    }
}
