import AllocationCounter
import Invar
import InvarCompiler
import InvarGraph
import InvarRuntime
import TestSupport
import Testing

/// A training step allocates nothing, and gives the same bits on any number of threads.
@Suite struct StepTests {
    /// VICReg over a small ConvNet, with gradients and an update of every parameter.
    private func step() throws -> Graph {
        let model = JointEmbedding("tiny", image: Image(channels: 1, height: 12, width: 11)) {
            Encoder {
                Conv(9, kernel: 3); BatchNorm(); ReLU()
                MaxPool(2)
                Conv(17, kernel: 3, stride: 2); BatchNorm(); ReLU()
                GlobalAveragePool()
            }
            Expander {
                Linear(33); BatchNorm(); ReLU()
                Linear(33, bias: false)
            }
            Loss {
                25 * Invariance()
                25 * Variance()
                Covariance()
            }
        }
        let captured = try model.captureTraining(batch: 13)
        let builder = captured.builder
        let parameters = captured.states.filter { $0.role == .parameter }
        let values = parameters.map { builder.state($0.name, $0.type) }
        let gradients = builder.gradients(of: captured.loss, withRespectTo: values)
        for (spec, (value, gradient)) in zip(parameters, zip(values, gradients)) {
            let name = "momentum/" + spec.name
            let moment = builder.state(name, spec.type) * 0.9 + gradient
            builder.assign(name, moment)
            builder.assign(spec.name, value - moment * 0.01)
        }
        builder.output("loss", captured.loss)
        return try builder.finish()
    }

    /// Values under which the step is well behaved: variances are positive.
    private func values(_ graph: Graph) -> (inputs: [String: HostTensor], states: [String: HostTensor]) {
        var values = graph.randomValues(seed: 5)
        for (name, value) in values.states where name.hasSuffix("running_var") || name.hasPrefix("momentum") {
            values.states[name]?.values = value.values.map { name.hasPrefix("momentum") ? 0 : $0.magnitude }
        }
        return values
    }

    private func session(_ graph: Graph, on executor: TestedExecutor, threads: Int) throws -> any Session {
        let session = try executor.prepare(compile(graph), threads: threads)
        let (inputs, states) = values(graph)
        for (name, value) in inputs { session.memory.setInput(name, value.values) }
        for (name, value) in states { session.memory.setState(name, value.values) }
        return session
    }

    /// How often `body` asks for memory on this thread. (Workers run the same kernels: which takes which tile is chance.)
    private func allocations(_ body: () -> Void) -> Int {
        let before = invar_test_allocation_count()
        body()
        return invar_test_allocation_count() - before
    }

    @Test(arguments: [interpreter, jit], [1, 2])
    func aStepAllocatesNothing(_ executor: TestedExecutor, _ threads: Int) throws {
        let session = try session(step(), on: executor, threads: threads)
        session.run()
        #expect(allocations { for _ in 0..<20 { session.run() } } == 0, "calls of malloc in twenty steps")
    }

    @Test func theCounterCounts() {
        var kept: [[Int]] = []
        let calls = allocations { for size in 1...5 { kept.append([Int](repeating: 1, count: 100 * size)) } }
        #expect(calls >= 5 && kept.count == 5)
    }

    /// The whole step against the naive evaluator, forward, backward and update, and against itself on more threads. Both in one
    /// test, since most of the time goes into compiling its kernels.
    @Test(arguments: executors) func theStepIsRight(_ executor: TestedExecutor) throws {
        let graph = try step()
        let (inputs, states) = values(graph)
        let want = runNaively(graph, inputs: inputs, states: states)
        let exact = graph.with(element: .float64)
        let double = try run(exact, on: executor, inputs: inputs, states: states)
        #expect(double.complaints(against: want, relative: 1e-10, absolute: 1e-10) == [], "\(executor.name)")
        let program = compile(graph)
        func result(threads: Int = 1, times: Int) throws -> RunResult {
            try run(program, graph, on: executor, threads: threads, inputs: inputs, states: states, times: times)
        }
        // The gradient of a bias before a BatchNorm is zero: what is left of it are the roundings of its summands.
        let complaints = try result(times: 1).complaints(against: want, relative: 2e-4, absolute: 5e-3)
        #expect(complaints == [], "\(executor.name)")
        guard executor.hasThreads else { return }
        let one = try result(times: 3)
        for threads in [2, 3] {
            #expect(try haveSameBits(one, result(threads: threads, times: 3)), "\(threads) threads")
        }
        #expect(one.outputs["loss"]?.values[0].isFinite == true)
    }
}
