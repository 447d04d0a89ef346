import InvarCompiler
import InvarGraph
import TestSupport
import Testing

@Suite struct PoolingTests {
    private func steps(_ x: HostTensor, _ window: Window, _ element: ElementType) -> [StepCase] {
        var random = SplitMix(seed: x.values.count)
        let size = window.outputSize(x.shape[1], x.shape[2])
        let y = [x.shape[0], size[0], size[1], x.shape[3]]
        return [
            StepCase(kernel: .maxPool(window), element: element, operands: [x], results: [.own(y)]),
            StepCase(
                kernel: .maxPoolGradient(window), element: element, operands: [random.tensor(y), x],
                results: [.own(x.shape)]),
        ]
    }

    @Test(arguments: [1, 3, 16, 37]) func windowsOfAllKinds(channels: Int) throws {
        var random = SplitMix(seed: channels)
        for (k, stride, pad) in [(1, 1, 0), (2, 2, 0), (3, 2, 1), (3, 1, 1), (5, 3, 2), (2, 3, 0), (2, 1, 1)] {
            for (h, w) in [(1, 1), (5, 7), (8, 6)] where h + 2 * pad >= k && w + 2 * pad >= k {
                let window = Window(
                    kernel: [k, k], strides: [stride, stride], padding: [pad, pad, pad, pad], groups: 1)
                // Few distinct values, so that windows have ties.
                let shape = [2, h, w, channels]
                let x = HostTensor(shape: shape, (0..<shape.reduce(1, *)).map { _ in Double(random.below(5)) })
                for element in [ElementType.float32, .float64] {
                    for step in steps(x, window, element) { try step.check(limit: 1e-6) }
                }
            }
        }
    }

    @Test func whatIsNotANumberWins() throws {
        let x = HostTensor(shape: [1, 2, 2, 1], [1, .nan, 7, 2])
        var steps = steps(x, Window(kernel: [2, 2], strides: [2, 2], padding: [0, 0, 0, 0], groups: 1), .float32)
        #expect(try steps[0].found()[0][0].isNaN)
        steps[1].operands[0].values = [1]
        #expect(try steps[1].found()[0] == [0, 1, 0, 0])
    }
}
