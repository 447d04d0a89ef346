import Foundation
import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// Contractions in which several special ways to compute them meet, on every executor: the naive evaluator's values, with the memory
/// poisoned, and the same bits on two threads.
@Suite struct CornerTests {
    /// `INVAR_CORNERS=3000-9000` runs these seeds, by hand.
    static let seeds: Range<Int> = {
        let numbers = (ProcessInfo.processInfo.environment["INVAR_CORNERS"] ?? "").split(separator: "-").compactMap {
            Int($0)
        }
        return numbers.count == 2 && numbers[0] < numbers[1] ? numbers[0]..<numbers[1] : 0..<240
    }()
    static let parts = 12

    private static func complaints(_ corner: Corner, _ executor: TestedExecutor) throws -> [String] {
        let graph = try corner.graph()
        let (inputs, _) = graph.randomValues(seed: 1)
        let want = runNaively(graph, inputs: inputs)
        let program = compile(graph)
        let one = try run(program, graph, on: executor, threads: 1, inputs: inputs)
        let two = try run(program, graph, on: executor, threads: 2, inputs: inputs)
        let tolerance = corner.element == .float64 ? 1e-9 : 3e-4
        return one.complaints(against: want, relative: tolerance, absolute: tolerance / 10)
            + (haveSameBits(one, two) ? [] : ["two threads give other bits"])
    }

    private static func check(_ corner: Corner, _ executor: TestedExecutor, _ name: String) throws {
        let complaints = try complaints(corner, executor)
        guard !complaints.isEmpty else { return }
        var smallest = corner
        while let next = smallest.simpler.first(where: { ((try? Self.complaints($0, executor)) ?? ["throws"]) != [] }) {
            smallest = next
        }
        Issue.record("\(name) on \(executor.name): \(complaints)\nof \(corner)\nsmallest: \(smallest)")
    }

    @Test(arguments: 0..<parts) func computeWhatIsWritten(_ part: Int) throws {
        for seed in stride(from: Self.seeds.lowerBound + part, to: Self.seeds.upperBound, by: Self.parts) {
            let corner = Corner(seed: seed)
            for executor in [interpreter, compiled[seed % 3]] { try Self.check(corner, executor, "seed \(seed)") }
        }
    }

    /// What was wrong once, as small as it shows.
    static let found: [Corner] = {
        // Tiles of a pointwise convolution need not end on a row, and those of a depthwise one do.
        var pointwiseDepthwise = Corner()
        (pointwiseDepthwise.n, pointwiseDepthwise.h, pointwiseDepthwise.w) = (25, 7, 24)
        (pointwiseDepthwise.c, pointwiseDepthwise.o) = (3, 3)
        pointwiseDepthwise.window = Window(1, groups: 3)
        pointwiseDepthwise.after = .statistics
        var inputGradient = pointwiseDepthwise
        (inputGradient.pass, inputGradient.after) = (.inputGradient, .mask)
        var activated = pointwiseDepthwise
        (activated.before, activated.after) = (.activation, .activation)
        return [pointwiseDepthwise, inputGradient, activated]
    }()

    @Test(arguments: found.indices) func whatWasWrongOnce(_ index: Int) throws {
        for executor in executors { try Self.check(Self.found[index], executor, "corner \(index)") }
    }
}
