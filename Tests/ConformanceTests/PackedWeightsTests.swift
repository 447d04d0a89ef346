import AllocationCounter
import InvarCompiler
import InvarGraph
import InvarJIT
import InvarRuntime
import TestSupport
import Testing

/// Weights that no step writes are packed when a session first runs with them, and again when the caller may have changed them.
@Suite struct PackedWeightsTests {
    static let window = Window(3, padding: 1)
    static let shapes: [String: [Int]] = [
        "winograd": [3, 3, 17, 20], "strided": [3, 3, 20, 33], "pointwise": [1, 1, 33, 40],
        "depthwise": [3, 3, 1, 40], "linear": [11, 40],
    ]

    /// A network of every kind of contraction.
    ///
    /// - Parameters:
    ///   - areStates: whether the weights are states; inputs, where they are not.
    ///   - updated: a weight that the program changes.
    private func graph(areStates: Bool = true, updated: String? = nil) throws -> Graph {
        let builder = GraphBuilder("network")
        func weight(_ name: String) -> Tensor {
            let type = TensorType(Self.shapes[name] ?? [])
            return areStates ? builder.state(name, type) : builder.input(name, type)
        }
        var y = builder.input("x", TensorType([2, 8, 10, 17]))
        y = relu(convolution(y, weight("winograd"), Self.window))
        y = relu(convolution(y, weight("strided"), Window(3, stride: 2, padding: 1)))
        y = relu(convolution(y, weight("pointwise"), Window(1)))
        y = relu(convolution(y, weight("depthwise"), Window(3, padding: 1, groups: 40)))
        builder.output("y", matmul(y.mean([1, 2]).reshape([2, 40]), weight("linear"), transposeB: true))
        if let updated { builder.assign(updated, builder.state(updated, TensorType(Self.shapes[updated] ?? [])) * 0.5) }
        return try builder.finish()
    }

    private func weights(seed: Int) -> [String: HostTensor] {
        var random = SplitMix(seed: seed)
        return Dictionary(
            uniqueKeysWithValues: Self.shapes.sorted { $0.key < $1.key }.map { ($0.key, random.tensor($0.value)) })
    }

    private var input: HostTensor {
        var random = SplitMix(seed: 1)
        return random.tensor([2, 8, 10, 17])
    }

    private func session(_ graph: Graph, threads: Int = 1) throws -> any Session {
        let session = try jit.prepare(compile(graph), threads: threads)
        session.memory.setInput("x", input.values)
        return session
    }

    private func set(_ session: any Session, _ weights: [String: HostTensor]) {
        for (name, value) in weights { session.memory.setState(name, value.values) }
    }

    private func result(_ session: any Session) -> [UInt64] {
        (session.memory.output("y") ?? []).map(\.bitPattern)
    }

    /// What a session computes that has never had other weights, and packs them at every run.
    private func wanted(_ weights: [String: HostTensor]) throws -> [UInt64] {
        let session = try session(graph(areStates: false))
        for (name, value) in weights { session.memory.setInput(name, value.values) }
        session.run()
        return result(session)
    }

    @Test(arguments: [1, 2, 3]) func resultsFollowTheStates(threads: Int) throws {
        let session = try session(graph(), threads: threads)
        for seed in [5, 6, 5] {
            set(session, weights(seed: seed))
            let want = try wanted(weights(seed: seed))
            for _ in 0..<2 {
                session.run()
                #expect(result(session) == want)
            }
        }
    }

    /// One piece of state alone, in place, and before its step is run by itself.
    @Test(arguments: shapes.keys.sorted()) func oneStateChanges(_ name: String) throws {
        let session = try session(graph())
        var weights = weights(seed: 7)
        set(session, weights)
        session.run()
        session.memory.setState(name) { $0[3] += 1 }
        var changed = try #require(weights[name])
        changed.values[3] = Double(Float(changed.values[3]) + 1)
        weights[name] = changed
        for step in session.program.steps.indices { session.run(step: step) }
        #expect(try result(session) == wanted(weights))
    }

    @Test(arguments: shapes.keys.sorted()) func whatTheProgramWritesIsPackedEveryTime(_ name: String) throws {
        let graph = try graph(updated: name)
        let states = weights(seed: 8)
        for times in [1, 3] {
            let want = runNaively(graph, inputs: ["x": input], states: states, times: times)
            let got = try run(graph, on: jit, threads: 2, inputs: ["x": input], states: states, times: times)
            #expect(got.complaints(against: want, relative: 2e-5, absolute: 2e-5) == [])
        }
        let alone = compile(graph)
        let number = try #require(alone.states.first { $0.name == name }?.view.buffer)
        #expect(!alone.constantStates.contains(number) && alone.constantStates.count == Self.shapes.count - 1)
    }

    /// They are counted, and no kernel of a step packs them.
    @Test func theyAreCounted() throws {
        let (once, always) = try (session(graph()), session(graph(areStates: false)))
        func packs(_ session: any Session) -> Int {
            session.program.steps.indices.flatMap(session.kernels).filter {
                $0.hasPrefix("pack.") || $0.hasPrefix("winograd.weights.")
            }.count
        }
        // The last is a product of few rows, whose tiles pack what changes by themselves.
        #expect(packs(once) == 0 && packs(always) == 3)
        #expect(once.program.byteCount == always.program.byteCount)
        let packed = 4 * (36 * 17 * 20 + 9 * 20 * 33 + 33 * 40 + 40 * 11)
        #expect(once.memory.byteCount >= once.program.byteCount + packed)
        for step in once.program.steps.indices {
            var laps = 0
            once.run(step: step) { laps += 1 }
            #expect(laps == once.kernels(of: step).count)
        }
    }

    @Test func aRunAllocatesNothing() throws {
        let session = try session(graph(), threads: 2)
        for seed in 1...3 {
            set(session, weights(seed: seed))
            let before = invar_test_allocation_count()
            session.run()
            session.run()
            #expect(invar_test_allocation_count() == before)
        }
    }
}
