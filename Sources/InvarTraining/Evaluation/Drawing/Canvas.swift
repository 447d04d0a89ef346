import InvarData

/// Red, green and blue, 0...255.
struct Color: Sendable, Hashable {
    var red: Double
    var green: Double
    var blue: Double

    init(_ red: Double, _ green: Double, _ blue: Double) { (self.red, self.green, self.blue) = (red, green, blue) }

    static let white = Color(255, 255, 255)
    static let ink = Color(32, 32, 36)
    static let faint = Color(150, 150, 156)

    /// From this colour, at 0, to the other, at 1.
    func mixed(_ other: Color, _ share: Double) -> Color {
        Color(
            red + (other.red - red) * share, green + (other.green - green) * share, blue + (other.blue - blue) * share)
    }
}

/// A picture that is drawn on. What lies outside is not drawn.
struct Canvas {
    private(set) var picture: Picture

    init(width: Int, height: Int) {
        picture = Picture(height: height, width: width, channels: 3, filledWith: 255)
    }

    mutating func set(x: Int, y: Int, _ color: Color, opacity: Double = 1) {
        guard x >= 0, y >= 0, x < picture.width, y < picture.height else { return }
        let place = (y * picture.width + x) * 3
        for (channel, wanted) in [color.red, color.green, color.blue].enumerated() {
            let old = Double(picture.pixels[place + channel])
            picture.pixels[place + channel] = UInt8(min(max(old + (wanted - old) * opacity, 0), 255) + 0.5)
        }
    }

    mutating func fill(x: Int, y: Int, width: Int, height: Int, _ color: Color) {
        for row in y..<(y + max(height, 0)) { for column in x..<(x + max(width, 0)) { set(x: column, y: row, color) } }
    }

    /// A line of one pixel around a rectangle, outside of it.
    mutating func frame(x: Int, y: Int, width: Int, height: Int, _ color: Color) {
        fill(x: x - 1, y: y - 1, width: width + 2, height: 1, color)
        fill(x: x - 1, y: y + height, width: width + 2, height: 1, color)
        fill(x: x - 1, y: y, width: 1, height: height, color)
        fill(x: x + width, y: y, width: 1, height: height, color)
    }

    /// A disc with a smooth edge.
    mutating func disc(x: Double, y: Double, radius: Double, _ color: Color, opacity: Double) {
        for row in Int(y - radius - 1)...Int(y + radius + 1) {
            for column in Int(x - radius - 1)...Int(x + radius + 1) {
                let (dx, dy) = (Double(column) - x, Double(row) - y)
                let inside = min(max(radius + 0.5 - (dx * dx + dy * dy).squareRoot(), 0), 1)
                if inside > 0 { set(x: column, y: row, color, opacity: opacity * inside) }
            }
        }
    }

    /// A picture, grey or in colours, with its upper left corner at a place.
    mutating func paste(_ other: Picture, x: Int, y: Int) {
        for row in 0..<other.height {
            for column in 0..<other.width {
                let place = (row * other.width + column) * other.channels
                let (green, blue) = other.channels == 3 ? (place + 1, place + 2) : (place, place)
                let pixels = other.pixels
                set(
                    x: x + column, y: y + row,
                    Color(Double(pixels[place]), Double(pixels[green]), Double(pixels[blue])))
            }
        }
    }

    // MARK: Text

    static func width(of text: String, scale: Int = 2) -> Int { max(text.count * BitmapFont.advance - 1, 0) * scale }
    static func lineHeight(scale: Int = 2) -> Int { BitmapFont.height * scale }

    /// - Parameters:
    ///   - x: of the left edge.
    ///   - y: of the upper edge.
    mutating func write(_ text: String, x: Int, y: Int, _ color: Color = .ink, scale: Int = 2) {
        for (index, letter) in text.enumerated() {
            for (row, dots) in BitmapFont.rows(letter).enumerated() {
                for column in 0..<5 where dots >> (4 - column) & 1 == 1 {
                    let left = x + (index * BitmapFont.advance + column) * scale
                    fill(x: left, y: y + row * scale, width: scale, height: scale, color)
                }
            }
        }
    }

    /// As much of a text as fits a width, with three dots where it was cut.
    static func fitted(_ text: String, width: Int, scale: Int = 2) -> String {
        let room = (width / scale + 1) / BitmapFont.advance
        return text.count <= room ? text : String(text.prefix(max(room - 3, 0))) + "..."
    }
}
