import Foundation
import InvarGraph
import InvarRuntime
import Synchronization

/// The ranks that this process carries: itself alone, several threads, or one of a group of processes.
package struct RankGroup: Sendable {
    /// Of each rank of this process, in their order.
    private let communicators: [any Communicator]

    /// One rank, which has nobody to exchange with.
    package static let alone = RankGroup([Alone()])

    package init(_ communicators: [any Communicator]) {
        precondition(!communicators.isEmpty, "internal: a process without a rank")
        self.communicators = communicators
    }

    /// Ranks that are threads of this process.
    package init(threads: Int, watch: ExchangeWatch? = nil) {
        self.init(LocalRanks(threads, watch: watch).communicators)
    }

    /// How many there are in all processes.
    package var ranks: Int { communicators[0].ranks }

    /// Whether it is the first of this process, which runs on the calling thread.
    package func isFirst(_ communicator: any Communicator) -> Bool { communicator.rank == communicators[0].rank }

    /// Carries out `body` as each of this process's ranks: the first on the calling thread, each other on a thread of its own.
    ///
    /// - Parameter body: throws where no other rank waits for it in a program.
    /// - Returns: what the first rank of this process came to.
    /// - Throws: what `body` throws where there is one rank in all, or else a `RankFailure`; `ThreadError` where the system refuses a thread.
    package func run<Result>(_ body: (any Communicator) throws -> Result) throws -> Result {
        guard ranks > 1 else { return try body(communicators[0]) }
        return try withoutActuallyEscaping(body) { body in
            // each rank runs it once, and the calling thread waits for all of them
            nonisolated(unsafe) let body = body
            let gate = Gate()
            var threads: [WorkerThread] = []
            defer { for thread in threads { thread.join() } }
            do {
                for (index, communicator) in communicators.enumerated().dropFirst() {
                    threads.append(
                        try WorkerThread(thread: index, of: communicators.count - 1) {
                            guard gate.wait() else { return }
                            // the first rank hears of it too, and says it
                            _ = try? communicator.together(saying: Self.words) { _ = unsafe try body(communicator) }
                        })
                }
            } catch {
                gate.open(false)
                throw error
            }
            gate.open(true)
            return try communicators[0].together(saying: Self.words) { unsafe try body(communicators[0]) }
        }
    }

    /// What is said of an error, without `error:` before it.
    package static func words(_ error: any Error) -> String {
        if let error = error as? Diagnostic { return (error.site.map { "\($0): " } ?? "") + error.message }
        return TrainingError.words(error)
    }
}

/// Threads wait here until all of them are there, or one was refused.
private final class Gate: Sendable {
    private let condition = NSCondition()
    private let isOpen: Mutex<Bool?> = Mutex(nil)

    /// - Returns: whether to go on.
    func wait() -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let answer = isOpen.withLock({ $0 }) { return answer }
            condition.wait()
        }
    }

    func open(_ answer: Bool) {
        condition.lock()
        isOpen.withLock { $0 = answer }
        condition.broadcast()
        condition.unlock()
    }
}
