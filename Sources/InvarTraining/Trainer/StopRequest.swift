import Dispatch
import Foundation
import Synchronization

/// A wish to stop, made on any thread and heard by the trainer after every step.
public final class StopRequest: Sendable {
    private let flag = Atomic(false)

    public init() {}

    public func request() { flag.store(true, ordering: .relaxed) }
    public var isRequested: Bool { flag.load(ordering: .relaxed) }
}

/// Turns Ctrl-C and the wish to terminate into a `StopRequest`, for as long as it lives. The second of them ends the process
/// at once, as if nobody listened; what was saved stays.
public final class Interrupts {
    private static let signals = [SIGINT, SIGTERM]
    private let sources: [any DispatchSourceSignal]

    /// - Parameter heard: called on the first signal, on another thread.
    public init(_ stop: StopRequest, heard: @escaping @Sendable () -> Void = {}) {
        let queue = DispatchQueue(label: "invar.interrupts")
        sources = Interrupts.signals.map { number in
            // the source sees the signal only where its default, to end the process, is off
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                if stop.isRequested {
                    signal(number, SIG_DFL)
                    kill(getpid(), number)
                }
                stop.request()
                heard()
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in Interrupts.signals { signal(number, SIG_DFL) }
    }
}
