/// Lines, points and bands over two axes.
package struct Chart: Sendable, Hashable {
    /// Between two numbers for each x.
    package struct Band: Sendable, Hashable {
        package var x: Double
        package var low: Double
        package var high: Double

        package init(x: Double, low: Double, high: Double) { (self.x, self.low, self.high) = (x, low, high) }
    }

    /// Two corners of the plot.
    package struct Frame: Sendable, Hashable {
        package var low: Point
        package var high: Point

        package init(low: Point, high: Point) { (self.low, self.high) = (low, high) }
    }

    /// What has a colour and a name in the legend.
    package struct Series: Sendable, Hashable {
        package enum Kind: Sendable, Hashable { case line, points }

        package var name: String
        package var style: SeriesStyle
        package var kind = Kind.line
        /// Those that are no numbers leave a gap.
        package var points: [Point]
        /// Drawn beneath, paler.
        package var band: [Band] = []
        /// Drawn beneath, paler and thinner: what `points` were made from.
        package var raw: [[Point]] = []

        package init(_ name: String, style: SeriesStyle, kind: Kind = .line, points: [Point]) {
            (self.name, self.style, self.kind, self.points) = (name, style, kind, points)
        }
    }

    package var x: Axis
    package var y: Axis
    package var series: [Series]
    /// Of the plot within the axes, in points.
    package var width = 290.0
    package var height = 170.0
    /// In points across: of what a line has within so much, its first, lowest, highest and last are drawn.
    package var detail = 0.25
    /// What is shown; points beyond are drawn at its edge. Nothing: all that there are.
    package var frame: Frame?

    package init(x: Axis, y: Axis, series: [Series]) { (self.x, self.y, self.series) = (x, y, series) }

    private func numbers(_ axis: WritableKeyPath<Point, Double>, _ band: (Band) -> [Double]) -> [Double] {
        series.flatMap { one in
            one.points.filter { $0.x.isFinite && $0.y.isFinite }.map { $0[keyPath: axis] }
                + one.raw.joined().filter { $0.x.isFinite && $0.y.isFinite }.map { $0[keyPath: axis] }
                + one.band.flatMap(band).filter(\.isFinite)
        }
    }

    var domains: (x: Domain, y: Domain) {
        if let frame {
            return (Domain(low: frame.low.x, high: frame.high.x), Domain(low: frame.low.y, high: frame.high.y))
        }
        let across = Domain(numbers(\.x) { [$0.x] }, x, margin: series.contains { $0.kind == .points } ? 0.04 : 0.01)
        return (across, Domain(numbers(\.y) { [$0.low, $0.high] }, y))
    }

    /// Whether an axis that was to be logarithmic is linear, since not all values are above 0.
    package var isLinearInstead: Bool { y.isLogarithmic && !domains.y.isLogarithmic }
}

/// Where everything of a chart lies, and how it is drawn.
struct ChartLayout: PanelLayout {
    private let chart: Chart
    private let x: Domain
    private let y: Domain
    private let xTicks: Ticks
    private let yTicks: Ticks
    /// Names at the ends of lines, upwards or downwards a little from where the line ends.
    private var labels: [(series: Chart.Series, y: Double)] = []
    let size: Size
    private(set) var insets = Insets()

    /// - Parameter isLabelled: whether lines are to have their names at their ends, if these do not touch each other.
    init(_ chart: Chart, _ canvas: Canvas, isLabelled: Bool) {
        self.chart = chart
        (x, y) = chart.domains
        size = Size(width: chart.width, height: chart.height)
        yTicks = y.ticks(atMost: max(2, Int(size.height / 32)))
        (xTicks, insets) = Self.xTicks(x, size.width, canvas)
        let widest = yTicks.labels.map { canvas.width(of: $0, .tick) }.max() ?? 0
        insets.left = widest + 8 + (chart.y.title.isEmpty ? 0 : TextStyle.plain.lineHeight)
        insets.bottom = TextStyle.tick.lineHeight + 5 + (chart.x.title.isEmpty ? 0 : TextStyle.plain.lineHeight)
        insets.top = 5
        if isLabelled, let found = endLabels(canvas) {
            labels = found
            insets.right = max(insets.right, (found.map { canvas.width(of: $0.series.name, .plain) }.max() ?? 0) + 8)
        }
    }

    var isLabelled: Bool { !labels.isEmpty }

    /// As many as do not touch each other.
    private static func xTicks(_ x: Domain, _ width: Double, _ canvas: Canvas) -> (Ticks, Insets) {
        for count in stride(from: max(2, Int(width / 45)), to: 1, by: -1) {
            let ticks = x.ticks(atMost: count)
            let places = zip(ticks.values, ticks.labels).map { value, label in
                (middle: x.place(value) * width, half: canvas.width(of: label, .tick) / 2)
            }
            let touches = zip(places, places.dropFirst()).contains { $0.middle + $0.half + 10 > $1.middle - $1.half }
            if touches && count > 2 { continue }
            return (ticks, Insets(right: max(places.map { $0.middle + $0.half - width }.max() ?? 0, 4)))
        }
        return (x.ticks(atMost: 1), Insets(right: 4))
    }

