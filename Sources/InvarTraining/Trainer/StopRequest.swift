import Synchronization

/// A wish to stop, made on any thread and heard by the trainer after every step.
public final class StopRequest: Sendable {
    private let flag = Atomic(false)

    /// Nobody wishes to stop yet.
    public init() {}

    /// Makes the wish.
    public func request() { flag.store(true, ordering: .relaxed) }
    /// Whether it was made.
    public var isRequested: Bool { flag.load(ordering: .relaxed) }
}
