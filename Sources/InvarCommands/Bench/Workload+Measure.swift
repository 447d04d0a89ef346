import Invar
import InvarData
import InvarKit
import InvarRuntime
import InvarTraining

extension Workload {
    /// One result for each executor; their steps are timed in turns.
    /// - Parameters:
    ///   - microBatches: in how many parts a step of training is computed.
    ///   - memory: bytes that a step may take.
    ///   - options: what is to be written of a training step.
    func measure(
        executors: [any Executor], threads: Int, timer: StepTimer, microBatches: Int = 1, memory: Int?,
        _ options: CompileOptions
    ) throws -> [BenchResult] {
        if case .augmentation(let benchmark) = kind { return [try augmentation(benchmark, threads, timer)] }
        if case .effects = kind { return try effects(timer) }
        if case .embedding(let model) = kind {
            return try executors.flatMap { try embedding(model, $0, threads, timer, memory, options) }
        }
        let planned = try plan(
            for: executors, threads: threads, microBatches: microBatches, memory: memory, options)
        let ready = try executors.map { try planned.prepare($0, threads: threads) }
        let times = timer.measure(ready.map { one in { one.session.run() } })
        return executors.indices.map { index in
            let (session, prepared) = ready[index]
            let time = times[index]
            return BenchResult(
                workload: name, executor: executors[index].name, threads: threads, median_s: time.median,
                min_s: time.minimum, steps: time.all.count, compile_s: planned.seconds + prepared,
                prepare_s: prepared, first_step_s: time.first, peak_rss_mib: BenchResult.peakMemoryMiB,
                parameters: planned.parameters, flops_per_step: planned.program.flops, loss: Self.watched(session),
                images_per_s: planned.images.map { Double($0) / max(time.median, 1e-12) })
        }
    }

    /// The loss, or the mean of the representations where there is none: a number that shows a computation gone wrong.
    private static func watched(_ session: any Session) -> Double {
        if let loss = session.memory.output("loss")?.first { return loss }
        let values = session.memory.output("representation") ?? []
        return values.reduce(0, +) / Double(values.count)
    }

    /// Two results, timed in turns: the encoder's program alone, and a call of `embed` with an image in memory.
    private func embedding(
        _ model: JointEmbedding, _ executor: any Executor, _ threads: Int, _ timer: StepTimer, _ memory: Int?,
        _ options: CompileOptions
    ) throws -> [BenchResult] {
        let planned = try plan(for: [executor], threads: threads, memory: memory, options)
        let (session, prepared) = try planned.prepare(executor, threads: threads)
        let values = try model.captureEncoder(batch: 1).states.initialValues(seed: 0)
        let encoder = try TrainedEncoder(model, values: values, executor: executor, threads: threads)
        let image = model.image
        let pixels = (0..<(image.height * image.width * image.channels)).map { Float($0 % 256) / 255 }
        let begin = ContinuousClock.now
        let first = try encoder.embed(pixels)
        let compiled = begin.duration(to: .now) / .seconds(1)
        let times = timer.measure([{ session.run() }, { _ = try? encoder.embed(pixels) }])
        let mean = first.values.reduce(0) { $0 + Double($1) } / Double(first.width)
        return [(executor.name, prepared, Self.watched(session)), ("embed by \(executor.name)", compiled, mean)]
            .enumerated().map { place, row in
                BenchResult(
                    workload: name, executor: row.0, threads: threads, median_s: times[place].median,
                    min_s: times[place].minimum, steps: times[place].all.count, compile_s: planned.seconds + row.1,
                    prepare_s: row.1, first_step_s: times[place].first, peak_rss_mib: BenchResult.peakMemoryMiB,
                    parameters: planned.parameters, flops_per_step: planned.program.flops, loss: row.2,
                    images_per_s: 1 / max(times[place].median, 1e-12))
            }
    }

    /// A result for each effect, in the executor's column; timed in turns, each on one thread.
    private func effects(_ timer: StepTimer) throws -> [BenchResult] {
        let views = 20
        let begin = ContinuousClock.now
        let all = try EffectBenchmark.all()
        let planned = begin.duration(to: .now) / .seconds(1)
        let times = timer.measure(all.map { one in { one.make(views) } })
        return zip(all, times).map { effect, time in
            let (median, least) = (time.median / Double(views), time.minimum / Double(views))
            return BenchResult(
                workload: name, executor: effect.name, threads: 1, median_s: median, min_s: least,
                steps: time.all.count, compile_s: planned, prepare_s: 0, first_step_s: time.first / Double(views),
                peak_rss_mib: BenchResult.peakMemoryMiB, parameters: 0, flops_per_step: 0, loss: 0,
                images_per_s: 1 / max(median, 1e-12))
        }
    }

    /// A step is one image on one thread.
    private func augmentation(
        _ benchmark: AugmentationBenchmark, _ threads: Int, _ timer: StepTimer
    ) throws -> BenchResult {
        let begin = ContinuousClock.now
        _ = try benchmark.plan()
        let planned = begin.duration(to: .now) / .seconds(1)
        let parts = 5
        let rates = try (0..<parts).map { _ in
            try benchmark.imagesPerSecond(threads: threads, seconds: min(timer.seconds, 5) / Double(parts))
        }.sorted()
        let perThread = rates.map { Double(threads) / max($0, 1e-12) }
        return BenchResult(
            workload: name, executor: "views", threads: threads, median_s: perThread[parts / 2],
            min_s: perThread[parts - 1], steps: parts, compile_s: planned, prepare_s: 0,
            first_step_s: perThread[parts / 2], peak_rss_mib: BenchResult.peakMemoryMiB, parameters: 0,
            flops_per_step: 0, loss: 0, images_per_s: rates[parts / 2])
    }
}
