import Invar
import InvarRuntime

/// Makes the two views of an image, or of the one that stands in for it: what one worker does all day.
final class ViewMaker {
    private let dataset: Dataset
    private let plan: ViewPlan
    private let seed: UInt64
    private let bad: BadImages
    private let reader: ImageReader
    private let renderer: ViewRenderer

    /// - Parameter files: those of all workers together.
    init(_ dataset: Dataset, plan: ViewPlan, seed: UInt64, bad: BadImages, files: OpenFiles) {
        (self.dataset, self.plan, self.seed, self.bad) = (dataset, plan, seed, bad)
        reader = ImageReader(dataset, channels: plan.channels, files: files)
        renderer = ViewRenderer(plan)
    }

    /// Writes both views.
    ///
    /// A bad image's place is taken by another, drawn by (seed, epoch, image): so it is the same in every run and for
    /// every number of workers. The views' random numbers stay those of the image that was wanted, so that the other,
    /// should it be in the batch too, is not seen twice with the same views.
    /// - Returns: which image it was in the end.
    /// - Throws: `DataError` where too many images are bad.
    func make(
        _ image: Int, epoch: Int, into outputs: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>)
    ) throws -> Int {
        var random = CounterRandom(seed: seed, stream: epoch, item: image, view: 1, purpose: .sampling)
        var candidate = image
        for _ in 0..<1000 {
            if try unsafe render(candidate, as: image, epoch, outputs) { return candidate }
            candidate = random.integer(below: dataset.count)
        }
        throw DataError(
            dataset.name,
            "has no images that can be read: 1000 in turn were bad, such as \(try examples(candidate))")
    }

    /// Some bad images with what is wrong with them. They are read once more: another worker may have met them first.
    private func examples(_ last: Int) throws -> String {
        try Set([last, 0, dataset.count / 2]).sorted().compactMap { place in
            do {
                return try reader.withImage(place) { _ in nil }
            } catch let fault as ImageFault {
                return "\(dataset.images.name(of: place)) \(fault.description)"
            }
        }.joined(separator: "; ")
    }

    /// False where the image is bad.
    private func render(
        _ candidate: Int, as image: Int, _ epoch: Int,
        _ outputs: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>)
    ) throws -> Bool {
        guard !bad.contains(candidate, of: dataset) else { return false }
        do {
            try reader.withImage(
                candidate,
                denominator: { [plan, seed] in
                    plan.denominator(seed: seed, epoch: epoch, image: image, height: $0, width: $1)
                },
                body: { source in
                    unsafe renderer.render(source, seed: seed, epoch: epoch, image: image, view: 0, into: outputs.0)
                    unsafe renderer.render(source, seed: seed, epoch: epoch, image: image, view: 1, into: outputs.1)
                })
            return true
        } catch let fault as ImageFault {
            try bad.add(candidate, of: dataset, because: fault)
            return false
        }
    }
}
