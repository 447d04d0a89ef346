import Invar

/// Images as evaluation feeds them to the encoder: no augmentation, normalized, in the dataset's order.
package struct PlainBatches {
    private let dataset: Dataset
    private let plan: ViewPlan
    private let renderer: ViewRenderer

    /// - Throws: `Diagnostic` where image and data do not fit.
    package init(_ dataset: Dataset, views: Views, image: Image) throws {
        self.dataset = dataset
        plan = try ViewPlan(
            views, image: image, sourceHeight: dataset.height, sourceWidth: dataset.width,
            sourceChannels: dataset.channels)
        renderer = ViewRenderer(plan)
    }

    /// Values of one image.
    package var imageSize: Int { plan.viewSize }

    /// Writes images of this range as float32 [count, height, width, channels]; an image past the
    /// dataset's end becomes zeros, so that a last batch can be filled up.
    package func write(_ range: Range<Int>, into output: UnsafeMutableBufferPointer<Float>) {
        precondition(output.count >= range.count * imageSize, "internal: no room for \(range.count) images")
        dataset.pixels.withUnsafeBufferPointer { pixels in
            guard let source = pixels.baseAddress, let target = output.baseAddress else { return }
            for (place, index) in range.enumerated() {
                let slot = target + place * imageSize
                if index < dataset.count {
                    renderer.renderPlain(source + index * dataset.imageSize, into: slot)
                } else {
                    slot.update(repeating: 0, count: imageSize)
                }
            }
        }
    }
}
