import Invar
import InvarRuntime

/// Makes the two views of an image or a row, or of the image that stands in for a bad one: what one worker does all day.
final class ViewMaker {
    private let dataset: Dataset
    private let views: BatchViews
    private let seed: UInt64
    private let bad: BadImages
    /// Nothing where no view is of images.
    private let images: (plan: ViewPlan, reader: ImageReader, renderer: ViewRenderer)?

    typealias Outputs = (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>)

    /// - Parameter files: those of all workers together.
    init(_ dataset: Dataset, views: BatchViews, seed: UInt64, bad: BadImages, files: OpenFiles) {
        (self.dataset, self.views, self.seed, self.bad) = (dataset, views, seed, bad)
        images = views.plan.map { plan in
            (plan, ImageReader(dataset, channels: plan.channels, files: files), ViewRenderer(plan))
        }
    }

    /// Writes both views.
    ///
    /// A bad image's place is taken by another, drawn by (seed, epoch, image): so it is the same in every run and for
    /// every number of workers. The views' random numbers stay those of the image that was wanted, so that the other,
    /// should it be in the batch too, is not seen twice with the same views.
    /// - Returns: which image or row it was in the end.
    /// - Throws: `DataError` where too many images are bad.
    func make(_ image: Int, epoch: Int, into outputs: Outputs) throws -> Int {
        var random = CounterRandom(seed: seed, stream: epoch, item: image, view: 1, purpose: .sampling)
        var candidate = image
        for _ in 0..<1000 {
            if try unsafe render(candidate, as: image, epoch, outputs) {
                unsafe makeRows(candidate, as: image, epoch, outputs)
                return candidate
            }
            candidate = random.integer(below: dataset.count)
        }
        throw DataError(
            dataset.name,
            "has no images that can be read: 1000 in turn were bad, such as \(try examples(candidate))")
    }

    /// The views that are of rows.
    private func makeRows(_ row: Int, as item: Int, _ epoch: Int, _ outputs: Outputs) {
        for (view, source) in views.sources.enumerated() {
            guard case .rows(let plan) = source else { continue }
            unsafe plan.make(
                row, as: item, seed: seed, epoch: epoch, view: view, into: view == 0 ? outputs.0 : outputs.1)
        }
    }

    /// Some bad images with what is wrong with them. They are read once more: another worker may have met them first.
    private func examples(_ last: Int) throws -> String {
        try Set([last, 0, dataset.count / 2]).sorted().compactMap { place in
            do {
                return try images?.reader.withImage(place) { _ in nil }
            } catch let fault as ImageFault {
                return "\(dataset.images.name(of: place)) \(fault.description)"
            }
        }.joined(separator: "; ")
    }

    /// The views that are of images.
    /// - Returns: false where the image is bad.
    private func render(_ candidate: Int, as image: Int, _ epoch: Int, _ outputs: Outputs) throws -> Bool {
        guard let (plan, reader, renderer) = images else { return true }
        guard !bad.contains(candidate, of: dataset) else { return false }
        do {
            try reader.withImage(
                candidate,
                denominator: { [seed] in
                    plan.denominator(seed: seed, epoch: epoch, image: image, height: $0, width: $1)
                },
                body: { source in
                    for (view, kind) in views.sources.enumerated() where kind.isImage {
                        unsafe renderer.render(
                            source, seed: seed, epoch: epoch, image: image, view: view,
                            into: view == 0 ? outputs.0 : outputs.1)
                    }
                })
            return true
        } catch let fault as ImageFault {
            try bad.add(candidate, of: dataset, because: fault)
            return false
        }
    }
}
