import InvarData
import InvarDrawing
import InvarDump
import InvarGraph
import InvarTraining

/// What runs logged, as curves over their steps: a panel for each term and measure; runs that differ in their seed alone are one line.
package struct CurvesPicture {
    /// One run, or several that differ in their seed alone.
    private struct Group {
        var runs: [RunCurves]
        var name = ""
    }

    /// A value over the steps, as it is drawn.
    private typealias Values = [RunCurves.Value]

    /// Whether axes are logarithmic, where all values are above 0.
    package var isLogarithmic = false
    /// Each value becomes the mean of this many: itself and those before it.
    package var smoothing = 1
    private let groups: [Group]

    package init(_ runs: [RunCurves]) {
        var groups: [Group] = []
        for run in runs {
            let place = groups.firstIndex { $0.runs.allSatisfy { run.identity.differsInSeedAlone(from: $0.identity) } }
            if let place { groups[place].runs.append(run) } else { groups.append(Group(runs: [run])) }
        }
        self.groups = Self.named(groups)
    }

    /// What can be drawn, in the order in which it is.
    package var names: [String] {
        groups.flatMap(\.runs).flatMap(\.names).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// All but how fast it went.
    package var usualNames: [String] { names.filter { $0 != RunCurves.Kind.imagesPerSecond.rawValue } }

    /// By the directory's last part, or the architecture of several seeds; where that is not one group's alone, by the whole path.
    private static func named(_ groups: [Group]) -> [Group] {
        func short(_ group: Group) -> String {
            group.runs.count > 1 ? group.runs[0].identity.architecture : PathParts.name(group.runs[0].directory)
        }
        let all = groups.map(short)
        return groups.map { group in
            var group = group
            let name = short(group)
            let isAlone = all.count { $0 == name } == 1
            group.name = visible((isAlone ? name : group.runs[0].directory).shown)
            if group.runs.count > 1 {
                group.name += isAlone ? " (\(group.runs.count) seeds)" : " and \(group.runs.count - 1) more seeds"
            }
            return group
        }
    }

    package func figure(_ names: [String]) -> Figure {
        let panels = names.map { panel($0, isAlone: names.count == 1) }
        let title = groups.count == 1 ? groups[0].name : ""
        let columns = names.count == 4 ? 2 : min(names.count, 3)
        return Figure(title, columns: columns, panels: panels, caption: caption)
    }

    /// The same, each curve in a figure of its own, without title, legend and caption: for a page, which says them once.
    package func figures(_ names: [String]) -> [Figure] {
        names.map { name in
            var panel = panel(name, isAlone: false)
            if case .chart(var chart) = panel.content {
                // a page has many of them, and is to stay small
                chart.detail = 1
                panel.content = .chart(chart)
            }
            var figure = Figure(columns: 1, panels: [panel])
            figure.hasLegend = false
            return figure
        }
    }

    /// Which line is whose.
    package var legend: [(name: String, style: SeriesStyle)] {
        groups.enumerated().map { ($1.name, SeriesStyle($0)) }
    }

    /// What a reader has to know of the lines.
    package var caption: [String] {
        var caption: [String] = []
        if groups.contains(where: { $0.runs.count > 1 }) {
            caption.append(
                "Runs that differ in their seed alone are one line, their mean; the band reaches from the smallest to the "
                    + "largest of them.")
        }
        if smoothing > 1 {
            caption.append(
                "Smoothed: a point is the mean of \(smoothing) logged ones, itself and those before it; paler what was logged."
            )
        }
        return caption
    }

    private func panel(_ name: String, isAlone: Bool) -> Panel {
        var notes: [String] = []
        let series = groups.enumerated().compactMap { index, group -> Chart.Series? in
            let curves = group.runs.compactMap { $0.curve(name) }
            guard !curves.isEmpty else { return nil }
            let (all, bad) = (curves.joined().count, curves.joined().count { !$0.value.isFinite })
            if bad > 0 {
                notes.append(
                    "\(group.name): \(Format.grouped(bad)) of \(counted(all, "value")) \(bad == 1 ? "is no number" : "are no numbers")"
                )
            }
            return line(group, SeriesStyle(index), curves)
        }
        var chart = Chart(x: Axis("step", includesZero: true, isWhole: true), y: axis(name), series: series)
        chart.y.isLogarithmic = isLogarithmic
        if chart.isLinearInstead { notes.append("linear: not all values are above 0") }
        if isAlone { (chart.width, chart.height) = (440, 250) }
        return Panel(.chart(chart), title: name, notes: notes)
    }

    private func line(_ group: Group, _ style: SeriesStyle, _ curves: [Values]) -> Chart.Series {
        func points(_ values: Values) -> [Point] { values.map { Point(Double($0.step), $0.value) } }
        let smooth = curves.map(smoothed)
        var series = Chart.Series(group.name, style: style, points: [])
        if smooth.count == 1 {
            series.points = points(smooth[0])
        } else {
            let together = together(smooth)
            series.points = together.map { step, values in
                Point(Double(step), values.reduce(0, +) / Double(values.count))
            }
            series.band = together.map { step, values in
                Chart.Band(x: Double(step), low: values.min() ?? .nan, high: values.max() ?? .nan)
            }
        }
        if smoothing > 1 { series.raw = curves.map(points) }
        return series
    }

    /// At every step that all of those that came so far have logged, the values that are numbers; none: a gap.
    private func together(_ curves: [Values]) -> [(step: Int, values: [Double])] {
        let ends = curves.map { $0.last?.step ?? 0 }
        var found: [Int: [Double]] = [:]
        for curve in curves { for point in curve { found[point.step, default: []].append(point.value) } }
        return found.keys.sorted().compactMap { step in
            let values = found[step] ?? []
            guard values.count >= ends.count(where: { $0 >= step }) else { return nil }
            return (step, values.filter(\.isFinite).isEmpty ? [.nan] : values.filter(\.isFinite))
        }
    }

    /// What is no number stays a gap, and takes no part in a mean.
    private func smoothed(_ values: Values) -> Values {
        guard smoothing > 1 else { return values }
        return values.indices.map { index in
            guard values[index].value.isFinite else { return values[index] }
            let last = values[max(0, index - smoothing + 1)...index].map(\.value).filter(\.isFinite)
            return RunCurves.Value(step: values[index].step, value: last.reduce(0, +) / Double(last.count))
        }
    }

    /// What a curve's numbers are.
    private func axis(_ name: String) -> Axis {
        switch RunCurves.Kind(rawValue: name) {
        case .loss: Axis("loss")
        case .learningRate: Axis("learning rate", includesZero: true)
        case .gradientNorm: Axis("gradient's norm before it is clipped", includesZero: true)
        case .imagesPerSecond: Axis("images per second", includesZero: true)
        case .std: Axis("mean std of embeddings", includesZero: true)
        case .correlation: Axis("mean |correlation|", includesZero: true)
        case .rank: Axis("effective rank, dimensions", includesZero: true)
        case .knn: Axis("kNN, % of test images")
        case .linear: Axis("linear probe, % of test images")
        case nil: Axis("before its coefficient")
        }
    }
}
