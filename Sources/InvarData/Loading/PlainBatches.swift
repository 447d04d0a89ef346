import Foundation
import Invar
import InvarRuntime
import Synchronization

/// Images as evaluation feeds them to the encoder: normalized, one for each place, and not augmented unless it is asked for.
/// `ImagePreparation` makes the same of single images.
package struct PlainBatches: Sendable {
    package let dataset: Dataset
    private let plan: ViewPlan
    private let crop: CentreCrop
    private let bad: BadImages
    private let workers: [Worker]

    /// Touched by one thread at a time: each lane of `write` has its own.
    private final class Worker: @unchecked Sendable {
        let reader: ImageReader
        let renderer: ViewRenderer

        init(_ dataset: Dataset, _ plan: ViewPlan, _ files: OpenFiles) {
            reader = ImageReader(dataset, channels: plan.channels, files: files)
            renderer = ViewRenderer(plan)
        }
    }

    /// - Throws: `Diagnostic` for a mistake in the description of views or image.
    package init(
        _ dataset: Dataset, views: Views, image: Image, normalized: Bool = true, bad: BadImages? = nil,
        threads: Int = ProcessInfo.processInfo.activeProcessorCount
    ) throws {
        self.dataset = dataset
        try dataset.checkChannels(image.channels)
        plan = try ViewPlan(views, image: image, normalized: normalized)
        crop = CentreCrop(for: image, areAllOfOneSize: dataset.isFixedSize)
        self.bad = try bad ?? BadImages()
        let plan = plan
        // where nothing is decoded, one thread is as fast as memory
        let count = dataset.images.isQuick ? 1 : max(1, threads)
        let files = OpenFiles()
        workers = (0..<count).map { _ in Worker(dataset, plan, files) }
    }

    /// Values of one image.
    package var imageSize: Int { plan.viewSize }

    /// Writes images of this range as float32 [count, height, width, channels]; an image past the
    /// dataset's end becomes zeros, so that a last batch can be filled up.
    /// - Returns: the images that are bad; they became zeros too.
    /// - Throws: `DataError` where too many are bad.
    @discardableResult
    package func write(_ range: Range<Int>, into output: UnsafeMutableBufferPointer<Float>) throws -> [Int] {
        try unsafe write(Array(range), into: output)
    }

    /// What a view is drawn from, where images are augmented: the first of the two.
    package struct Draw: Sendable {
        let seed: UInt64
        let epoch: Int
        package init(seed: UInt64, epoch: Int) { (self.seed, self.epoch) = (seed, epoch) }
    }

    /// Images by their places, one after another.
    /// - Parameter draw: augments them as the views say.
    @discardableResult
    package func write(
        _ places: [Int], draw: Draw? = nil, into output: UnsafeMutableBufferPointer<Float>
    ) throws -> [Int] {
        precondition(output.count >= places.count * imageSize, "internal: no room for \(places.count) images")
        guard let target = output.baseAddress else { return [] }
        let memory = unsafe Memory(target: target)
        let outcome = Mutex<(bad: [Int], failure: (any Error)?)>(([], nil))
        inParallel(workers.count) { lane in
            do {
                // neighbours go to different threads, which then end together
                for place in stride(from: lane, to: places.count, by: workers.count) {
                    let index = places[place]
                    let slot = unsafe memory.target + place * imageSize
                    if try unsafe !write(index, draw, into: slot, workers[lane]) {
                        outcome.withLock { $0.bad.append(index) }
                    }
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

    /// Which of these images can be read: each is decoded once.
    /// - Throws: `DataError` where too many cannot.
    package func readable(_ places: [Int]) throws -> [Int] {
        switch dataset.images {
        case .memory, .numbers: return places
        case .records, .encoded, .own, .none: break
        }
        var values = [Float](repeating: 0, count: 64 * imageSize)
        return try stride(from: 0, to: places.count, by: 64).flatMap { start in
            let part = Array(places[start..<min(start + 64, places.count)])
            let missing = try unsafe Set(values.withUnsafeMutableBufferPointer { try unsafe write(part, into: $0) })
            return part.filter { !missing.contains($0) }
        }
    }

    /// - Parameter missing: the images that cannot be read.
    /// - Throws: `DataError` where no others are left, with the reason.
    package func checkSomeAreLeft(without missing: Set<Int>) throws {
        guard missing.count >= dataset.count, let last = missing.max() else { return }
        throw DataError(
            dataset.name,
            "has no \(dataset.split.rawValue) images that can be read. The last: \(dataset.images.name(of: last)) "
                + (bad.reason(last, of: dataset) ?? "cannot be read"))
    }

    /// Each lane touches its own places.
    @safe private struct Memory: @unchecked Sendable {
        let target: UnsafeMutablePointer<Float>
    }

    /// False where the image is bad.
    private func write(
        _ index: Int, _ draw: Draw?, into slot: UnsafeMutablePointer<Float>, _ worker: Worker
    ) throws -> Bool {
        guard index < dataset.count, !bad.contains(index, of: dataset) else {
            unsafe slot.update(repeating: 0, count: imageSize)
            return index >= dataset.count
        }
        do {
            try worker.reader.withImage(
                index,
                denominator: { [plan] height, width in
                    // what is not augmented is resized as torchvision does it, from all of the picture's pixels
                    draw.map {
                        plan.denominator(seed: $0.seed, epoch: $0.epoch, image: index, height: height, width: width)
                    } ?? 1
                },
                body: { source in
                    guard let draw else { return unsafe worker.renderer.renderPlain(source, crop, into: slot) }
                    unsafe worker.renderer.render(
                        source, seed: draw.seed, epoch: draw.epoch, image: index, view: 0, into: slot)
                })
            return true
        } catch let fault as ImageFault {
            try bad.add(index, of: dataset, because: fault)
            unsafe slot.update(repeating: 0, count: imageSize)
            return false
        }
    }
}
