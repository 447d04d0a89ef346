import InvarRuntime

/// Runs steps again and again, and keeps how long each took. Several are run in turns, a few steps of one and then of the
/// next, so that whatever slows the machine meanwhile slows all of them.
struct StepTimer {
    /// At most so many timed steps of each,
    var steps: Int
    /// and no more after so many seconds for each, once three are timed.
    var seconds = 10.0
    var warmUp = 2
    /// Steps of one before it is the next one's turn.
    var turn = 3

    struct Times {
        var first = 0.0
        var all: [Double] = []
        var minimum: Double { all.min() ?? 0 }
        var median: Double { InvarRuntime.median(all) }
    }

    func measure(_ each: [() -> Void]) -> [Times] {
        func time(_ step: () -> Void) -> Double {
            let begin = ContinuousClock.now
            step()
            return begin.duration(to: .now) / .seconds(1)
        }
        var times = [Times](repeating: Times(), count: each.count)
        for (index, step) in each.enumerated() {
            times[index].first = time(step)
            let begin = ContinuousClock.now
            for _ in 0..<warmUp where begin.duration(to: .now) < .seconds(seconds) { step() }
        }
        let begin = ContinuousClock.now
        let end = seconds * Double(each.count)
        while let done = times.map(\.all.count).min(), done < steps {
            for (index, step) in each.enumerated() {
                for _ in 0..<min(turn, steps - done) { times[index].all.append(time(step)) }
            }
            if begin.duration(to: .now) > .seconds(end), done + turn >= 3 { break }
        }
        return times
    }
}
