import Invar

/// What the encoder is shown: originals and their views, as pictures.
package struct ContactSheet: Sendable {
    /// An original, as large as a whole view, and what views show of it.
    package struct Entry: Sendable, Hashable {
        package let name: String
        package let original: Picture
        package let views: [Picture]
    }

    package let dataset: Dataset
    /// One for each size of views; the first is of the whole ones.
    private let plans: [ViewPlan]

    /// - Throws: `Diagnostic` for a mistake in the description of views or image.
    package init(_ dataset: Dataset, views: Views, image: Image) throws {
        self.dataset = dataset
        try dataset.checkChannels(image.channels)
        plans = try ViewPlan.all(views, image: image, normalized: false)
    }

    /// The first images, with the views that the run of this seed sees in this epoch; of a folder or of shards, where images stand class
    /// by class, some that are spread evenly. Images that cannot be read are left out.
    /// - Throws: `DataError` where none of them can be read.
    package func entries(images: Int, seed: UInt64, epoch: Int = 0) throws -> [Entry] {
        let reader = ImageReader(dataset, channels: plans[0].channels)
        let renderers = plans.map(ViewRenderer.init)
        var faults: [String] = []
        let found = try numbers(images).compactMap { number in
            try entry(number, reader, renderers, seed, epoch, &faults)
        }
        guard !found.isEmpty else { throw none(of: min(images, dataset.count), faults) }
        return found
    }

    /// The first image that can be read.
    /// - Throws: `DataError` where there is none among a hundred.
    package func first(seed: UInt64, epoch: Int = 0) throws -> Entry {
        let reader = ImageReader(dataset, channels: plans[0].channels)
        let renderers = plans.map(ViewRenderer.init)
        var faults: [String] = []
        for number in numbers(100) {
            if let found = try entry(number, reader, renderers, seed, epoch, &faults) { return found }
        }
        throw none(of: min(100, dataset.count), faults)
    }

    /// Height and width of the first image that can be read, as it is stored.
    package func firstSize() throws -> (height: Int, width: Int) {
        let reader = ImageReader(dataset, channels: plans[0].channels)
        var faults: [String] = []
        for number in numbers(100) {
            do { return try reader.withImage(number) { ($0.fullHeight, $0.fullWidth) } } catch let fault as ImageFault {
                faults.append("\(dataset.images.name(of: number)) \(fault.description)")
            }
        }
        throw none(of: min(100, dataset.count), faults)
    }

    /// Which images are shown, if all can be read.
    private func numbers(_ images: Int) -> [Int] {
        let images = min(max(1, images), dataset.count)
        return (0..<images).map { dataset.isFixedSize ? $0 : $0 * dataset.count / images }
    }

    private func none(of images: Int, _ faults: [String]) -> DataError {
        DataError(
            dataset.name,
            "has no images that can be read: all \(images) that were to be shown are bad, such as "
                + faults.prefix(3).joined(separator: "; "))
    }

    /// What was drawn for the views of the images that the sheet shows: of each view, a line for each step that happened.
    /// Images that cannot be read are left out.
    package func explain(
        images: Int, seed: UInt64, epoch: Int = 0
    ) throws -> [(image: String, views: [[String]])] {
        let reader = ImageReader(dataset, channels: plans[0].channels)
        let renderers = plans.map(ViewRenderer.init)
        var room = [Float](repeating: 0, count: plans.map(\.viewSize).max() ?? 0)
        return try numbers(images).compactMap { number in
            do {
                return try reader.withImage(number) { source in
                    let views = renderers.flatMap { renderer in
                        renderer.plan.views.map { view in
                            unsafe renderer.explain(
                                source, seed: seed, epoch: epoch, image: number, view: view, into: &room)
                        }
                    }
                    return (dataset.images.name(of: number), views)
                }
            } catch is ImageFault { return nil }
        }
    }

    /// Nothing for one that cannot be read.
    private func entry(
        _ number: Int, _ reader: ImageReader, _ renderers: [ViewRenderer], _ seed: UInt64, _ epoch: Int,
        _ faults: inout [String]
    ) throws -> Entry? {
        do {
            return try reader.withImage(number) { source in
                let original = unsafe picture(plans[0]) {
                    unsafe renderers[0].renderPlain(source, dataset.isFixedSize ? .whole : .fitted, into: $0)
                }
                let views = renderers.flatMap { renderer in
                    renderer.plan.views.map { view in
                        unsafe picture(renderer.plan) {
                            unsafe renderer.render(
                                source, seed: seed, epoch: epoch, image: number, view: view, into: $0)
                        }
                    }
                }
                return Entry(name: dataset.images.name(of: number), original: original, views: views)
            }
        } catch let fault as ImageFault {
            faults.append("\(dataset.images.name(of: number)) \(fault.description)")
            return nil
        }
    }

    private func picture(_ plan: ViewPlan, _ render: (UnsafeMutablePointer<Float>) -> Void) -> Picture {
        var values = [Float](repeating: 0, count: plan.viewSize)
        unsafe values.withUnsafeMutableBufferPointer { if let target = $0.baseAddress { unsafe render(target) } }
        // Of more than three channels the first three are shown as red, green and blue; of two the first, as grey.
        let shown = plan.channels < 3 ? 1 : 3
        let pixels = stride(from: 0, to: values.count, by: plan.channels).flatMap { first in
            // what is no number, by a step of somebody's own, is black
            values[first..<(first + shown)].map { UInt8(($0 > 0 ? min($0, 1) : 0) * 255 + 0.5) }
        }
        return Picture(height: plan.height, width: plan.width, channels: shown, pixels: pixels)
    }
}
