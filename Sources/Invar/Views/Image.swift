import InvarGraph

/// What one view looks like when it enters the encoder: channels, height and width in pixels,
/// and how its values are normalized.
///
///     Image(channels: 1, height: 28, width: 28, mean: [0.2860], std: [0.3530])
public struct Image: Sendable, Hashable, Codable {
    /// 1 (grey), 3 (red, green, blue), or any other number from 1 to 16, such as the bands of a satellite.
    public let channels: Int
    /// Rows of pixels, 1 to 16384.
    public let height: Int
    /// Columns of pixels, 1 to 16384.
    public let width: Int
    /// Subtracted from values in 0...1, one for each channel. Empty: nothing is subtracted.
    public let mean: [Double]
    /// Divides what remains, one for each channel. Empty: nothing is divided.
    public let std: [Double]
    let written: WrittenAt

    /// - Parameters:
    ///   - channels: 1 (grey) or 3 (red, green, blue), between which images are converted; or any other number up to 16, which the
    ///     data then has to have.
    ///   - mean: on values in 0...1: one for each channel, one for all, or none.
    ///   - std: as `mean`; above 0.
    public init(
        channels: Int, height: Int, width: Int, mean: [Double] = [], std: [Double] = [],
        fileID: StaticString = #fileID, line: UInt = #line
    ) {
        self.channels = channels
        self.height = height
        self.width = width
        self.mean = mean
        self.std = std
        written = WrittenAt(fileID, line)
    }

    /// What goes into a model whose branches both take rows: no image at all. Its sizes are 0.
    static func none(at line: (StaticString, UInt)) -> Image {
        Image(channels: 0, height: 0, width: 0, fileID: line.0, line: line.1)
    }

    /// The same of another size.
    func resized(height: Int, width: Int) -> Image {
        Image(
            channels: channels, height: height, width: width, mean: mean, std: std, written: written)
    }

    private init(channels: Int, height: Int, width: Int, mean: [Double], std: [Double], written: WrittenAt) {
        (self.channels, self.height, self.width, self.mean, self.std) = (channels, height, width, mean, std)
        self.written = written
    }

    /// Whether it stands for no image at all.
    package var isNone: Bool { channels == 0 && height == 0 && width == 0 }

    /// Values that a pixel has at most.
    package static let mostChannels = 16

    /// Whether its channels are red, green and blue, or a grey that stands for them: what pictures have.
    package var isPicture: Bool { channels == 1 || channels == 3 }

    /// A mistake for a step that works on colours, where there are other channels.
    func needsColors(_ step: String, _ advice: String = "leave it out") -> [Diagnostic] {
        isPicture
            ? []
            : [Diagnostic("\(step) works on red, green and blue, and the image has \(channels) channels; \(advice)")]
    }

    /// The line that it is written on.
    public var site: Site { written.site }

    /// What is wrong with this description; nothing, if all is well.
    public var problems: [Diagnostic] {
        var found: [Diagnostic] = []
        if !(1...Image.mostChannels).contains(channels) {
            found.append(
                Diagnostic(
                    "an image of \(channels) channels; use 1 (grey), 3 (red, green, blue), or up to \(Image.mostChannels)",
                    at: site))
        }
        if !(1...16384).contains(height) || !(1...16384).contains(width) {
            found.append(
                Diagnostic("an image of height \(height) and width \(width); both must be 1 to 16384", at: site))
        }
        return found + Normalize.problems(mean: mean, std: std, channels: channels, at: site)
    }
}
