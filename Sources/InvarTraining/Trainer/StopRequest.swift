import Synchronization

/// A wish to stop, made on any thread and heard by the trainer after every step.
public final class StopRequest: Sendable {
    private let flag = Atomic(false)

    public init() {}

    public func request() { flag.store(true, ordering: .relaxed) }
    public var isRequested: Bool { flag.load(ordering: .relaxed) }
}
