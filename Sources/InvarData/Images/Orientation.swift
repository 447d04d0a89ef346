/// How a picture lies in its file, as EXIF numbers it (TIFF 6.0, tag 274): its first row is on the named side of
/// what it shows, and its first column on the other.
package enum Orientation: Int, Sendable, CaseIterable {
    case topLeft = 1, topRight, bottomRight, bottomLeft, leftTop, rightTop, rightBottom, leftBottom

    /// Whether rows become columns.
    package var isTransposed: Bool { rawValue >= 5 }

    /// Writes the picture upright. The sizes are those in the file.
    package func turn(
        _ source: UnsafePointer<UInt8>, height: Int, width: Int, channels: Int, into target: UnsafeMutablePointer<UInt8>
    ) {
        let (bottom, right) = (height - 1, width - 1)
        // where the upright picture's first pixel lies in the file, and how far the next to the right and the next below
        let (first, alongRow, alongColumn): (Int, Int, Int) =
            switch self {
            case .topLeft: (0, 1, width)
            case .topRight: (right, -1, width)
            case .bottomRight: (bottom * width + right, -1, -width)
            case .bottomLeft: (bottom * width, 1, -width)
            case .leftTop: (0, width, 1)
            case .rightTop: (bottom * width, -width, 1)
            case .rightBottom: (bottom * width + right, -width, -1)
            case .leftBottom: (right, width, -1)
            }
        let (rows, columns) = isTransposed ? (width, height) : (height, width)
        var to = unsafe target
        for y in 0..<rows {
            var from = unsafe source + (first + y * alongColumn) * channels
            for _ in 0..<columns {
                for c in 0..<channels { unsafe to[c] = from[c] }
                unsafe to += channels
                unsafe from += alongRow * channels
            }
        }
    }
}
