import Synchronization

/// Looks after the exchanges of one rank. A rank that never comes, or a network that went down, would let the others wait for ever
/// without a word: MPI itself sets no limit.
package final class ExchangeWatch: Sendable {
    /// What is waited for.
    package enum Place: Sendable, Hashable {
        /// A step of the program, by its number.
        case step(Int)
        /// What ranks tell each other between the steps.
        case message
    }

    private let limit: Mutex<Double>
    /// 0: no exchange is going on. Otherwise when it began, in nanoseconds of the monotonic clock.
    private let began = Atomic<UInt64>(0)
    private let place = Atomic<Int>(0)
    private let round = Atomic<Int>(0)
    private let words = Mutex<@Sendable (Place) -> String> { _ in "an exchange" }

    /// - Parameters:
    ///   - limit: seconds that an exchange may take.
    ///   - end: told what was waited for, and the limit, on a thread of the watch's own. It ends the ranks.
    /// - Throws: `ThreadError` where the system refuses the thread.
    package init(limit: Double, end: @escaping @Sendable (_ exchange: String, _ limit: Double) -> Void)
        throws(ThreadError)
    {
        self.limit = Mutex(limit)
        let watcher = try WorkerThread { [weak self] in
            while true {
                usleep(200_000)
                guard let self else { return }
                if let (exchange, limit) = self.late { end(exchange, limit) }
            }
        }
        watcher.detach()
    }

    /// Which step of a run its exchanges are of, counted from 1.
    package func enter(step: Int) { round.store(step, ordering: .relaxed) }

    /// From now on an exchange is going on.
    package func begin(_ place: Place) {
        let number =
            switch place {
            case .step(let step): step
            case .message: -1
            }
        self.place.store(number, ordering: .relaxed)
        began.store(Self.now, ordering: .releasing)
    }

    /// It is over.
    package func end() { began.store(0, ordering: .releasing) }

    /// Lets exchanges take so many seconds from now on.
    package func allow(seconds: Double) { limit.withLock { $0 = seconds } }

    /// How an exchange is called.
    package func name(_ words: @escaping @Sendable (Place) -> String) { self.words.withLock { $0 = words } }

    /// What takes too long.
    private var late: (exchange: String, limit: Double)? {
        let start = began.load(ordering: .acquiring)
        let limit = limit.withLock { $0 }
        guard start > 0, Double(Self.now &- start) * 1e-9 > limit else { return nil }
        let number = place.load(ordering: .relaxed)
        let words = words.withLock { $0 }
        let round = round.load(ordering: .relaxed)
        return (
            words(number < 0 ? .message : .step(number)) + (round > 0 ? ", in step \(round) of the run" : ""), limit
        )
    }

    private static var now: UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
