import InvarGraph

/// Blurs with a Gaussian whose standard deviation, in pixels of the view, is uniform in `sigma`.
/// The border is reflected.
public struct GaussianBlur: ViewStep {
    /// The standard deviation, in pixels of the view.
    public let sigma: ClosedRange<Double>
    /// The number of taps in each direction, odd. Without it, as many as the Gaussian needs.
    public let kernel: Int?
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - sigma: in pixels: above 0, up to 100.
    ///   - kernel: taps in each direction, odd, 1 to 1001. Without it, as many as the Gaussian needs.
    ///   - probability: for both views; a second value is the second view's.
    public init(
        sigma: ClosedRange<Double> = 0.1...2, kernel: Int? = nil, probability: Double, _ second: Double? = nil
    ) {
        self.sigma = sigma
        self.kernel = kernel
        self.probability = PerView(probability, second)
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if !(sigma.lowerBound > 0 && sigma.upperBound <= 100) {
            found.append(Diagnostic("GaussianBlur with sigma \(sigma); pixels: above 0, up to 100"))
        }
        if let kernel, kernel < 1 || kernel.isMultiple(of: 2) || kernel > 1001 {
            found.append(Diagnostic("GaussianBlur with a kernel of \(kernel); use an odd number, 1 to 1001"))
        }
        return found
    }
}

/// Subtracts the mean and divides by the standard deviation of each channel, on values in 0...1.
/// One number serves all channels. It ends the views, and evaluation uses it too.
public struct Normalize: ViewStep {
    /// Of each channel, or one number for all.
    public let mean: [Double]
    /// Of each channel, or one number for all; above 0.
    public let std: [Double]

    /// Values become (value − mean) / std.
    public init(mean: [Double], std: [Double]) {
        self.mean = mean
        self.std = std
    }

    /// Mean and standard deviation of ImageNet's training images.
    public static func imageNet() -> Normalize {
        Normalize(mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225])
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        Normalize.problems(mean: mean, std: std, channels: image.channels)
    }

    static func problems(mean: [Double], std: [Double], channels: Int, at site: Site? = nil) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (name, values) in [("mean", mean), ("std", std)] where ![0, 1, channels].contains(values.count) {
            found.append(
                Diagnostic("\(values.count) values of \(name) for \(channels) channels; give one for each", at: site))
        }
        if mean.contains(where: { !$0.isFinite }) || std.contains(where: { !($0 > 0 && $0.isFinite) }) {
            found.append(Diagnostic("mean \(mean) and std \(std); means must be finite, and std above 0", at: site))
        }
        return found
    }
}