    private func endLabels(_ canvas: Canvas) -> [(series: Chart.Series, y: Double)]? {
        let ends = chart.series.compactMap { series in
            series.points.last { $0.x.isFinite && $0.y.isFinite }.map {
                (series: series, y: (1 - y.place($0.y)) * size.height)
            }
        }
        guard ends.count == chart.series.count, chart.series.allSatisfy({ $0.kind == .line }) else { return nil }
        let sorted = ends.map(\.y).sorted()
        let touch = zip(sorted, sorted.dropFirst()).contains { $1 - $0 < TextStyle.plain.lineHeight }
        return touch || ends.contains { canvas.width(of: $0.series.name, .plain) > 160 } ? nil : ends
    }

    func draw(_ canvas: Canvas, in box: Box) {
        func place(_ point: Point) -> Point {
            Point(box.x + x.place(point.x) * box.width, box.bottom - y.place(point.y) * box.height)
        }
        drawAxes(canvas, box)
        // marks at the edge are whole, lines end at the axes
        canvas.clipped(to: Box(x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8)) {
            for series in chart.series { drawBeneath(series, canvas, place) }
            for series in chart.series where series.kind == .line { drawLine(series, canvas, place) }
            drawPoints(canvas, place)
        }
        for label in labels {
            var style = TextStyle.plain
            style.color = label.series.style.color
            canvas.text(label.series.name, at: Point(box.right + 5, box.y + label.y), style)
        }
    }

    private func drawAxes(_ canvas: Canvas, _ box: Box) {
        for (value, label) in zip(yTicks.values, yTicks.labels) {
            let at = box.bottom - y.place(value) * box.height
            canvas.line([Point(box.x, at), Point(box.right, at)], .grid)
            canvas.text(label, at: Point(box.x - 5, at), .tick, .right)
        }
        for (value, label) in zip(xTicks.values, xTicks.labels) {
            let at = box.x + x.place(value) * box.width
            canvas.line([Point(at, box.y), Point(at, box.bottom)], .grid)
            canvas.line([Point(at, box.bottom), Point(at, box.bottom + 3)], .faint)
            canvas.text(label, at: Point(at, box.bottom + 4 + 0.5 * TextStyle.tick.lineHeight), .tick, .middle)
        }
        canvas.line([Point(box.x, box.y), Point(box.x, box.bottom), Point(box.right, box.bottom)], .faint)
        let below = box.bottom + 5 + TextStyle.tick.lineHeight + 0.5 * TextStyle.plain.lineHeight
        canvas.text(chart.x.title + xTicks.unit, at: Point(box.centre.x, below), .plain, .middle)
        let beside = box.x - insets.left + 0.5 * TextStyle.plain.lineHeight
        canvas.text(chart.y.title + yTicks.unit, at: Point(beside, box.centre.y), .plain, .middle, isUpright: true)
    }

    private func drawBeneath(_ series: Chart.Series, _ canvas: Canvas, _ place: (Point) -> Point) {
        let band = series.band.filter { $0.low.isFinite && $0.high.isFinite }
        let color = series.style.color
        if band.count > 1 {
            canvas.area(
                band.map { place(Point($0.x, $0.low)) } + band.reversed().map { place(Point($0.x, $0.high)) },
                color.with(opacity: 0.2))
        }
        for raw in series.raw { stroke(raw, canvas, place, color.with(opacity: 0.35), width: 0.6, series.style.dash) }
    }

    private func drawLine(_ series: Chart.Series, _ canvas: Canvas, _ place: (Point) -> Point) {
        stroke(series.points, canvas, place, series.style.color, width: 1.5, series.style.dash)
    }

    /// Gaps where there are no numbers; a number alone between two gaps is a dot.
    private func stroke(
        _ points: [Point], _ canvas: Canvas, _ place: (Point) -> Point, _ color: Color, width: Double, _ dash: [Double]
    ) {
        for part in points.split(whereSeparator: { !$0.x.isFinite || !$0.y.isFinite }) {
            let places = thinned(part.map(place))
            // few numbers, such as one for each epoch, are seen to be few
            if places.count <= 12 { for place in places { canvas.mark(.disc, at: place, radius: width + 0.6, color) } }
            canvas.line(places, color, width: width, dash: dash)
        }
    }

    /// Of points that lie closer to each other than can be seen, the first, the lowest, the highest and the last.
    private func thinned(_ points: [Point]) -> [Point] {
        guard Double(points.count) > 4 * size.width / chart.detail else { return points }
        var (result, column) = ([Point](), [Point]())
        func end() {
            guard let low = column.indices.min(by: { column[$0].y < column[$1].y }),
                let high = column.indices.max(by: { column[$0].y < column[$1].y })
            else { return }
            result += Set([0, low, high, column.count - 1]).sorted().map { column[$0] }
        }
        for point in points {
            if let first = column.first, point.x - first.x > chart.detail {
                end()
                column = []
            }
            column.append(point)
        }
        end()
        return result
    }

    /// All series' together, in an order of no meaning, so that none lies on top of all others.
    private func drawPoints(_ canvas: Canvas, _ place: (Point) -> Point) {
        let all = chart.series.filter { $0.kind == .points }.flatMap { series in
            series.points.map { (series.style, $0) }
        }
        func shuffled(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: index &+ 1) &* 2_654_435_761 }
        for index in all.indices.sorted(by: { shuffled($0) < shuffled($1) }) {
            let (style, point) = all[index]
            guard point.x.isFinite, point.y.isFinite else { continue }
            canvas.mark(style.mark, at: place(point), radius: 2.3, style.color.with(opacity: 0.75))
        }
    }
}
