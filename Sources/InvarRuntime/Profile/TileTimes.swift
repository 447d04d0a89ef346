/// How long the tiles of parallel work took, one by one, on a pool of one thread: what the same work would take on more threads follows
/// from it.
package final class TileTimes {
    /// Seconds of each tile, for each piece of work that the pool was given since they were taken last.
    private var jobs: [[Double]] = []
    private let origin = ContinuousClock.now

    package init() {}

    /// What was recorded since the last call.
    func take() -> [[Double]] {
        defer { jobs.removeAll(keepingCapacity: true) }
        return jobs
    }

    /// Runs them in order, each timed.
    func record(_ tiles: Int, _ tile: (Int) -> Void) {
        var times: [Double] = []
        times.reserveCapacity(tiles)
        var last = now
        for index in 0..<max(0, tiles) {
            tile(index)
            let end = now
            times.append(end - last)
            last = end
        }
        jobs.append(times)
    }

    private var now: Double { origin.duration(to: .now) / .seconds(1) }
}

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
