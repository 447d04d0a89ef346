import Invar

extension Dataset {
    /// Every image's bytes divided by 255, at `rawShape`: the plainest representation there is. Bad images are zeros, and
    /// told.
    /// - Parameter channels: of a model that sees the images.
    package func rawPixels(of channels: Int = 3, bad: BadImages? = nil) throws -> (values: [Float], bad: [Int]) {
        if case .memory(let images) = images { return (images.pixels.map { Float($0) / 255 }, []) }
        if case .numbers(let images) = images { return (images.values, []) }
        let rawShape = rawShape(of: channels)
        let image = Image(channels: rawShape.channels, height: rawShape.height, width: rawShape.width)
        var values = [Float](repeating: 0, count: count * rawShape.size)
        let batches = try PlainBatches(self, views: Views {}, image: image, bad: bad)
        let missing = try unsafe values.withUnsafeMutableBufferPointer { try unsafe batches.write(0..<count, into: $0) }
        try batches.checkSomeAreLeft(without: Set(missing))
        return (values, missing)
    }
}
