// Pictures of any size for the encoder of gated. Written by invar emit 0.1.0.
internal import CGated

extension Gated {
    /// The representation of one picture of any size: it is resized, cut to its middle and normalized as
    /// `invar embed` does it.
    /// - Parameters:
    ///   - pixels: bytes, row by row; of a pixel red, green and blue, or grey alone.
    ///   - channels: 3, or 1 for grey.
    ///   - stride: bytes from one row to the next; those of a row, where nothing is said.
    /// - Returns: `width` numbers.
    /// - Throws: `Failure` where there are fewer pixels than that, or the picture is larger than the encoder takes.
    public func callAsFunction(
        pixels: [UInt8], width: Int, height: Int, channels: Int = 3, stride: Int? = nil
    ) throws -> [Float] {
        let most = Int(UInt16.max)
        let isSmall = (1...most).contains(width) && (1...3).contains(channels)
        let stride = stride ?? (isSmall ? width * channels : 0)
        guard isSmall, channels != 2, (1...most).contains(height),
            stride >= width * channels, stride <= pixels.count,
            pixels.count - width * channels >= (height - 1) * stride
        else {
            throw Failure.argument(
                "\(pixels.count) bytes are no picture of \(width)×\(height) with \(channels) bytes a pixel")
        }
        return try [Float](unsafeUninitializedCapacity: Self.width) { out, initialized in
            try compute { memory, arena, arenaBytes, pool in
                pixels.withUnsafeBufferPointer { pixels in
                    let embed = channels == 3 ? gated_embed_rgb8 : gated_embed_grey8
                    return embed(
                        memory, pixels.baseAddress, width, height, stride, out.baseAddress, arena, arenaBytes, pool)
                }
            }
            initialized = Self.width
        }
    }
}
