/// A matrix of numbers from −1 to 1, in 65 colours (more are not told apart, and are files of twice the size), with their scale.
package struct HeatMap: Sendable, Hashable {
    package let rows: Int
    package let columns: Int
    /// Row by row; grey where there is no number.
    package let values: [Double]
    /// Of the longer side, in points.
    package var side = 256.0
    package var hasScale = true

    package init(rows: Int, columns: Int, values: [Double]) {
        precondition(
            rows * columns == values.count && rows > 0 && columns > 0,
            "internal: \(values.count) values for a heat map of \(rows)×\(columns)")
        (self.rows, self.columns, self.values) = (rows, columns, values)
    }

    var raster: Raster {
        let pixels = values.flatMap { value in
            let color = DivergingPalette.color((value * 32).rounded() / 32)
            return [color.red, color.green, color.blue].map { UInt8($0 * 255 + 0.5) }
        }
        return Raster(height: rows, width: columns, channels: 3, pixels: pixels)
    }
}

struct HeatMapLayout: PanelLayout {
    private static let bar = 10.0
    private let map: HeatMap
    private let ticks = Domain(low: -1, high: 1).ticks(atMost: 4)
    let size: Size
    private(set) var insets = Insets(left: 1, right: 1, top: 2, bottom: 2)

    init(_ map: HeatMap, _ canvas: Canvas) {
        self.map = map
        let longer = Double(max(map.rows, map.columns))
        size = Size(width: map.side * Double(map.columns) / longer, height: map.side * Double(map.rows) / longer)
        if map.hasScale {
            insets.right = 10 + Self.bar + 6 + (ticks.labels.map { canvas.width(of: $0, .tick) }.max() ?? 0)
        }
    }

    func draw(_ canvas: Canvas, in box: Box) {
        canvas.image(map.raster, in: box)
        canvas.outline(box, .faint, width: 0.5)
        guard map.hasScale else { return }
        let bar = Box(x: box.right + 10, y: box.y, width: Self.bar, height: box.height)
        let steps = (0..<256).map { 1 - 2 * Double($0) / 255 }
        canvas.image(HeatMap(rows: 256, columns: 1, values: steps).raster, in: bar)
        canvas.outline(bar, .faint, width: 0.5)
        for (value, label) in zip(ticks.values, ticks.labels) {
            let y = bar.bottom - (value + 1) / 2 * bar.height
            // the outermost stay beside the bar
            let middle = min(max(y, bar.y + 0.4 * TextStyle.tick.size), bar.bottom - 0.4 * TextStyle.tick.size)
            canvas.line([Point(bar.right, y), Point(bar.right + 3, y)], .faint)
            canvas.text(label, at: Point(bar.right + 6, middle), .tick)
        }
    }
}
