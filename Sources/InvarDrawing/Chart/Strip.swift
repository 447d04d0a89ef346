/// Images side by side, each with its name above and something said beneath.
package struct Strip: Sendable, Hashable {
    package struct Tile: Sendable, Hashable {
        package var name: String
        package var image: Raster
        /// Beneath; wrapped to the tile's width.
        package var notes: [String]

        package init(_ name: String, _ image: Raster, notes: [String] = []) {
            (self.name, self.image, self.notes) = (name, image, notes)
        }
    }

    package var tiles: [Tile]
    /// Points of a pixel's side.
    package var scale: Double
    /// At least so wide is a tile, for what stands beneath.
    package var leastWidth = 0.0

    package init(_ tiles: [Tile], scale: Double) { (self.tiles, self.scale) = (tiles, scale) }
}

struct StripLayout: PanelLayout {
    private static let gap = 4.0
    private let strip: Strip
    private let widths: [Double]
    private let notes: [[String]]
    let size: Size
    private(set) var insets = Insets()

    init(_ strip: Strip, _ canvas: Canvas) {
        self.strip = strip
        let widths = strip.tiles.map { tile in
            max(Double(tile.image.width) * strip.scale, canvas.width(of: tile.name, .plain), strip.leastWidth).rounded(
                .up)
        }
        notes = zip(strip.tiles, widths).map { tile, width in
            tile.notes.flatMap { canvas.wrapped($0, width: width - 6, .note) }
        }
        self.widths = widths
        let gaps = Self.gap * Double(max(widths.count - 1, 0))
        size = Size(
            width: widths.reduce(gaps, +),
            height: (strip.tiles.map { Double($0.image.height) }.max() ?? 0) * strip.scale)
        insets.top = strip.tiles.allSatisfy(\.name.isEmpty) ? 0 : TextStyle.plain.lineHeight + 2
        let most = notes.map(\.count).max() ?? 0
        insets.bottom = most == 0 ? 0 : Double(most) * TextStyle.note.lineHeight + 4
    }

    func draw(_ canvas: Canvas, in box: Box) {
        var x = box.x.rounded()
        for (index, tile) in strip.tiles.enumerated() {
            canvas.text(tile.name, at: Point(x, box.y - 2 - 0.5 * TextStyle.plain.lineHeight), .plain)
            let (width, height) = (Double(tile.image.width) * strip.scale, Double(tile.image.height) * strip.scale)
            canvas.image(tile.image, in: Box(x: x, y: box.y.rounded(), width: width, height: height))
            canvas.lines(notes[index], x: x, y: box.bottom + 3, .note)
            x += widths[index] + Self.gap
        }
    }
}
