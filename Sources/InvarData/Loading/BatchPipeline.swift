import Foundation
import Invar
import InvarRuntime

/// The images of each batch that one rank prepares.
struct BatchPart {
    /// Images of the whole batch.
    let batch: Int
    /// Which of them are the rank's.
    let rows: Range<Int>

    /// - Precondition: the batch is a multiple of the ranks.
    init(of batch: Int, rank: Int, ranks: Int) {
        let count = batch / ranks
        (self.batch, rows) = (batch, (rank * count)..<((rank + 1) * count))
    }
}

/// What the workers of a `BatchLoader` share. Everything mutable is guarded by `condition`, but for a
/// slot's pixels: those belong to the workers from claim to completion, then to the consumer.
final class BatchPipeline: @unchecked Sendable {
    @safe private struct Slot {
        let pixels: UnsafeMutablePointer<Float>
        /// Of each view the values of all images.
        let views: [UnsafeMutableBufferPointer<Float>]
        /// Behind them, of each view where its crops lie.
        let places: [UnsafeMutableBufferPointer<Float>]
        let indices: UnsafeMutablePointer<Int32>
        var epoch = 0
        var isFree = true
        var unfinished = 0
    }

    private struct Chunk {
        let slot: Int
        let epoch: Int
        /// Counted from the first of the rank's.
        let images: Range<Int>
    }

    private let dataset: Dataset
    private let views: BatchViews
    private let part: BatchPart
    /// Images in a slot.
    private let count: Int
    private let seed: UInt64
    private let endStep: Int
    private let workers: Int
    private let chunk: Int
    private let bad: BadImages
    private let files = OpenFiles()

    private let condition = NSCondition()
    private var slots: [Slot]
    private var order: [Int32] = []
    private var orderEpoch = -1
    private var claimStep: Int
    private var claimImage = 0
    private var takeStep: Int
    private var stopped = false
    private var failure: (any Error)?
    /// Touched by the consumer alone.
    private var threads: [WorkerThread] = []
    private var waited = 0.0

    init(
        _ dataset: Dataset, views: BatchViews, part: BatchPart, seed: UInt64, firstStep: Int, steps: Int, workers: Int,
        bad: BadImages
    ) {
        let count = part.rows.count
        (self.dataset, self.views, self.part, self.count, self.seed, self.bad) = (
            dataset, views, part, count, seed, bad
        )
        let sizes = views.sources.indices.map(views.size)
        let values = count * (sizes.reduce(0, +) + sizes.count * ViewPlace.count)
        (self.workers, claimStep, takeStep, endStep) = (workers, firstStep, firstStep, steps)
        // small enough that all workers end a batch together
        chunk = max(1, min(32, count / (4 * workers)))
        // one with the consumer, one ready, one in work
        slots = (0..<3).map { _ in
            let pixels = UnsafeMutablePointer<Float>.allocate(capacity: values)
            unsafe pixels.initialize(repeating: 0, count: values)
            let indices = UnsafeMutablePointer<Int32>.allocate(capacity: count)
            unsafe indices.initialize(repeating: 0, count: count)
            var start = unsafe pixels
            func next(_ size: Int) -> UnsafeMutableBufferPointer<Float> {
                defer { unsafe start += count * size }
                return unsafe UnsafeMutableBufferPointer(start: start, count: count * size)
            }
            let views = unsafe sizes.map(next)
            let places = unsafe sizes.map { _ in unsafe next(ViewPlace.count) }
            return unsafe Slot(pixels: pixels, views: views, places: places, indices: indices)
        }
    }

    deinit {
        for slot in slots {
            unsafe slot.pixels.deallocate()
            unsafe slot.indices.deallocate()
        }
    }

    var secondsWaited: Double { locked { waited } }

    private func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
        condition.lock()
        defer { condition.unlock() }
        return try body()
    }

    /// - Throws: `ThreadError` where the system refuses a worker. Those that were started have ended then.
    func start() throws(ThreadError) {
        do throws(ThreadError) {
            for worker in 1...workers {
                threads.append(try WorkerThread(thread: worker, of: workers) { self.work() })
            }
        } catch {
            stop()
            throw error
        }
    }

    /// Returns when every worker has ended.
    func stop() {
        locked {
            stopped = true
            condition.broadcast()
        }
        for thread in threads { thread.join() }
        threads = []
    }

    // MARK: the consumer's side

    func take() throws -> ViewBatch? {
        try locked {
            guard takeStep < endStep else { return nil }
            let index = takeStep % slots.count
            let begin = ContinuousClock.now
            // a slot is ready when it was claimed whole and all its images are made
            while !(claimStep > takeStep && slots[index].unfinished == 0) {
                if let failure { throw failure }
                condition.wait()
            }
            waited += begin.duration(to: .now) / .seconds(1)
            let slot = slots[index]
            return unsafe ViewBatch(
                epoch: slot.epoch, step: takeStep, indices: UnsafeBufferPointer(start: slot.indices, count: count),
                views: slot.views, places: slot.places)
        }
    }

    func recycle() {
        locked {
            slots[takeStep % slots.count].isFree = true
            takeStep += 1
            condition.broadcast()
        }
    }

    // MARK: the workers' side

    private func work() {
        let maker = ViewMaker(dataset, views: views, seed: seed, bad: bad, files: files)
        while let chunk = claim() {
            do {
                try fill(chunk, maker)
                locked {
                    slots[chunk.slot].unfinished -= chunk.images.count
                    if slots[chunk.slot].unfinished == 0 { condition.broadcast() }
                }
            } catch {
                // the batch stays unfinished: who waits for it is told why
                locked {
                    failure = failure ?? error
                    stopped = true
                    condition.broadcast()
                }
            }
        }
    }

    private func claim() -> Chunk? {
        locked {
            while true {
                if stopped || claimStep >= endStep { return nil }
                let index = claimStep % slots.count
                if claimImage == 0 {
                    guard slots[index].isFree else {
                        condition.wait()
                        continue
                    }
                    open(slot: index)
                }
                let images = claimImage..<min(claimImage + chunk, count)
                claimImage = images.upperBound
                if claimImage == count {
                    claimImage = 0
                    claimStep += 1
                }
                return Chunk(slot: index, epoch: slots[index].epoch, images: images)
            }
        }
    }

    /// Takes a free slot for the batch of `claimStep`, and writes which images this rank has of it.
    private func open(slot index: Int) {
        let stepsPerEpoch = dataset.count / part.batch
        let (epoch, place) = claimStep.quotientAndRemainder(dividingBy: stepsPerEpoch)
        if epoch != orderEpoch {
            order = CounterRandom.permutation(of: dataset.count, seed: seed, epoch: epoch)
            orderEpoch = epoch
        }
        slots[index].isFree = false
        slots[index].unfinished = count
        slots[index].epoch = epoch
        for (i, row) in part.rows.enumerated() {
            unsafe slots[index].indices[i] = order[place * part.batch + row]
        }
    }

    private func fill(_ chunk: Chunk, _ maker: ViewMaker) throws {
        let slot = locked { slots[chunk.slot] }
        for i in chunk.images {
            let place = unsafe ViewMaker.Place(views: slot.views, places: slot.places, images: count, image: i)
            let image = unsafe Int(slot.indices[i])
            unsafe slot.indices[i] = Int32(try maker.make(image, epoch: chunk.epoch, into: place))
        }
    }
}
