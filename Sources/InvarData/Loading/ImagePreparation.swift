import Invar
import Synchronization

/// Single images as evaluation feeds them to an encoder: float32 [height, width, channels] of the model's size and
/// channels, normalized and not augmented. What `PlainBatches` makes of an image of a data set, made of any image.
///
/// Threads may share one of these. Memory is kept from image to image, for as many threads as were ever at it together.
package final class ImagePreparation: Sendable {
    private let plan: ViewPlan
    /// What is taken of an image whose size is its own: its middle, resized as torchvision's `Resize` and `CenterCrop` do.
    package let middle: CentreCrop
    private let idle = Mutex<[Worker]>([])

    /// Touched by one thread at a time: who took it out of `idle`.
    private final class Worker: @unchecked Sendable {
        let opener: ImageOpener
        let renderer: ViewRenderer

        init(_ plan: ViewPlan) {
            opener = ImageOpener(channels: plan.channels)
            renderer = ViewRenderer(plan)
        }
    }

    /// - Parameter normalized: false keeps values in 0...1.
    /// - Throws: `Diagnostic` for a mistake in the description of views or image.
    package init(views: Views, image: Image, normalized: Bool = true) throws {
        plan = try ViewPlan(views, image: image, normalized: normalized)
        middle = CentreCrop(for: image, areAllOfOneSize: false)
    }

    /// Values of one image: height · width · channels of the model.
    package var imageSize: Int { plan.viewSize }

    /// Decodes the bytes of a JPEG, PNG, WebP or TIFF file.
    /// - Parameter output: room for `imageSize` values.
    /// - Throws: `ImageFault` for anything that is not a whole picture.
    package func prepare(
        encoded bytes: Span<UInt8>, _ crop: CentreCrop? = nil, into output: inout MutableSpan<Float>
    ) throws {
        try unsafe withTarget(&output) { worker, target in
            try unsafe bytes.withUnsafeBufferPointer { bytes in
                try unsafe worker.opener.withImage(encoded: bytes) {
                    unsafe worker.renderer.renderPlain($0, crop ?? middle, into: target)
                }
            }
        }
    }

    /// - Parameters:
    ///   - pixels: bytes [height, width, channels], grey (1 channel), red, green, blue (3), or what else the model takes.
    ///   - crop: `.whole` stretches the image to the model's size, as is done with data sets whose images have one size.
    ///   - output: room for `imageSize` values.
    /// - Throws: `ImageFault` where size, channels and number of bytes do not fit together.
    package func prepare(
        pixels: Span<UInt8>, height: Int, width: Int, channels: Int, _ crop: CentreCrop? = nil,
        into output: inout MutableSpan<Float>
    ) throws {
        let shape = try ImageShape(checking: height, width, channels, bytes: pixels.count)
        try unsafe withTarget(&output) { worker, target in
            try unsafe pixels.withUnsafeBufferPointer { pixels in
                guard let base = pixels.baseAddress else { throw ImageFault("has no pixels") }
                unsafe worker.renderer.renderPlain(try worker.opener.image(base, shape), crop ?? middle, into: target)
            }
        }
    }

    /// Normalizes values in 0...1 that have the model's size and channels already, one image after another.
    /// - Parameter values: float32 [count, height, width, channels], in place.
    package func normalize(_ values: inout MutableSpan<Float>) {
        precondition(values.count.isMultiple(of: plan.channels), "internal: \(values.count) values are no pixels")
        for channel in 0..<plan.channels {
            let (scale, bias) = (plan.scale[channel], plan.bias[channel])
            for i in stride(from: channel, to: values.count, by: plan.channels) { values[i] = values[i] * scale + bias }
        }
    }

    private func withTarget(
        _ output: inout MutableSpan<Float>, _ body: (Worker, UnsafeMutablePointer<Float>) throws -> Void
    ) throws {
        precondition(output.count >= imageSize, "internal: no room for an image")
        let worker = idle.withLock { $0.popLast() } ?? Worker(plan)
        defer { idle.withLock { $0.append(worker) } }
        try unsafe output.withUnsafeMutableBufferPointer { output in
            if let target = output.baseAddress { try unsafe body(worker, target) }
        }
    }
}

extension CentreCrop {
    /// What evaluation takes of an image. Sets whose images have one size show each whole; of others the middle is taken,
    /// for views of 64 pixels and more out of 8/7 of the view, for smaller ones out of the view's own size.
    package init(for image: Image, areAllOfOneSize: Bool) {
        self = areAllOfOneSize ? .whole : min(image.height, image.width) >= 64 ? .inner : .fitted
    }
}

extension ImageShape {
    /// Why this is no image that is read, in words that follow "has"; nothing where it is one.
    var problem: String? {
        guard (1...Image.mostChannels).contains(channels) else {
            return
                "\(channels) channels; 1 (grey), 3 (red, green, blue) and others up to \(Image.mostChannels) are read"
        }
        do { try ImageDecoder.check(height: height, width: width) } catch {
            return "\(height)×\(width) pixels, which are not read"
        }
        return nil
    }

    /// - Throws: `ImageFault` where these are no size of an image, or there are not so many bytes.
    init(checking height: Int, _ width: Int, _ channels: Int, bytes: Int) throws {
        self.init(height: height, width: width, channels: channels)
        if let problem { throw ImageFault("has \(problem)") }
        guard bytes == size else {
            throw ImageFault("has \(bytes) bytes, and \(height)×\(width)×\(channels) pixels are \(size)")
        }
    }
}
