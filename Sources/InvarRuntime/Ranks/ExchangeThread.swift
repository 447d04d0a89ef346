import Synchronization

/// A thread that carries out exchanges one after another, in the order in which they are started. It is started and waited for from one
/// other thread. Who waits spins briefly, then sleeps; nothing is allocated.
@safe
final class ExchangeThread {
    private let queue: ExchangeQueue
    private let thread: WorkerThread

    /// - Parameters:
    ///   - capacity: how many may be under way at once, 1 or more.
    ///   - run: carries out the exchange of this step.
    /// - Throws: `ThreadError` where the system refuses the thread.
    init(capacity: Int, _ run: @escaping @Sendable (_ step: Int) -> Void) throws(ThreadError) {
        let queue = ExchangeQueue(capacity)
        self.queue = queue
        thread = try WorkerThread { while let step = queue.next() { run(step); queue.finishOne() } }
    }

    deinit {
        queue.stop()
        thread.join()
    }

    /// - Parameter place: a number by which it is waited for, below the capacity. It is free again when it was waited for.
    func start(_ step: Int, as place: Int) { queue.start(step, as: place) }

    /// Returns when the exchange is over that was last started by this number.
    func finish(_ place: Int) { queue.wait(for: place) }
}

/// What both threads share: steps in the order in which they were started, and how many of them are over.
@safe
private final class ExchangeQueue: @unchecked Sendable {
    private static let spins = 4_000

    private let capacity: Int
    /// Step and its place in the order, from 1.
    private let steps: UnsafeMutablePointer<Int>
    private let tickets: UnsafeMutablePointer<Int>
    private let started = Atomic<Int>(0)
    private let over = Atomic<Int>(0)
    private let stopping = Atomic<Bool>(false)
    private let sleepers = Atomic<Int>(0)
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(_ capacity: Int) {
        self.capacity = capacity
        unsafe steps = .allocate(capacity: capacity)
        unsafe tickets = .allocate(capacity: capacity)
        unsafe steps.initialize(repeating: 0, count: capacity)
        unsafe tickets.initialize(repeating: 0, count: capacity)
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(changed, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(changed)
        unsafe pthread_mutex_destroy(mutex)
        unsafe changed.deallocate()
        unsafe mutex.deallocate()
        unsafe steps.deallocate()
        unsafe tickets.deallocate()
    }

    func start(_ step: Int, as place: Int) {
        let count = started.load(ordering: .relaxed)
        unsafe steps[count % capacity] = step
        unsafe tickets[place] = count + 1
        started.store(count + 1, ordering: .sequentiallyConsistent)
        wake()
    }

    func wait(for place: Int) {
        let ticket = unsafe tickets[place]
        sleep { over.load(ordering: .sequentiallyConsistent) >= ticket }
    }

    /// The step that is to be carried out next; nothing when there will be none.
    func next() -> Int? {
        let done = over.load(ordering: .relaxed)
        sleep {
            started.load(ordering: .sequentiallyConsistent) > done || stopping.load(ordering: .sequentiallyConsistent)
        }
        guard started.load(ordering: .sequentiallyConsistent) > done else { return nil }
        return unsafe steps[done % capacity]
    }

    func finishOne() {
        over.add(1, ordering: .sequentiallyConsistent)
        wake()
    }

    func stop() {
        stopping.store(true, ordering: .sequentiallyConsistent)
        wake()
    }

    /// Spins, then sleeps, until something is so.
    private func sleep(until isSo: () -> Bool) {
        for _ in 0..<Self.spins where isSo() { return }
        guard !isSo() else { return }
        unsafe pthread_mutex_lock(mutex)
        sleepers.add(1, ordering: .sequentiallyConsistent)
        while !isSo() { unsafe pthread_cond_wait(changed, mutex) }
        sleepers.subtract(1, ordering: .sequentiallyConsistent)
        unsafe pthread_mutex_unlock(mutex)
    }

    private func wake() {
        guard sleepers.load(ordering: .sequentiallyConsistent) > 0 else { return }
        unsafe pthread_mutex_lock(mutex)
        unsafe pthread_cond_broadcast(changed)
        unsafe pthread_mutex_unlock(mutex)
    }
}
