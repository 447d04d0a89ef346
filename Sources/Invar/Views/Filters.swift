import InvarGraph

/// Blurs with a Gaussian whose standard deviation, in pixels of the view, is uniform in `sigma`.
/// The border is reflected.
public struct GaussianBlur: ViewStep {
    public let sigma: ClosedRange<Double>
    /// The number of taps in each direction, odd. Without it, as many as the Gaussian needs.
    public let kernel: Int?
    public let probability: PerView<Double>
    let written: WrittenAt

    public init(
        sigma: ClosedRange<Double> = 0.1...2, kernel: Int? = nil, probability: Double, _ second: Double? = nil,
        fileID: StaticString = #fileID, line: UInt = #line
    ) {
        self.sigma = sigma
        self.kernel = kernel
        self.probability = PerView(probability, second)
        written = WrittenAt(fileID, line)
    }

    public var site: Site { written.site }
    public var augmentation: Augmentation { .gaussianBlur(self) }

    public func problems(channels: Int) -> [Diagnostic] {
        var found = probability.probabilityProblems(of: "GaussianBlur", at: site)
        if !(sigma.lowerBound > 0 && sigma.upperBound <= 100) {
            found.append(Diagnostic("GaussianBlur with sigma \(sigma); pixels: above 0, up to 100", at: site))
        }
        if let kernel, kernel < 1 || kernel.isMultiple(of: 2) || kernel > 1001 {
            found.append(Diagnostic("GaussianBlur with a kernel of \(kernel); use an odd number, 1 to 1001", at: site))
        }
        return found
    }
}

/// Subtracts the mean and divides by the standard deviation of each channel, on values in 0...1.
/// One number serves all channels. It ends the views, and evaluation uses it too.
public struct Normalize: ViewStep {
    public let mean: [Double]
    public let std: [Double]
    let written: WrittenAt

    public init(mean: [Double], std: [Double], fileID: StaticString = #fileID, line: UInt = #line) {
        self.mean = mean
        self.std = std
        written = WrittenAt(fileID, line)
    }

    /// Mean and standard deviation of ImageNet's training images.
    public static func imageNet(fileID: StaticString = #fileID, line: UInt = #line) -> Normalize {
        Normalize(mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225], fileID: fileID, line: line)
    }

    public var site: Site { written.site }
    public var augmentation: Augmentation { .normalize(self) }

    public func problems(channels: Int) -> [Diagnostic] {
        Normalize.problems(mean: mean, std: std, channels: channels, at: site)
    }

    static func problems(mean: [Double], std: [Double], channels: Int, at site: Site) -> [Diagnostic] {
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
