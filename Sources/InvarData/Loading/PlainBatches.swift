import Foundation
import Invar
import Synchronization

/// Images as evaluation feeds them to the encoder: no augmentation, normalized, in the dataset's order.
///
/// Images of one size are taken whole. Of others the middle is taken: for views of 64 pixels and more torchvision's resize
/// to 8/7 of the view and centre crop, for smaller ones the largest middle part.
package struct PlainBatches: Sendable {
    private let dataset: Dataset
    private let plan: ViewPlan
    private let crop: CentreCrop
    private let bad: BadImages
    private let workers: [Worker]

    /// Touched by one thread at a time: each lane of `write` has its own.
    private final class Worker: @unchecked Sendable {
        let reader: ImageReader
        let renderer: ViewRenderer

        init(_ dataset: Dataset, _ plan: ViewPlan) {
            reader = ImageReader(dataset, channels: plan.channels)
            renderer = ViewRenderer(plan)
        }
    }

    /// - Throws: `Diagnostic` for a mistake in the description of views or image.
    package init(
        _ dataset: Dataset, views: Views, image: Image, bad: BadImages? = nil,
        threads: Int = ProcessInfo.processInfo.activeProcessorCount
    ) throws {
        self.dataset = dataset
        plan = try ViewPlan(views, image: image)
        crop = dataset.isFixedSize ? .whole : min(image.height, image.width) >= 64 ? .inner : .fitted
        self.bad = try bad ?? BadImages()
        let plan = plan
        // where nothing is decoded, one thread is as fast as memory
        let count = dataset.isFixedSize ? 1 : max(1, threads)
        workers = (0..<count).map { _ in Worker(dataset, plan) }
    }

    /// Values of one image.
    package var imageSize: Int { plan.viewSize }

    /// Writes images of this range as float32 [count, height, width, channels]; an image past the
    /// dataset's end becomes zeros, so that a last batch can be filled up.
    /// - Returns: the images that are bad; they became zeros too.
    /// - Throws: `DataError` where too many are bad.
    @discardableResult
    package func write(_ range: Range<Int>, into output: UnsafeMutableBufferPointer<Float>) throws -> [Int] {
        precondition(output.count >= range.count * imageSize, "internal: no room for \(range.count) images")
        guard let target = output.baseAddress else { return [] }
        let memory = Memory(target: target)
        let outcome = Mutex<(bad: [Int], failure: (any Error)?)>(([], nil))
        DispatchQueue.concurrentPerform(iterations: workers.count) { lane in
            do {
                // neighbours go to different threads, which then end together
                for place in stride(from: lane, to: range.count, by: workers.count) {
                    let index = range.lowerBound + place
                    let slot = memory.target + place * imageSize
                    if try !write(index, into: slot, workers[lane]) { outcome.withLock { $0.bad.append(index) } }
                }
            } catch {
                outcome.withLock { $0.failure = $0.failure ?? error }
            }
        }
        return try outcome.withLock { outcome in
            if let failure = outcome.failure { throw failure }
            return outcome.bad.sorted()
        }
    }

    /// Each lane touches its own places.
    private struct Memory: @unchecked Sendable {
        let target: UnsafeMutablePointer<Float>
    }

    /// False where the image is bad.
    private func write(_ index: Int, into slot: UnsafeMutablePointer<Float>, _ worker: Worker) throws -> Bool {
        guard index < dataset.count, !bad.contains(index, of: dataset) else {
            slot.update(repeating: 0, count: imageSize)
            return index >= dataset.count
        }
        do {
            try worker.reader.withImage(
                index, denominator: { [plan, crop] in plan.denominator(crop, height: $0, width: $1) },
                body: { worker.renderer.renderPlain($0, crop, into: slot) })
            return true
        } catch let fault as ImageFault {
            try bad.add(index, of: dataset, because: fault)
            slot.update(repeating: 0, count: imageSize)
            return false
        }
    }
}
