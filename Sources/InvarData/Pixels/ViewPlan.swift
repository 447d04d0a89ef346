import Invar

/// Views of one size, checked: what every worker's renderer is made from. The images that they are made of may have any size.
package struct ViewPlan: Sendable {
    let steps: [PlacedStep]
    package let channels: Int
    package let height: Int
    package let width: Int
    /// Of each channel.
    package let scale: SIMD16<Float>
    package let bias: SIMD16<Float>
    let maximumRadius: Int
    /// Which of an image's views are made so.
    package let views: Range<Int>

    /// Values in one view: height · width · channels.
    package var viewSize: Int { height * width * channels }

    /// The whole views.
    ///
    /// - Parameter normalized: false keeps values in 0...1, to look at.
    /// - Throws: `Diagnostic` for a mistake in the description.
    package init(_ views: Views, image: Image, normalized: Bool = true) throws {
        if let problem = views.problems(for: image).first { throw problem }
        try self.init(views.steps, 0..<views.count, image, views.normalization(for: image), normalized)
    }

    /// One for each size of views: the whole ones, and the small ones, where there are such.
    /// - Parameter normalized: false keeps values in 0...1, to look at.
    /// - Throws: `Diagnostic` for a mistake in the description.
    package static func all(_ views: Views, image: Image, normalized: Bool = true) throws -> [ViewPlan] {
        let whole = try ViewPlan(views, image: image, normalized: normalized)
        guard let local = views.local else { return [whole] }
        return [
            whole,
            try ViewPlan(
                local.steps, views.count..<views.total, views.image(of: views.count, image),
                views.normalization(for: image), normalized),
        ]
    }

    private init(
        _ steps: [Views.Step], _ views: Range<Int>, _ image: Image, _ normalization: (mean: [Double], std: [Double]),
        _ normalized: Bool
    ) throws {
        var next = 0
        self.steps = try PlacedStep.list(steps, next: &next)
        self.views = views
        (channels, height, width) = (image.channels, image.height, image.width)
        let (mean, std) = normalization
        var (scale, bias) = (SIMD16<Float>(repeating: 1), SIMD16<Float>.zero)
        for c in 0..<image.channels where normalized {
            scale[c] = Float(1 / std[c])
            bias[c] = Float(-mean[c] / std[c])
        }
        (self.scale, self.bias) = (scale, bias)
        maximumRadius = self.steps.map(\.step.blurRadius).max() ?? 0
    }

    /// A blur without a kernel size goes as far as its Gaussian does in float32.
    static func radius(_ blur: GaussianBlur) -> Int {
        blur.kernel.map { $0 / 2 } ?? Int((5.8 * blur.sigma.upperBound).rounded(.up))
    }
}
