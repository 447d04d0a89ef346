/// One image before a worker, interleaved [height, width, channels]: valid inside the closure that received it.
@safe package struct SourceImage {
    /// Bytes, or numbers in 0...1.
    @safe package enum Values {
        case bytes(UnsafePointer<UInt8>)
        case numbers(UnsafePointer<Float>)
    }

    package let values: Values
    package let height: Int
    package let width: Int
    /// The size of the image as it is stored. It is larger than `height` and `width` where it was decoded at a part of
    /// its size; crops are drawn in its pixels, so that they do not depend on how it was decoded.
    package let fullHeight: Int
    package let fullWidth: Int

    package init(_ bytes: UnsafePointer<UInt8>, height: Int, width: Int, fullHeight: Int? = nil, fullWidth: Int? = nil)
    {
        unsafe (values, self.height, self.width) = (.bytes(bytes), height, width)
        (self.fullHeight, self.fullWidth) = (fullHeight ?? height, fullWidth ?? width)
    }

    /// Numbers in 0...1.
    package init(numbers: UnsafePointer<Float>, height: Int, width: Int) {
        unsafe (values, self.height, self.width) = (.numbers(numbers), height, width)
        (fullHeight, fullWidth) = (height, width)
    }

    /// Interleaved bytes; nothing where the values are numbers.
    package var bytes: UnsafePointer<UInt8>? {
        if case .bytes(let bytes) = values { unsafe bytes } else { nil }
    }

    /// A part of the full image, in pixels of this one.
    func scaled(_ box: CropBox) -> CropBox {
        guard fullHeight != height || fullWidth != width else { return box }
        let (x, y) = (Double(width) / Double(fullWidth), Double(height) / Double(fullHeight))
        return CropBox(x: box.x * x, y: box.y * y, width: box.width * x, height: box.height * y)
    }
}
