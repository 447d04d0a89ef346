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
