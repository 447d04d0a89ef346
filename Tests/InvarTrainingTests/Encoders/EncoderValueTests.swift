import Foundation
import Invar
import InvarCompiler
import InvarData
import InvarGraph
import InvarTraining
import TestSupport
import Testing

/// The encoders of the zoo compute what torchvision's do with the same weights, on each executor that users have.
@Suite struct EncoderValueTests {
    /// Weights of a model's encoder from the formulas, in the graph's layout.
    static func weights(_ states: [StateSpec]) -> [String: HostTensor] {
        var result: [String: HostTensor] = [:]
        for spec in states {
            let name = String(spec.name.dropFirst("encoder.".count))
            let stored = StoredTensor(shape: spec.fileShape, FormulaValues.weight(name, spec.fileShape))
            result[spec.name] = HostTensor(shape: spec.type.shape, spec.values(stored).map { Double($0) })
        }
        return result
    }

    private static func images(_ side: Int) -> HostTensor {
        HostTensor(shape: [2, side, side, 3], FormulaValues.images(2, side: side).map { Double($0) })
    }

    /// Measured: off by at most 7e-7 of the largest feature, Winograd's products included.
    @Test(arguments: try EncoderCases().resnets.indices, [interpreter, jit])
    func resNets(_ place: Int, _ executor: TestedExecutor) throws {
        let expected = try EncoderCases().resnets[place]
        let encoder = try expected.model.captureEncoder(batch: 2)
        let found = try run(
            encoder.graph, on: executor, threads: 2, inputs: ["image": Self.images(expected.side)],
            states: Self.weights(encoder.states))
        let features = try #require(found.outputs["representation"])
        for image in 0..<2 {
            let row = Array(features.values[(image * encoder.width)..<((image + 1) * encoder.width)])
            let largest = row.max() ?? 0
            for (got, want) in zip(row, expected.features[image]) {
                #expect(abs(got - want) < 5e-6 * largest, "\(expected.name) on \(executor.name)")
            }
            let sums = [row.reduce(0, +), row.reduce(0) { $0 + $1 * $1 }]
            for (got, want) in zip(sums, expected.sums[image]) {
                #expect(abs(got - want) < 5e-6 * want, "\(expected.name) on \(executor.name)")
            }
        }
    }

    /// Values and gradients, in both precisions. In single precision they are off by at most 1e-5 and 1e-4.
    @Test(arguments: try EncoderCases().transformers.indices, [interpreter, jit])
    func transformers(_ place: Int, _ executor: TestedExecutor) throws {
        let expected = try EncoderCases().transformers[place]
        for element in [ElementType.float32, .float64] {
            let (graph, states) = try Self.graph(expected, element)
            let found = try run(
                graph, on: executor, threads: 2,
                inputs: ["image": Self.images(expected.side), "direction": Self.direction(expected.width)],
                states: Self.weights(states))
            let features = HostTensor(shape: [2, expected.width], expected.features.flatMap { $0 })
            let exact = element == .float64
            let complaint = found.outputs["representation"]?.complaint(against: features, relative: exact ? 1e-7 : 1e-5)
            #expect(complaint == nil, "\(executor.name) \(element)")
            #expect(expected.gradients.count == states.count)
            for (name, want) in expected.gradients {
                let gradient = try #require(found.outputs["gradient.encoder.\(name)"])
                let got = try Self.measures(gradient, name, try #require(states.first { $0.name == "encoder.\(name)" }))
                let scale = want[0].squareRoot() * Double(gradient.values.count).squareRoot()
                let tolerance = exact ? 1e-7 : 1e-4
                #expect(abs(got[0] - want[0]) <= tolerance * want[0], "\(name) on \(executor.name) \(element)")
                #expect(abs(got[1] - want[1]) <= tolerance * scale, "\(name) on \(executor.name) \(element)")
            }
        }
    }

    private static func direction(_ width: Int) -> HostTensor {
        HostTensor(shape: [2, width], FormulaValues.uniform("direction", count: 2 * width).map { $0 - 0.5 })
    }

    /// The encoder, and the gradients of Σ representation · direction.
    private static func graph(
        _ expected: EncoderCases.Transformer, _ element: ElementType
    ) throws -> (graph: Graph, states: [StateSpec]) {
        let encoder = try expected.model.captureEncoder(batch: 2, element: element)
        let builder = GraphBuilder(extending: encoder.graph)
        let representation = builder.tensor(try #require(encoder.graph.output(named: "representation")))
        let loss = (representation * builder.input("direction", representation.type)).sum()
        let parameters = encoder.states.map { builder.state($0.name, $0.type) }
        for (spec, gradient) in zip(
            encoder.states, builder.gradients(of: loss, withRespectTo: parameters))
        {
            builder.output("gradient.\(spec.name)", gradient)
        }
        return (try builder.finish(), encoder.states)
    }

    private static func measures(_ gradient: HostTensor, _ name: String, _ spec: StateSpec) throws -> [Double] {
        let stored = spec.layout == .convolution ? gradient.kernelOutputsFirst : gradient
        let weights = FormulaValues.uniform(name, count: stored.values.count)
        return [
            stored.values.reduce(0) { $0 + $1 * $1 },
            zip(stored.values, weights).reduce(0) { $0 + $1.0 * ($1.1 - 0.5) },
        ]
    }
}
