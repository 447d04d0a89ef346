import Invar

/// Views, checked: what every worker's renderer is made from. The images that they are made of may have any size.
package struct ViewPlan: Sendable {
    let steps: [PlacedStep]
    package let channels: Int
    package let height: Int
    package let width: Int
    /// Of each channel.
    package let scale: SIMD16<Float>
    package let bias: SIMD16<Float>
    let maximumRadius: Int

    /// Values in one view: height · width · channels.
    package var viewSize: Int { height * width * channels }

    /// - Parameter normalized: false keeps values in 0...1, to look at.
    /// - Throws: `Diagnostic` for a mistake in the description.
    package init(_ views: Views, image: Image, normalized: Bool = true) throws {
        if let problem = views.problems(for: image).first { throw problem }
        var next = 0
        steps = try PlacedStep.list(views.steps, next: &next)
        (channels, height, width) = (image.channels, image.height, image.width)
        let (mean, std) = views.normalization(for: image)
        var (scale, bias) = (SIMD16<Float>(repeating: 1), SIMD16<Float>.zero)
        for c in 0..<image.channels where normalized {
            scale[c] = Float(1 / std[c])
            bias[c] = Float(-mean[c] / std[c])
        }
        (self.scale, self.bias) = (scale, bias)
        maximumRadius = steps.map(\.step.blurRadius).max() ?? 0
    }

    /// A blur without a kernel size goes as far as its Gaussian does in float32.
    static func radius(_ blur: GaussianBlur) -> Int {
        blur.kernel.map { $0 / 2 } ?? Int((5.8 * blur.sigma.upperBound).rounded(.up))
    }
}
