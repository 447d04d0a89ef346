/// A measure of one architecture over epochs: what a picture draws.
package struct Curve: Codable, Sendable, Hashable {
    /// The architecture.
    package let label: String
    /// After so many, upwards.
    package let epochs: [Int]
    /// Over the seeds.
    package let mean: [Double]
    /// The mean less a standard deviation over the seeds; the mean itself of one seed.
    package let low: [Double]
    /// The mean and a standard deviation.
    package let high: [Double]
}

extension Comparison {
    /// A curve for each architecture, with a point for every number of epochs after which a run of it was judged.
    /// - Parameter measure: percent of the test images: `\.linear`.
    package func curves(of measure: (Point) -> Double) -> [Curve] {
        architectures.compactMap { name in
            let points = runs.filter { $0.architecture == name }.flatMap { $0.points ?? [] }
            let values = Dictionary(grouping: points, by: \.epochs).mapValues { MeanSpread($0.map(measure)) }
            let found = values.sorted { $0.key < $1.key }.compactMap { key, value in value.map { (key, $0) } }
            guard !found.isEmpty else { return nil }
            return Curve(
                label: name, epochs: found.map(\.0), mean: found.map(\.1.mean),
                low: found.map { $0.1.mean - $0.1.spread }, high: found.map { $0.1.mean + $0.1.spread })
        }
    }

    /// What there was before anything was learned: the encoders before training, where architectures that began with the same ones are together,
    /// and the pixels, or rows, themselves.
    package var baselines: [(name: String, points: [Point])] {
        var groups: [(names: [String], points: [UInt64: Point])] = []
        for name in architectures {
            let began = runs(of: name).compactMap { run in run.untrained.map { (run.seed, $0) } }
            guard !began.isEmpty else { continue }
            let points = Dictionary(began) { first, _ in first }
            // those of seeds that one of the two was not trained with yet decide nothing
            if let index = groups.firstIndex(where: { group in
                points.allSatisfy { group.points[$0.key] ?? $0.value == $0.value }
            }) {
                groups[index].names.append(name)
                groups[index].points.merge(points) { first, _ in first }
            } else {
                groups.append(([name], points))
            }
        }
        let untrained = groups.map { names, points in
            (
                name: groups.count == 1 ? "untrained" : "untrained \(Self.shortened(names))",
                points: points.sorted { $0.key < $1.key }.map(\.value)
            )
        }
        let raw = settings.itemName.map { "standardized \($0)s" } ?? "raw pixels"
        return untrained + (pixels.map { [(name: raw, points: [$0])] } ?? [])
    }

    /// `a, b`, and of more `a and 4 more`.
    private static func shortened(_ names: [String]) -> String {
        names.count > 2 ? "\(names[0]) and \(names.count - 1) more" : names.joined(separator: ", ")
    }
}
