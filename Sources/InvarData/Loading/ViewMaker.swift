import Invar
import InvarRuntime

/// Makes the views of an image or a row, or of the image that stands in for a bad one: what one worker does all day.
final class ViewMaker {
    private let dataset: Dataset
    private let views: BatchViews
    private let seed: UInt64
    private let bad: BadImages
    /// Nothing where no view is of images.
    private let images: (reader: ImageReader, renderers: [ViewRenderer])?

    /// Where an image's views are to be: among those of a whole batch.
    @safe struct Place {
        /// Of each view the values of all images.
        let views: [UnsafeMutableBufferPointer<Float>]
        /// Of each view where its crops lie.
        let places: [UnsafeMutableBufferPointer<Float>]
        let images: Int
        let image: Int

        subscript(view: Int) -> UnsafeMutablePointer<Float> { unsafe part(of: views[view]) }

        func place(of view: Int) -> UnsafeMutablePointer<Float> { unsafe part(of: places[view]) }

        private func part(of all: UnsafeMutableBufferPointer<Float>) -> UnsafeMutablePointer<Float> {
            guard let start = all.baseAddress else { preconditionFailure("internal: a view of no values") }
            return unsafe start + all.count / images * image
        }
    }

    /// - Parameter files: those of all workers together.
    init(_ dataset: Dataset, views: BatchViews, seed: UInt64, bad: BadImages, files: OpenFiles) {
        (self.dataset, self.views, self.seed, self.bad) = (dataset, views, seed, bad)
        images = views.plans.first.map { plan in
            (ImageReader(dataset, channels: plan.channels, files: files), views.plans.map(ViewRenderer.init))
        }
    }

    /// Writes all views.
    ///
    /// A bad image's place is taken by another, drawn by (seed, epoch, image): so it is the same in every run and for
    /// every number of workers. The views' random numbers stay those of the image that was wanted, so that the other,
    /// should it be in the batch too, is not seen twice with the same views.
    /// - Returns: which image or row it was in the end.
    /// - Throws: `DataError` where too many images are bad.
    func make(_ image: Int, epoch: Int, into place: Place) throws -> Int {
        var random = CounterRandom(seed: seed, stream: epoch, item: image, view: 1, purpose: .sampling)
        var candidate = image
        for _ in 0..<1000 {
            if try render(candidate, as: image, epoch, place) {
                makeRows(candidate, as: image, epoch, place)
                return candidate
            }
            candidate = random.integer(below: dataset.count)
        }
        throw DataError(
            dataset.name,
            "has no images that can be read: 1000 in turn were bad, such as \(try examples(candidate))")
    }

    /// The views that are of rows.
    private func makeRows(_ row: Int, as item: Int, _ epoch: Int, _ place: Place) {
        for (view, source) in views.sources.enumerated() {
            guard case .rows(let plan) = source else { continue }
            unsafe plan.make(row, as: item, seed: seed, epoch: epoch, view: view, into: place[view])
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
    private func render(_ candidate: Int, as image: Int, _ epoch: Int, _ place: Place) throws -> Bool {
        guard let (reader, renderers) = images else { return true }
        guard !bad.contains(candidate, of: dataset) else { return false }
        do {
            try reader.withImage(
                candidate,
                denominator: { [seed] height, width in
                    renderers.reduce(8) { least, each in
                        min(
                            least,
                            each.plan.denominator(seed: seed, epoch: epoch, image: image, height: height, width: width))
                    }
                },
                body: { source in
                    for renderer in renderers {
                        for view in renderer.plan.views where views.isImage(view) {
                            unsafe renderer.render(
                                source, seed: seed, epoch: epoch, image: image, view: view, into: place[view])
                            unsafe renderer.place.write(to: place.place(of: view))
                        }
                    }
                })
            return true
        } catch let fault as ImageFault {
            try bad.add(candidate, of: dataset, because: fault)
            return false
        }
    }
}
