/// The system refused a thread.
package struct ThreadError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which of how many, the calling one not counted.
    package let thread, of: Int
    /// What `pthread_create` returned.
    package let status: Int32

    package var description: String {
        "the system refused thread \(thread) of \(of): \(unsafe String(cString: strerror(status))); "
            + "ask for fewer (--threads, --workers), or let this user have more (ulimit -u; ulimit -v for their memory)"
    }
}

/// A thread of the system. There is no other way to one here: Foundation's `Thread` says nothing where the system refuses,
/// and Dispatch asks again for ever.
package struct WorkerThread: Sendable {
    private let handle: pthread_t

    /// Starts `body`.
    /// - Parameter thread: which of how many this is, for the error.
    package init(thread: Int = 1, of all: Int = 1, _ body: @escaping @Sendable () -> Void) throws(ThreadError) {
        let start = unsafe Unmanaged.passRetained(Start(body))
        var handle = pthread_t()
        let status = unsafe pthread_create(
            &handle, nil,
            { raw in
                guard let raw = unsafe raw else { return nil }
                unsafe Unmanaged<Start>.fromOpaque(raw).takeRetainedValue().body()
                return nil
            }, start.toOpaque())
        guard status == 0 else {
            unsafe start.release()
            throw ThreadError(thread: thread, of: all, status: status)
        }
        self.handle = handle
    }

    /// Waits until the body has returned. To be called once, and not by the thread itself.
    package func join() { pthread_join(handle, nil) }

    /// Nobody will wait: what the thread takes is given back when it ends. To be called once, and not after `join`.
    package func detach() { pthread_detach(handle) }

    private final class Start {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}

/// Calls `body` once with each number below `count`, on as many threads as there are numbers, and returns when all are done. Where
/// the system refuses threads, those that there are do the work.
package func inParallel(_ count: Int, _ body: (Int) -> Void) {
    let pool = WorkerPool(threads: count)
    withoutActuallyEscaping(body) { body in
        unsafe withUnsafePointer(to: count) { nothing in
            unsafe pool.run(tiles: count, context: UnsafeRawPointer(nothing)) { _, index, _ in body(index) }
        }
    }
}
