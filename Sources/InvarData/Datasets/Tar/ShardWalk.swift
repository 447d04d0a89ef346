import InvarRuntime
import Synchronization

/// How far the walk through shards is, for whoever waits, and whether it is still wanted.
package struct IndexProgress: Sendable {
    /// So many shards of all are walked. Called by one thread at a time.
    package var show: @Sendable (_ done: Int, _ all: Int) -> Void
    package var isStopped: @Sendable () -> Bool

    package init(
        show: @escaping @Sendable (_ done: Int, _ all: Int) -> Void,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        (self.show, self.isStopped) = (show, isStopped)
    }
}

/// Nobody wants the index any more.
package struct IndexStopped: Error {}

/// Walks several shards at once: on a shared file system, or one of rotating disks, most of the time is waiting.
enum ShardWalk {
    private static let threads = 8

    fileprivate struct State {
        var next = 0
        var found: [TarIndex.Shard?]
        var done = 0
        /// The first of the shards that could not be read, whichever thread met it first.
        var failure: (place: Int, error: any Error)?
    }

    /// - Parameter names: with what the file system says of them.
    /// - Returns: one for each name.
    /// - Throws: `DataError` for a shard that cannot be read, `IndexStopped`.
    static func shards(
        _ root: String, _ names: [(name: String, status: FileStatus)], _ progress: IndexProgress?
    ) throws -> [TarIndex.Shard] {
        let calls = FileSystem.calls
        let state = Mutex(State(found: Array(repeating: nil, count: names.count)))
        inParallel(min(threads, names.count)) { _ in
            while let place = state.withLock({ $0.take(names.count) }) {
                do {
                    if progress?.isStopped() == true { throw IndexStopped() }
                    let shard = try TarIndex.Shard(walking: names[place].name, of: root, names[place].status, calls)
                    state.withLock { state in
                        state.found[place] = shard
                        state.done += 1
                        progress?.show(state.done, names.count)
                    }
                } catch {
                    state.withLock { $0.fail(place, error) }
                }
            }
        }
        return try state.withLock { state in
            if let failure = state.failure { throw failure.error }
            return state.found.compactMap { $0 }
        }
    }
}

extension ShardWalk.State {
    /// The next shard in order; so all before one that fails are walked.
    fileprivate mutating func take(_ count: Int) -> Int? {
        guard failure == nil, next < count else { return nil }
        defer { next += 1 }
        return next
    }

    fileprivate mutating func fail(_ place: Int, _ error: any Error) {
        if failure.map({ place < $0.place }) ?? true { failure = (place, error) }
    }
}
