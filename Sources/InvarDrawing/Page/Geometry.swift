/// A place, in points from the left and from above; of data, its two numbers.
package struct Point: Sendable, Hashable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
}

struct Size: Sendable, Hashable {
    var width: Double
    var height: Double
}

struct Box: Sendable, Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }
    var centre: Point { Point(x + width / 2, y + height / 2) }
}

/// What a plot needs around itself: for ticks, titles of axes, labels.
struct Insets: Sendable, Hashable {
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0
}

struct TextStyle: Sendable, Hashable {
    /// Of the letters, in points.
    var size: Double
    var isBold = false
    var color = Color.ink

    /// From one line to the next.
    var lineHeight: Double { 1.3 * size }

    static let title = TextStyle(size: 13, isBold: true)
    static let heading = TextStyle(size: 11, isBold: true)
    static let plain = TextStyle(size: 10.5)
    static let tick = TextStyle(size: 9.5, color: .faint)
    static let note = TextStyle(size: 9.5, color: .faint)
}

/// A picture of bytes [height, width, channels], grey (1) or red, green, blue (3).
package struct Raster: Sendable, Hashable {
    package let height: Int
    package let width: Int
    package let channels: Int
    package let pixels: [UInt8]

    package init(height: Int, width: Int, channels: Int, pixels: [UInt8]) {
        precondition(
            height > 0 && width > 0 && (channels == 1 || channels == 3) && pixels.count == height * width * channels,
            "internal: \(pixels.count) bytes for a raster of \(height)×\(width)×\(channels)")
        (self.height, self.width, self.channels, self.pixels) = (height, width, channels, pixels)
    }
}
