import Foundation
import func InvarGraph.counted
import InvarData

/// Points in the plane, coloured by class, with a legend.
package struct ScatterPicture {
    package var title = ""
    /// Under the picture and beside it: what the two directions are.
    package var axes = ["", ""]
    private let side = 760
    private let margin = 28
    private let legendWidth = 230
    private let radius = 3.2

    package init(title: String, axes: [String]) { (self.title, self.axes) = (title, axes) }

    /// - Parameters:
    ///   - points: two numbers each.
    ///   - labels: a class for each point.
    package func draw(_ points: [[Double]], labels: [Int], classNames: [String]) -> Picture {
        let top = margin + 32
        var canvas = Canvas(width: 2 * margin + side + 24 + legendWidth, height: top + side + 88)
        canvas.write(Canvas.fitted(title, width: side + legendWidth), x: margin, y: margin)
        canvas.frame(x: margin, y: top, width: side, height: side, .faint)
        let frame = Frame(points, side: Double(side), inset: 14)
        // in an order of no meaning, so that no class lies on top of all others
        for index in points.indices.sorted(by: { shuffled($0) < shuffled($1) }) {
            let (x, y) = frame.place(points[index])
            canvas.disc(
                x: Double(margin) + x, y: Double(top) + y, radius: radius,
                ClassPalette.color(labels[index], of: classNames.count), opacity: 0.72)
        }
        canvas.write(axes[0], x: margin, y: top + side + 14, .faint)
        canvas.write(axes[1], x: margin, y: top + side + 38, .faint)
        let far = points.count { frame.isFar($0) }
        if far > 0 {
            let verb = far == 1 ? "is" : "are"
            canvas.write(
                "\(counted(far, "far point")) \(verb) drawn at the edge", x: margin, y: top + side + 62, .faint)
        }
        drawLegend(on: &canvas, x: margin + side + 24, y: top + 4, classNames, labels)
        return canvas.picture
    }

    private func shuffled(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: index &+ 1) &* 2_654_435_761 }

    private func drawLegend(
        on canvas: inout Canvas, x: Int, y: Int, _ names: [String], _ labels: [Int]
    ) {
        let step = 26
        let room = (side - 2 * step) / step
        let present = names.indices.filter { labels.contains($0) }
        for (place, index) in present.prefix(room).enumerated() {
            let row = y + place * step
            canvas.disc(
                x: Double(x + 8), y: Double(row + 7), radius: 7, ClassPalette.color(index, of: names.count), opacity: 1)
            canvas.write(Canvas.fitted(names[index], width: legendWidth - 28), x: x + 26, y: row)
        }
        if present.count > room { canvas.write("and \(present.count - room) more", x: x, y: y + room * step, .faint) }
    }

    /// From the points' coordinates to pixels: one scale for both, upwards is up. It holds all but the outermost
    /// hundredth of the points on each side, so that a few far ones do not crowd all others; those are drawn at the edge.
    private struct Frame {
        private let centre: [Double]
        private let scale: Double
        private let side: Double
        private let inset: Double

        init(_ points: [[Double]], side: Double, inset: Double) {
            let spans = (0..<2).map { axis in
                let values = points.map { $0[axis] }.sorted()
                let cut = values.count / 100
                return (low: values.dropFirst(cut).first ?? 0, high: values.dropLast(cut).last ?? 0)
            }
            centre = spans.map { ($0.low + $0.high) / 2 }
            let widest = spans.map { $0.high - $0.low }.max() ?? 0
            scale = widest > 0 ? (side - 2 * inset) / (1.1 * widest) : 0
            (self.side, self.inset) = (side, inset)
        }

        private func unbounded(_ point: [Double]) -> (x: Double, y: Double) {
            (side / 2 + (point[0] - centre[0]) * scale, side / 2 - (point[1] - centre[1]) * scale)
        }

        private func inside(_ place: Double) -> Double { min(max(place, inset / 2), side - inset / 2) }

        func place(_ point: [Double]) -> (x: Double, y: Double) {
            let (x, y) = unbounded(point)
            return (inside(x), inside(y))
        }

        func isFar(_ point: [Double]) -> Bool { unbounded(point) != place(point) }
    }
}
