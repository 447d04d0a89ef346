/// Red, green and blue, 0...1 each.
package struct Color: Sendable, Hashable {
    package var red: Double
    package var green: Double
    package var blue: Double
    /// 1 covers what lies beneath.
    package var opacity = 1.0

    package init(_ red: Double, _ green: Double, _ blue: Double, opacity: Double = 1) {
        (self.red, self.green, self.blue, self.opacity) = (red, green, blue, opacity)
    }

    /// `0x0072B2`
    package init(hex: Int) {
        self.init(Double(hex >> 16 & 255) / 255, Double(hex >> 8 & 255) / 255, Double(hex & 255) / 255)
    }

    static let paper = Color(1, 1, 1)
    static let ink = Color(hex: 0x202024)
    static let faint = Color(hex: 0x606068)
    static let grid = Color(hex: 0xE4E4E8)
    static let stripe = Color(hex: 0xF4F4F6)

    func with(opacity: Double) -> Color { Color(red, green, blue, opacity: opacity) }

    /// From this colour, at 0, to the other, at 1.
    func mixed(_ other: Color, _ share: Double) -> Color {
        Color(
            red + (other.red - red) * share, green + (other.green - green) * share, blue + (other.blue - blue) * share)
    }
}

/// From −1, blue, over 0, white, to 1, red; grey where there is no number.
package enum DivergingPalette {
    private static let blues = [Color.paper, Color(hex: 0x78A5D7), Color(hex: 0x183E96)]
    private static let reds = [Color.paper, Color(hex: 0xEB8C6E), Color(hex: 0xAA1028)]
    package static let missing = Color(hex: 0xAAAAAA)

    package static func color(_ value: Double) -> Color {
        guard value.isFinite else { return missing }
        let anchors = value < 0 ? blues : reds
        let place = min(abs(value), 1) * 2
        return place < 1 ? anchors[0].mixed(anchors[1], place) : anchors[1].mixed(anchors[2], place - 1)
    }
}

/// How one of several series is told from the others: seven colours that people who see colours differently tell apart (Okabe and Ito
/// 2008, without their yellow, which is faint on white), then the same with other marks and dashes.
package struct SeriesStyle: Sendable, Hashable {
    package enum Mark: Sendable, Hashable, CaseIterable { case disc, square, triangle, diamond }

    package let index: Int

    package init(_ index: Int) { self.index = index }

    private static let colors = [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x404048].map(
        Color.init(hex:))
    private static let dashes: [[Double]] = [[], [6, 3], [1.5, 2.5], [8, 3, 1.5, 3]]

    /// Of so many series no two look alike.
    package static let different = colors.count * Mark.allCases.count

    package var color: Color { Self.colors[index % Self.colors.count] }
    package var mark: Mark { Mark.allCases[index / Self.colors.count % Mark.allCases.count] }
    /// In points, drawn and not in turns; empty for a line without gaps.
    package var dash: [Double] { Self.dashes[index / Self.colors.count % Self.dashes.count] }
}
