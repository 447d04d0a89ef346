import Foundation
import Invar
import InvarBLAS
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

@Suite struct ProfileTests {
    /// Two steps: 200 FLOPs and 40 bytes, 10 FLOPs and 80 bytes.
    private func program() throws -> Program {
        let builder = GraphBuilder("two")
        let x = builder.input("x", TensorType([4, 4], .float32))
        builder.output("y", matmul(matmul(x, x), x))
        var program = compile(try builder.finish())
        for (index, cost) in [(200, 40), (10, 80)].enumerated() {
            (program.steps[index].flops, program.steps[index].bytes) = cost
        }
        #expect(program.steps.count == 2)
        return program
    }

    /// Each number is how long a kernel took.
    private func recorder(_ runs: [[[Double]]]) -> ProfileRecorder {
        ProfileRecorder(
            runs: runs.map { run in
                var now = 0.0
                return run.map { step in
                    step.map { seconds in
                        defer { now += seconds }
                        return ProfileRecorder.Span(begin: now, end: now + seconds)
                    }
                }
            })
    }

    @Test func rowsAreMediansOfRuns() throws {
        let recorder = recorder([[[1, 1], [6]], [[2, 1], [5]], [[9, 9], [7]]])
        let limits = Profile.Limits(flopsPerSecond: 200, bytesPerSecond: 20)
        let profile = try Profile(program(), kernels: [["x", "y"], ["z"]], recorder, limits: limits)
        #expect(profile.seconds == 9)
        #expect(profile.rows.map(\.seconds) == [3, 6])
        #expect(profile.rows[0].kernels.map(\.seconds) == [2, 1])
        #expect(profile.rows[0].kernels.map(\.name) == ["x", "y"])
        #expect(profile.rows.map(\.share).reduce(0, +) == 1)
        #expect(profile.byShare.map(\.step) == [1, 0])
        // 200 FLOPs take a second at least, 40 bytes two: two of three; 80 bytes take four of six
        #expect(profile.rows.map { $0.ofLimit ?? 0 } == [2.0 / 3, 4.0 / 6])
        #expect(abs(profile.rows[0].flopsPerSecond - 200.0 / 3) < 1e-9)
        #expect(abs(profile.rows[1].bytesPerSecond - 80.0 / 6) < 1e-9)
    }

    @Test func familiesAddUpToTheWhole() throws {
        let recorder = recorder([[[1, 1], [6]], [[2, 1], [5]], [[9, 9], [7]]])
        let limits = Profile.Limits(flopsPerSecond: 200, bytesPerSecond: 20)
        let families = try Profile(program(), kernels: [["x", "y"], ["z"]], recorder, limits: limits).families
        #expect(families.map(\.family) == [.products, nil] && families.map(\.steps) == [2, 2])
        #expect(families.map(\.seconds) == [9, 9])
        // two seconds and four of nine
        #expect(families.allSatisfy { abs(($0.ofRoofline ?? 0) - 6.0 / 9) < 1e-12 })
    }

    @Test func stepsHaveTheirFamily() throws {
        let program = try TrainingStep.build(tiny, optimizer: .sgd(SGD(momentum: 0.9)), batch: 4).program
        let families = program.steps.map { StepFamily($0, in: program) }
        for (step, family) in zip(program.steps, families) {
            let writesStates = step.results.contains { program.buffers[$0.buffer].storage == .state }
            #expect((family == .updates) == (writesStates && step.kernel.loop != nil))
            #expect((family == .products) == (step.kernel.mnemonic == "matmul"))
        }
        #expect(families.contains(.updates) && families.contains(.products))
    }

    /// A thread that is free takes the next tile.
    @Test(
        arguments: [
            ([3, 1, 1, 1], 2, 3), ([1, 1, 1, 3], 2, 4), ([3, 1, 1, 1], 1, 6), ([2, 2, 2], 8, 2), ([], 4, 0),
        ] as [([Double], Int, Double)])
    func tilesAreSharedOut(tiles: [Double], threads: Int, seconds: Double) {
        #expect(Forecast.seconds(tiles, threads: threads) == seconds)
    }

