/// When each kernel of each step of a program ran, in one or more runs of a session.
package struct ProfileRecorder {
    /// Seconds since the recorder was made.
    package struct Span: Hashable, Sendable {
        package var begin: Double
        package var end: Double
        /// Seconds of each tile of each piece of parallel work in it, where tiles were recorded.
        package var jobs: [[Double]]

        package init(begin: Double, end: Double, jobs: [[Double]] = []) {
            (self.begin, self.end, self.jobs) = (begin, end, jobs)
        }
        package var seconds: Double { end - begin }
    }

    /// One run: for each step its kernels.
    package private(set) var runs: [[[Span]]] = []
    private let origin = ContinuousClock.now
    private let tiles: TileTimes?

    /// - Parameter tiles: whether single tiles are timed too, of a session of one thread.
    package init(tiles: Bool = false) { self.tiles = tiles ? TileTimes() : nil }

    /// A recorder that holds these times: for tests, and for what was measured elsewhere.
    package init(runs: [[[Span]]]) { (self.runs, tiles) = (runs, nil) }

    fileprivate mutating func record(_ session: any Session) {
        var steps: [[Span]] = []
        steps.reserveCapacity(session.program.steps.count)
        session.record(tiles: tiles)
        defer { session.record(tiles: nil) }
        var last = now
        for step in session.program.steps.indices {
            var kernels: [Span] = []
            session.run(step: step) {
                let end = now
                kernels.append(Span(begin: last, end: end, jobs: tiles?.take() ?? []))
                last = tiles == nil ? end : now
            }
            steps.append(kernels)
        }
        runs.append(steps)
    }

    private var now: Double { origin.duration(to: .now) / .seconds(1) }
}

extension Session {
    /// Carries out every step of the program once, as `run` does, and records how long each of its kernels took.
    package func run(recording recorder: inout ProfileRecorder) { recorder.record(self) }
}
