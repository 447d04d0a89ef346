import InvarGraph

/// Changes brightness, contrast, saturation and hue by random amounts and in a random order, as
/// torchvision's `ColorJitter` does.
///
/// A factor is uniform in max(0, 1 - amount)...1 + amount; the hue turns by a part of the circle
/// that is uniform in -hue...hue. Grey images have neither saturation nor hue to change.
public struct ColorJitter: ViewStep {
    public let brightness: Double
    public let contrast: Double
    public let saturation: Double
    public let hue: Double
    public let probability: PerView<Double>
    let written: WrittenAt

    public init(
        brightness: Double = 0, contrast: Double = 0, saturation: Double = 0, hue: Double = 0,
        probability: Double = 1, _ second: Double? = nil, fileID: StaticString = #fileID, line: UInt = #line
    ) {
        self.brightness = brightness
        self.contrast = contrast
        self.saturation = saturation
        self.hue = hue
        self.probability = PerView(probability, second)
        written = WrittenAt(fileID, line)
    }

    public var site: Site { written.site }
    public var augmentation: Augmentation { .colorJitter(self) }

    public func problems(channels: Int) -> [Diagnostic] {
        var found = probability.probabilityProblems(of: "ColorJitter", at: site)
        for (name, amount) in [("brightness", brightness), ("contrast", contrast), ("saturation", saturation)]
        where !(amount >= 0 && amount.isFinite) {
            found.append(Diagnostic("ColorJitter with \(name) \(amount); an amount is 0 or more", at: site))
        }
        if !(0...0.5).contains(hue) {
            found.append(Diagnostic("ColorJitter with hue \(hue); it is a part of the circle: 0 to 0.5", at: site))
        }
        return found
    }
}

/// Replaces the colours by their luma, 0.299 R + 0.587 G + 0.114 B, in every channel.
public struct Grayscale: ViewStep {
    public let probability: PerView<Double>
    let written: WrittenAt

    public init(
        probability: Double, _ second: Double? = nil, fileID: StaticString = #fileID, line: UInt = #line
    ) {
        self.probability = PerView(probability, second)
        written = WrittenAt(fileID, line)
    }

    public var site: Site { written.site }
    public var augmentation: Augmentation { .grayscale(self) }

    public func problems(channels: Int) -> [Diagnostic] {
        probability.probabilityProblems(of: "Grayscale", at: site)
    }
}

/// Inverts the values that are at least the threshold.
public struct Solarize: ViewStep {
    /// On the scale of 0...255.
    public let threshold: Double
    public let probability: PerView<Double>
    let written: WrittenAt

    public init(
        threshold: Double = 128, probability: Double, _ second: Double? = nil,
        fileID: StaticString = #fileID, line: UInt = #line
    ) {
        self.threshold = threshold
        self.probability = PerView(probability, second)
        written = WrittenAt(fileID, line)
    }

    public var site: Site { written.site }
    public var augmentation: Augmentation { .solarize(self) }

    public func problems(channels: Int) -> [Diagnostic] {
        var found = probability.probabilityProblems(of: "Solarize", at: site)
        if !(0...256).contains(threshold) {
            found.append(Diagnostic("Solarize with threshold \(threshold); it is a pixel value: 0 to 256", at: site))
        }
        return found
    }
}
