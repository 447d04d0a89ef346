import InvarGraph

/// A value in 0...1 as one of the 256 levels of a byte. What is no number is 0.
@inline(__always) private func level(_ value: Float) -> Float {
    ((value > 0 ? min(value, 1) : 0) * 255 + 0.5).rounded(.down)
}

/// Keeps the highest bits of each value as a byte, and sets the others to 0: PIL's and torchvision's `posterize`. Values
/// are rounded to bytes before.
public struct Posterize: Augmentation {
    /// 1 to 8; 8 changes nothing.
    public let bits: Int
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - bits: how many are kept, 1 to 8.
    ///   - probability: for both views; a second value is the second view's.
    public init(bits: Int = 3, probability: Double = 1, _ second: Double? = nil) {
        self.bits = bits
        self.probability = PerView(probability, second)
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        (1...8).contains(bits) ? [] : [Diagnostic("Posterize with \(bits) bits; a byte has 1 to 8 of them")]
    }

    /// Clears the lower bits.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        guard bits < 8 else { return }
        let step = Float(1 << (8 - bits))
        pixels.map { (level($0) * (1 / step)).rounded(.down) * step * (1 / 255) }
    }
}

/// Spreads the values of each channel so that each level is about as frequent as any other: PIL's `ImageOps.equalize`,
/// torchvision's `equalize`. Values are rounded to the 256 levels of a byte, before and after. A channel whose pixels all have one
/// value, or fewer than 255 pixels beside those of its highest level, stays as it is.
public struct Equalize: Augmentation {
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameter probability: for both views; a second value is the second view's.
    public init(probability: Double = 1, _ second: Double? = nil) { self.probability = PerView(probability, second) }

    /// Counts the levels of each channel, and replaces them.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        for channel in 0..<pixels.channels {
            pixels.withPlane(channel) { plane in
                var counts = [Int](repeating: 0, count: 256)
                for i in plane.indices { counts[Int(level(plane[i]))] += 1 }
                guard let table = Equalize.table(counts) else { return }
                for i in plane.indices { plane[i] = table[Int(level(plane[i]))] }
            }
        }
    }

    /// What becomes of each level; nothing where all stay.
    private static func table(_ counts: [Int]) -> [Float]? {
        let highest = counts.last { $0 > 0 } ?? 0
        let step = (counts.reduce(0, +) - highest) / 255
        guard step > 0 else { return nil }
        var below = step / 2
        return counts.map { count in
            defer { below += count }
            return Float(min(below / step, 255)) * (1 / 255)
        }
    }
}

/// Puts the channels into a random order, each of the six as likely: torchvision's `RandomChannelPermutation`. Grey stays as
/// it is.
public struct ChannelShuffle: Augmentation {
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameter probability: for both views; a second value is the second view's.
    public init(probability: Double = 1, _ second: Double? = nil) { self.probability = PerView(probability, second) }

    /// Images whose channels are no colours.
    public func problems(for image: Image) -> [Diagnostic] { image.needsColors("ChannelShuffle") }

    /// Draws the order, and moves the channels.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let order = draw(&random)
        pixels.mapColors { red, green, blue in
            let color = SIMD3(red, green, blue)
            return (color[order.x], color[order.y], color[order.z])
        }
    }

    /// From which channel each channel comes.
    func draw(_ random: inout ViewRandom) -> SIMD3<Int> {
        var order = SIMD3(0, 1, 2)
        for i in [2, 1] {
            let j = random.integer(below: i + 1)
            (order[i], order[j]) = (order[j], order[i])
        }
        return order
    }
}
