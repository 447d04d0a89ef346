import Foundation
import Invar
import func InvarGraph.counted

/// The views of each image of a batch, or of a rank's part of it, as the training step takes them. The memory is the
/// loader's: it is valid inside the closure that received it.
@safe package struct ViewBatch {
    package let epoch: Int
    /// Counted from the run's first step, over all epochs.
    package let step: Int
    /// Which images, by their place in the dataset. Where one was bad, the one that took its place.
    package let indices: UnsafeBufferPointer<Int32>
    /// float32 [images, height, width, channels], or [rows, width]: of all of the batch, or of the rank's part.
    package let views: [UnsafeMutableBufferPointer<Float>]
    /// Where the crop lies that each view was made of: top, left, height, width, in pixels of the image as it is stored, and 1 where it is mirrored. Zeros for rows.
    package let places: [UnsafeMutableBufferPointer<Float>]
}

/// Prepares the next batches on worker threads while a step runs.
///
/// Batches come in order, and are a function of (seed, step): the number of workers and the step that the loader
/// starts at change nothing. Each epoch visits the images in its own order and drops the last short batch.
/// All memory is taken at the start.
///
/// Several ranks have a loader each. Of n = batch / ranks images, rank r prepares those at r·n ..< (r + 1)·n of each batch: the
/// parts of all ranks, one after another, are the batch that one process has, views and stand-ins for bad images included.
package final class BatchLoader {
    package let stepsPerEpoch: Int
    /// Images of a step, over all ranks.
    package let batch: Int
    private let pipeline: BatchPipeline

    /// - Parameters:
    ///   - views: what the views are made of, and how.
    ///   - firstStep: where a resumed run goes on.
    ///   - steps: the run's length; the loader prepares nothing at or after it.
    ///   - bad: where bad images are counted; nothing: with the usual limit, and without a log.
    ///   - rank: whose part of each batch is prepared, of `ranks` parts of equal size.
    /// - Throws: `DataError` where the batch is larger than the dataset or cannot be shared out evenly, `ThreadError` where the system
    ///   refuses a worker.
    package init(
        _ dataset: Dataset, views: BatchViews, batch: Int, seed: UInt64, firstStep: Int = 0, steps: Int,
        workers: Int = 2, bad: BadImages? = nil, rank: Int = 0, ranks: Int = 1
    ) throws {
        precondition(0..<ranks ~= rank, "internal: rank \(rank) of \(ranks)")
        guard batch >= 1 else { throw DataError(dataset.name, "cannot be read in batches of \(batch); use 1 or more") }
        guard batch % ranks == 0 else {
            let (below, above) = (batch / ranks * ranks, (batch / ranks + 1) * ranks)
            throw DataError(
                dataset.name,
                "cannot be read in batches of \(batch) by \(ranks) ranks, each of which takes as many images; "
                    + "use a batch of \(below > 0 ? "\(below) or " : "")\(above)")
        }
        guard batch <= dataset.count else {
            throw DataError(
                dataset.name,
                "has \(counted(dataset.count, dataset.item)), fewer than a batch of \(batch); use a smaller batch")
        }
        if let plan = views.plans.first { try dataset.checkChannels(plan.channels) }
        self.batch = batch
        stepsPerEpoch = dataset.count / batch
        pipeline = BatchPipeline(
            dataset, views: views, part: BatchPart(of: batch, rank: rank, ranks: ranks), seed: seed,
            firstStep: max(0, firstStep), steps: steps, workers: max(1, workers), bad: try bad ?? BadImages())
        try pipeline.start()
    }

    /// All views are of images, of one size.
    package convenience init(
        _ dataset: Dataset, plan: ViewPlan, batch: Int, seed: UInt64, firstStep: Int = 0, steps: Int, workers: Int = 2,
        bad: BadImages? = nil, rank: Int = 0, ranks: Int = 1
    ) throws {
        try self.init(
            dataset, views: BatchViews([plan]), batch: batch, seed: seed, firstStep: firstStep, steps: steps,
            workers: workers, bad: bad, rank: rank, ranks: ranks)
    }

    deinit { pipeline.stop() }

    /// The time that `withNext` waited for workers, in seconds: near zero where they keep up.
    package var secondsWaited: Double { pipeline.secondsWaited }

    /// Hands the next batch to the closure, and its memory back to the workers afterwards.
    /// - Returns: nothing after the last step.
    /// - Throws: `DataError` where too many images are bad, and what `body` throws.
    package func withNext<Result>(_ body: (ViewBatch) throws -> Result) throws -> Result? {
        guard let next = try pipeline.take() else { return nil }
        defer { pipeline.recycle() }
        return try body(next)
    }
}
