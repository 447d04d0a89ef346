import Invar
import InvarData

/// Images as a classifier is trained on them: a random resized crop and a random flip, normalized as the encoder
/// expects them. What an image becomes depends on seed, epoch and its place alone.
package struct AugmentedImages {
    let batches: PlainBatches
    private let seed: UInt64

    /// - Parameters:
    ///   - image: what they become.
    ///   - views: whose normalization they get.
    ///   - smallestCrop: the least share of the area that a crop has.
    ///   - normalized: false keeps values in 0...1.
    ///   - bad: where images that cannot be read are counted.
    /// - Throws: `Diagnostic` for a mistake in the description of views or image.
    package init(
        _ dataset: Dataset, image: Image, views: Views, smallestCrop: Double, seed: UInt64, normalized: Bool = true,
        bad: BadImages? = nil
    ) throws {
        let steps = Views {
            RandomResizedCrop(scale: smallestCrop...1)
            HorizontalFlip()
            views.steps.filter { $0.step is Normalize }
        }
        batches = try PlainBatches(dataset, views: steps, image: image, normalized: normalized, bad: bad)
        self.seed = seed
    }

    package var dataset: Dataset { batches.dataset }

    /// Values of one image.
    package var imageSize: Int { batches.imageSize }

    func draw(_ epoch: Int) -> PlainBatches.Draw { PlainBatches.Draw(seed: seed, epoch: epoch) }

    /// Images by their places as float32 [count, height, width, channels]; past the dataset's end they become zeros.
    /// - Returns: the images that cannot be read; they became zeros too.
    /// - Throws: `DataError` where too many cannot be read.
    func write(_ places: [Int], epoch: Int, into output: UnsafeMutableBufferPointer<Float>) throws -> [Int] {
        try unsafe batches.write(places, draw: draw(epoch), into: output)
    }
}
