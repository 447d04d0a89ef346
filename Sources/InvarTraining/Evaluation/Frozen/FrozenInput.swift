import Invar
import InvarData

/// What a frozen encoder is given for each image of a dataset: the image, or the row of numbers that belongs to it.
struct FrozenInput {
    private enum Source {
        case images(PlainBatches, PlainBatches.Draw?)
        case rows(FeatureRows)
    }

    let dataset: Dataset
    private let source: Source

    /// - Parameter branch: whose encoder it is.
    /// - Throws: `EvaluationError` where the dataset does not have what the encoder takes.
    init(_ dataset: Dataset, for model: JointEmbedding, branch: Int, bad: BadImages? = nil) throws {
        try FrozenInput.check(dataset, for: model, branch: branch)
        self.dataset = dataset
        source =
            if try model.featureWidths()[branch] != nil, let rows = dataset.rows(of: branch) {
                .rows(rows.taken(as: try model.signalShapes()[branch]))
            } else {
                .images(try PlainBatches(dataset, views: model.views, image: model.image, bad: bad), nil)
            }
    }

    /// Augmented images, as one epoch sees them.
    init(_ images: AugmentedImages, epoch: Int) {
        (dataset, source) = (images.dataset, .images(images.batches, images.draw(epoch)))
    }

    /// - Throws: `EvaluationError` where an encoder of rows is given none, or others than it takes; where one of images is given rows.
    static func check(_ dataset: Dataset, for model: JointEmbedding, branch: Int) throws {
        let widths = try model.featureWidths()
        let name = "branch \(branch + 1) of \(model.name)"
        switch (widths.indices.contains(branch) ? widths[branch] : nil, dataset.rows(of: branch)) {
        case (nil, _) where dataset.isOfRows:
            throw EvaluationError("\(name) sees images, and \(dataset.name) has \(dataset.item)s alone")
        case (nil, nil): break
        case (nil, _?): throw EvaluationError("\(name) sees images, and no rows of numbers; leave --features out")
        case (let width?, nil):
            if model.image.isNone {
                throw EvaluationError("\(name) sees no images, and \(dataset.name) has nothing else")
            }
            let images = widths.firstIndex { $0 == nil }
            let other = images.map { ", or look at the one that sees images (--branch \($0 + 1))" } ?? ""
            throw EvaluationError(
                "\(name) takes \(width) numbers in each image's place, and has none for the \(dataset.split) images: "
                    + "give them as pretrain was (--features FILE.npy, float32, a row for each image)" + other)
        case (let width?, let rows?):
            if let shape = try model.signalShapes()[branch] {
                guard let problem = rows.problem(for: shape) else { return }
                throw EvaluationError("the signals of \(dataset.name) \(problem) (\(name))")
            }
            guard rows.signals == nil else {
                throw EvaluationError("\(name) takes rows of numbers, and \(dataset.name) has signals")
            }
            guard rows.width == width else {
                throw EvaluationError("\(name) takes \(width) numbers for each image; these rows have \(rows.width)")
            }
        }
    }

    /// The input of the images of a range; of those past the dataset's end zeros.
    /// - Returns: the images that cannot be read.
    func write(_ range: Range<Int>, into target: UnsafeMutableBufferPointer<Float>) throws -> [Int] {
        switch source {
        case .images(let images, let draw): return try unsafe images.write(Array(range), draw: draw, into: target)
        case .rows(let rows):
            let present = range.clamped(to: 0..<rows.count)
            unsafe target.update(repeating: 0)
            _ = unsafe target.update(
                fromContentsOf: rows.values[(present.lowerBound * rows.width)..<(present.upperBound * rows.width)])
            return []
        }
    }

    /// - Throws: `DataError` where no images are left, with a reason.
    func checkSomeAreLeft(without missing: Set<Int>) throws {
        if case .images(let images, _) = source { try images.checkSomeAreLeft(without: missing) }
    }
}

extension JointEmbedding {
    /// What is judged where no branch is named: the first whose encoder sees images, or the first where none does.
    package func judgedBranch() throws -> Int { try featureWidths().firstIndex { $0 == nil } ?? 0 }
}