    /// On one thread a forecast is the profile; with more threads it is shorter, and no shorter than its longest tile or its bytes.
    @Test func aForecastIsMadeOfTiles() throws {
        let program = try TrainingStep.build(tiny, optimizer: .sgd(SGD(momentum: 0.9)), batch: 64).program
        let session = try BLASExecutor().prepare(program, threads: 1)
        var recorder = ProfileRecorder(tiles: true)
        for _ in 0..<3 { session.run(recording: &recorder) }
        let spans = recorder.runs[0].flatMap { $0 }
        #expect(spans.contains { $0.jobs.contains { $0.count > 1 } })
        #expect(spans.allSatisfy { $0.jobs.reduce(0) { $0 + $1.reduce(0, +) } <= $0.seconds * 1.0001 + 1e-9 })
        let limits = Profile.Limits(flopsPerSecond: 1e12, bytesPerSecond: 1e15)
        let forecasts = [1, 4, 1000].map {
            Profile.forecast(session, recorder, threads: $0, limits: limits).seconds
        }
        #expect(forecasts[0] > forecasts[1] && forecasts[1] >= forecasts[2] && forecasts[2] > 0)
        let slow = Profile.Limits(flopsPerSecond: 1e12, bytesPerSecond: 1e3)
        let waiting = Profile.forecast(session, recorder, threads: 4, limits: slow)
        #expect(
            waiting.rows.allSatisfy { $0.seconds >= Double($0.bytes) / 1e3 * 0.999 }, "no step is faster than memory")
        // and nothing is timed any more
        let before = recorder.runs.count
        session.run()
        #expect(recorder.runs.count == before)
    }

    @Test func nothingIsNoDivisionByZero() throws {
        let recorder = recorder([[[0], [0]]])
        let profile = try Profile(program(), kernels: [["x"], ["z"]], recorder, limits: nil)
        #expect(profile.rows.allSatisfy { $0.share == 0 && $0.ofLimit == nil && $0.flopsPerSecond.isFinite })
        let empty = try Profile(program(), kernels: [["x"], ["z"]], ProfileRecorder(), limits: nil)
        #expect(empty.seconds == 0)
    }

    @Test func aProfiledRunComputesWhatARunComputes() throws {
        let program = try TrainingStep.build(tiny, optimizer: .sgd(SGD(momentum: 0.9)), batch: 4).program
        func loss(_ run: (any Session) -> Void) throws -> [Double] {
            let session = try BLASExecutor().prepare(program, threads: 2)
            for (index, input) in program.inputs.enumerated() {
                var random = CounterRandom(seed: 0, stream: index)
                session.memory.setInput(input.name, (0..<input.view.count).map { _ in Double(random.normal()) })
            }
            for _ in 0..<2 { run(session) }
            return program.states.flatMap { session.memory.stateValues($0.name) ?? [] }
        }
        var recorder = ProfileRecorder()
        let profiled = try loss { $0.run(recording: &recorder) }
        #expect(try profiled == loss { $0.run() })
        #expect(recorder.runs.count == 2 && recorder.runs.allSatisfy { $0.count == program.steps.count })
        #expect(recorder.runs.allSatisfy { $0.allSatisfy { $0.allSatisfy { $0.seconds >= 0 } } })
    }

    /// The steps of a run are one after another and fill it, and so do the kernels of a step.
    @Test func aTraceIsNestedAndFull() throws {
        let program = try TrainingStep.build(tiny, optimizer: .sgd(SGD()), batch: 4).program
        let session = try Broken(step: 0) { $0 }.prepare(program, threads: 1)
        var recorder = ProfileRecorder()
        for _ in 0..<3 { session.run(recording: &recorder) }
        let data = try JSONEncoder().encode(ChromeTrace(session, recorder))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let events = try #require(object["traceEvents"] as? [[String: Any]])
        func total(_ category: String) -> Double {
            events.filter { $0["cat"] as? String == category }.reduce(0) { $0 + ($1["dur"] as? Double ?? .nan) }
        }
        func count(_ category: String) -> Int { events.filter { $0["cat"] as? String == category }.count }
        #expect(count("run") == 3 && count("step") == 3 * program.steps.count)
        #expect(count("kernel") == 2 * count("step"))
        #expect(abs(total("step") - total("run")) <= 1e-6 * total("run"))
        #expect(abs(total("kernel") - total("run")) <= 1e-6 * total("run"))
        for event in events {
            #expect(event["ph"] as? String == "X")
            #expect(event["ts"] is Double && event["pid"] is Int && event["tid"] is Int && event["name"] is String)
        }
        let first = try #require(events.first { $0["cat"] as? String == "step" }?["args"] as? [String: Any])
        #expect(first["flops"] as? Int == program.steps[0].flops)
        #expect(first["site"] as? String == program.steps[0].site?.description)
    }
}
