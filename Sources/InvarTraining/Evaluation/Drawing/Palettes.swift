import Foundation

/// From −1, blue, over 0, white, to 1, red. Grey where there is no number.
enum DivergingPalette {
    private static let blues = [Color.white, Color(120, 165, 215), Color(24, 62, 150)]
    private static let reds = [Color.white, Color(235, 140, 110), Color(170, 16, 40)]
    static let missing = Color(170, 170, 170)

    static func color(_ value: Double) -> Color {
        guard value.isFinite else { return missing }
        let anchors = value < 0 ? blues : reds
        let place = min(abs(value), 1) * 2
        return place < 1 ? anchors[0].mixed(anchors[1], place) : anchors[1].mixed(anchors[2], place - 1)
    }
}

/// Colours for classes, as far from each other as so many can be.
enum ClassPalette {
    private static let ten = [
        Color(31, 110, 190), Color(235, 130, 20), Color(40, 150, 60), Color(205, 40, 45), Color(130, 90, 190),
        Color(125, 80, 65), Color(225, 105, 185), Color(110, 110, 110), Color(180, 180, 25), Color(20, 180, 200),
    ]

    static func color(_ index: Int, of count: Int) -> Color {
        guard count > ten.count else { return ten[index % ten.count] }
        // around the circle of hues, light and dark in turns
        return hue(Double(index) / Double(count), value: index.isMultiple(of: 2) ? 0.9 : 0.6)
    }

    private static func hue(_ turn: Double, value: Double) -> Color {
        func part(_ offset: Double) -> Double {
            let place = (turn + offset).truncatingRemainder(dividingBy: 1) * 6
            return 255 * value * (1 - 0.85 * min(max(min(place, 4 - place), 0), 1))
        }
        return Color(part(5 / 6), part(3 / 6), part(1 / 6))
    }
}
