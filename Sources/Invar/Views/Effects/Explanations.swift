import Foundation

extension Augmentation {
    /// Nothing.
    public func explanation(for image: Image, random: inout ViewRandom) -> String { "" }
}

/// Numbers as an explanation shows them.
package enum Words {
    /// With so many digits after the point.
    package static func number(_ value: some BinaryFloatingPoint, _ digits: Int = 2) -> String {
        String(format: "%.\(digits)f", Double(value))
    }

    /// With its sign, as an offset or an angle has it.
    package static func signed(_ value: some BinaryFloatingPoint, _ digits: Int = 1) -> String {
        String(format: "%+.\(digits)f", Double(value))
    }
}

extension Rotation {
    /// The angle.
    public func explanation(for image: Image, random: inout ViewRandom) -> String {
        "\(Words.signed(random.uniform(in: degrees)))° counter-clockwise"
    }
}

extension QuarterTurns {
    /// The angle.
    public func explanation(for image: Image, random: inout ViewRandom) -> String {
        "\(90 * turns[random.integer(below: turns.count)])° counter-clockwise"
    }
}

extension Affine {
    /// Angle, place, scale and shear.
    public func explanation(for image: Image, random: inout ViewRandom) -> String {
        let drawn = draw((image.height, image.width), &random)
        return "\(Words.signed(drawn.degrees))° clockwise, \(Words.signed(drawn.right)) pixels right, "
            + "\(Words.signed(drawn.down)) down, × \(Words.number(drawn.scale)), sheared by \(Words.signed(drawn.shear))° "
            + "and \(Words.signed(drawn.verticalShear))°"
    }
}

extension Perspective {
    /// Where the corners go.
    public func explanation(for image: Image, random: inout ViewRandom) -> String {
        let drawn = draw((image.height, image.width), &random)
        let corners = [drawn.topLeft, drawn.topRight, drawn.bottomRight, drawn.bottomLeft]
        return "corners at "
            + corners.map { "(\(Words.number($0.x, 1)), \(Words.number($0.y, 1)))" }.joined(separator: " ")
    }
}

extension Cutout {
    /// The rectangle.
    public func explanation(for image: Image, random: inout ViewRandom) -> String {
        guard let box = draw((image.height, image.width), &random) else { return "none that fits" }
        return "\(box.width) × \(box.height) pixels at (\(box.left), \(box.top))"
    }
}

extension GaussianNoise {
    /// The deviation.
    public func explanation(for image: Image, random: inout ViewRandom) -> String {
        "sigma \(Words.number(random.uniform(in: sigma), 3))"
    }
}

extension Sharpness {
    /// The factor.
    public func explanation(for image: Image, random: inout ViewRandom) -> String {
        "× \(Words.number(random.uniform(in: factor)))"
    }
}

extension Posterize {
    /// How many bits.
    public func explanation(for image: Image, random: inout ViewRandom) -> String { "\(bits) of 8 bits" }
}

extension ChannelShuffle {
    /// The order.
    public func explanation(for image: Image, random: inout ViewRandom) -> String {
        guard image.channels == 3 else { return "grey has one channel" }
        let order = draw(&random)
        let names = ["red", "green", "blue"]
        return "\(names[order.x]), \(names[order.y]), \(names[order.z])"
    }
}
