import InvarGraph

/// Changes brightness, contrast, saturation and hue by random amounts and in a random order, as
/// torchvision's `ColorJitter` does.
///
/// A factor is uniform in max(0, 1 - amount)...1 + amount; the hue turns by a part of the circle
/// that is uniform in -hue...hue. Grey images have neither saturation nor hue to change. Where channels are no colours,
/// contrast moves each of them away from its own mean, and saturation and hue are an error.
public struct ColorJitter: ViewStep {
    /// How far factors are from 1 at most: 0 or more.
    public let brightness: Double
    /// As `brightness`.
    public let contrast: Double
    /// As `brightness`.
    public let saturation: Double
    /// How far the hue turns at most, as a part of the circle: 0 to 0.5.
    public let hue: Double
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameter probability: for both views; a second value is the second view's.
    public init(
        brightness: Double = 0, contrast: Double = 0, saturation: Double = 0, hue: Double = 0,
        probability: Double = 1, _ second: Double? = nil
    ) {
        self.brightness = brightness
        self.contrast = contrast
        self.saturation = saturation
        self.hue = hue
        self.probability = PerView(probability, second)
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (name, amount) in [("brightness", brightness), ("contrast", contrast), ("saturation", saturation)]
        where !(amount >= 0 && amount.isFinite) {
            found.append(Diagnostic("ColorJitter with \(name) \(amount); an amount is 0 or more"))
        }
        if !(0...0.5).contains(hue) {
            found.append(Diagnostic("ColorJitter with hue \(hue); it is a part of the circle: 0 to 0.5"))
        }
        if saturation > 0 || hue > 0 {
            found += image.needsColors("ColorJitter with saturation or hue", "leave these two out")
        }
        return found
    }
}

/// Replaces the colours by their luma, 0.299 R + 0.587 G + 0.114 B, in every channel.
public struct Grayscale: Augmentation {
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameter probability: for both views; a second value is the second view's.
    public init(probability: Double, _ second: Double? = nil) { self.probability = PerView(probability, second) }

    /// Images whose channels are no colours.
    public func problems(for image: Image) -> [Diagnostic] { image.needsColors("Grayscale") }

    /// Puts the luma into each channel; grey stays as it is.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        pixels.mapColors { red, green, blue in
            let luma = 0.299 * red + 0.587 * green + 0.114 * blue
            return (luma, luma, luma)
        }
    }
}

/// Inverts the values that are at least the threshold.
public struct Solarize: Augmentation {
    /// On the scale of 0...255.
    public let threshold: Double
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - threshold: on the scale of 0...255.
    ///   - probability: for both views; a second value is the second view's.
    public init(threshold: Double = 128, probability: Double, _ second: Double? = nil) {
        self.threshold = threshold
        self.probability = PerView(probability, second)
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if !(0...256).contains(threshold) {
            found.append(Diagnostic("Solarize with threshold \(threshold); it is a pixel value: 0 to 256"))
        }
        return found
    }

    /// Replaces what is at least the threshold by 1 minus itself.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let threshold = Float(threshold / 255)
        pixels.map { $0 >= threshold ? 1 - $0 : $0 }
    }
}
