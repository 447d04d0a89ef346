import Invar
import InvarData

/// Images as a classifier is trained on them: a random resized crop and a random flip, normalized as the encoder
/// expects them. What an image becomes depends on seed, epoch and its place alone.
package struct AugmentedImages {
    package let dataset: Dataset
    private let seed: UInt64
    private let plan: ViewPlan
    private let renderer: ViewRenderer

    /// - Parameters:
    ///   - image: what they become.
    ///   - views: whose normalization they get.
    ///   - smallestCrop: the least share of the area that a crop has.
    ///   - normalized: false keeps values in 0...1.
    /// - Throws: `Diagnostic` where image and data do not fit.
    package init(
        _ dataset: Dataset, image: Image, views: Views, smallestCrop: Double, seed: UInt64, normalized: Bool = true
    ) throws {
        let normalization = views.steps.filter { if case .normalize = $0 { true } else { false } }
        let steps: [Augmentation] = [
            .randomResizedCrop(RandomResizedCrop(scale: smallestCrop...1)), .horizontalFlip(HorizontalFlip()),
        ]
        plan = try ViewPlan(
            Views(steps: steps + normalization), image: image, sourceHeight: dataset.height,
            sourceWidth: dataset.width, sourceChannels: dataset.channels, normalized: normalized)
        renderer = ViewRenderer(plan)
        (self.dataset, self.seed) = (dataset, seed)
    }

    /// Values of one image.
    package var imageSize: Int { plan.viewSize }

    /// Images of a range as float32 [count, height, width, channels]; past the end nothing is written.
    func write(_ range: Range<Int>, epoch: Int, into output: UnsafeMutableBufferPointer<Float>) {
        write(Array(range.clamped(to: 0..<dataset.count)), epoch: epoch, into: output)
    }

    /// Images by their places.
    func write(_ places: [Int], epoch: Int, into output: UnsafeMutableBufferPointer<Float>) {
        precondition(output.count >= places.count * imageSize, "internal: no room for \(places.count) images")
        dataset.pixels.withUnsafeBufferPointer { pixels in
            guard let source = pixels.baseAddress, let target = output.baseAddress else { return }
            for (place, index) in places.enumerated() {
                renderer.render(
                    source + index * dataset.imageSize, seed: seed, epoch: epoch, image: index, view: 0,
                    into: target + place * imageSize)
            }
        }
    }
}
