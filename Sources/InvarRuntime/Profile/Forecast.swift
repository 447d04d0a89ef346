import InvarCompiler

/// How long work that was measured tile by tile on one thread would take on more of them, if nothing but the tiles counted: a thread that
/// is free takes the next tile, as ``WorkerPool`` does. What a tile takes is what it took alone: caches and memory that threads share are
/// not in it, nor the time to wake threads.
package enum Forecast {
    /// Seconds from the first tile's begin to the last one's end.
    package static func seconds(_ tiles: [Double], threads: Int) -> Double {
        guard threads > 1 else { return tiles.reduce(0, +) }
        var free = [Double](repeating: 0, count: threads)
        for tile in tiles {
            guard let (first, time) = free.enumerated().min(by: { $0.element < $1.element }) else { break }
            free[first] = time + tile
        }
        return free.max() ?? 0
    }

    /// Of one kernel, from several runs: what ran outside of tiles stays as it is, of each tile the median counts.
    static func seconds(_ spans: [ProfileRecorder.Span], threads: Int) -> Double {
        let alone = median(spans.map { span in max(0, span.seconds - span.jobs.reduce(0) { $0 + $1.reduce(0, +) }) })
        guard let jobs = spans.first?.jobs else { return alone }
        return jobs.indices.reduce(alone) { sum, job in
            let tiles = jobs[job].indices.map { tile in median(spans.map { $0.jobs[job][tile] }) }
            return sum + seconds(tiles, threads: threads)
        }
    }
}

extension Profile {
    /// What the same steps would take on so many threads, from tiles that were timed on one: see ``Forecast``. No step takes less than
    /// its bytes need.
    /// - Parameter limits: of a machine with so many threads.
    package static func forecast(
        _ session: any Session, _ recorder: ProfileRecorder, threads: Int, limits: Limits
    ) -> Profile {
        let program = session.program
        let spans = program.steps.indices.map { step -> [ProfileRecorder.Span] in
            guard let kernels = recorder.runs.first?[step].count else { return [] }
            let seconds = (0..<kernels).map { kernel in
                Forecast.seconds(recorder.runs.map { $0[step][kernel] }, threads: threads)
            }
            let least = Double(program.steps[step].bytes) / limits.bytesPerSecond
            // what memory makes the step wait for is shared out alike
            let longer = max(1, least / max(seconds.reduce(0, +), 1e-12))
            return seconds.map { ProfileRecorder.Span(begin: 0, end: $0 * longer) }
        }
        return Profile(session, ProfileRecorder(runs: [spans]), limits: limits)
    }
}
