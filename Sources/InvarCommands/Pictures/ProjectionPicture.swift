import InvarDrawing
import InvarDump
import func InvarGraph.counted

/// Points in the plane, coloured by class.
package enum ProjectionPicture {
    private static let side = 420.0

    /// - Parameters:
    ///   - points: two numbers each.
    ///   - labels: a class for each point.
    ///   - axes: what the two directions are.
    package static func figure(
        title: String, axes: [String], points: [[Double]], labels: [Int], classNames: [String]
    ) -> Figure {
        let places = points.map { Point($0[0], $0[1]) }
        let present = Set(labels)
        let series = classNames.indices.filter(present.contains).map { label in
            Chart.Series(
                classNames[label], style: SeriesStyle(label), kind: .points,
                points: zip(places, labels).filter { $0.1 == label }.map(\.0))
        }
        var chart = Chart(x: Axis(axes[0]), y: Axis(axes[1]), series: series)
        (chart.width, chart.height) = (side, side)
        let frame = frame(places)
        chart.frame = frame
        var caption: [String] = []
        let far = places.count { point in
            !(frame.low.x...frame.high.x).contains(point.x) || !(frame.low.y...frame.high.y).contains(point.y)
        }
        if far > 0 { caption.append("\(counted(far, "far point")) \(far == 1 ? "is" : "are") drawn at the edge") }
        if classNames.count > SeriesStyle.different {
            caption.append("Of \(classNames.count) classes, every \(SeriesStyle.different)th has the same sign.")
        }
        return Figure(title, columns: 1, panels: [Panel(.chart(chart))], caption: caption)
    }

    /// One scale for both directions. All points, unless that takes twice the room of those without the outermost hundredth on each
    /// side: a few far ones do not crowd all others.
    package static func frame(_ points: [Point]) -> Chart.Frame {
        func span(_ axis: KeyPath<Point, Double>, cut: Int) -> (low: Double, high: Double) {
            let values = points.map { $0[keyPath: axis] }.sorted().dropFirst(cut).dropLast(cut)
            return (values.first ?? 0, values.last ?? 0)
        }
        func spans(cut: Int) -> [(low: Double, high: Double)] { [span(\.x, cut: cut), span(\.y, cut: cut)] }
        func widest(_ spans: [(low: Double, high: Double)]) -> Double { spans.map { $0.high - $0.low }.max() ?? 0 }
        let (all, most) = (spans(cut: 0), spans(cut: points.count / 100))
        let shown = widest(all) > 2 * widest(most) && widest(most) > 0 ? most : all
        let half = max(0.54 * widest(shown), 1e-12)
        let centre = shown.map { ($0.low + $0.high) / 2 }
        return Chart.Frame(
            low: Point(centre[0] - half, centre[1] - half), high: Point(centre[0] + half, centre[1] + half))
    }
}
