import Invar

/// What encoders of signals are shown: signals and their views, each drawn as its course over time. All pictures of a signal have the same
/// height for the same number, so that a gain can be seen; of several channels each has a lane of its own, up to eight of them.
package struct SignalSheet: Sendable {
    /// Pixels of a picture, and of a channel's lane in it.
    package static let (width, laneHeight) = (192, 49)
    private static let mostLanes = 8

    private let dataset: Dataset
    /// Each view that is made of signals: its place among all, and what it is made of.
    private let views: [(place: Int, rows: FeatureRows, shape: SignalShape, plan: RowViewPlan)]

    /// - Parameters:
    ///   - shapes: for each view the signal that its encoder takes; nothing for one that takes none.
    ///   - steps: what makes the views.
    /// - Throws: `DataError` where the data set has no signals, or others.
    package init(_ dataset: Dataset, shapes: [SignalShape?], views steps: RowViews) throws {
        self.dataset = dataset
        views = try shapes.enumerated().compactMap { place, shape in
            guard let shape else { return nil }
            guard let rows = dataset.rows(of: place) else { throw DataError(dataset.name, "has no signals") }
            if let problem = rows.problem(for: shape) { throw DataError(dataset.name, "has signals that \(problem)") }
            return (place, rows, shape, RowViewPlan(rows, as: shape, steps))
        }
    }

    /// Some that are spread evenly, since in a folder they stand class by class: each as it is (the middle of one that is longer than what
    /// the encoder takes), and the views that the run of this seed sees in this epoch.
    package func entries(signals: Int, seed: UInt64, epoch: Int = 0) -> [ContactSheet.Entry] {
        let count = min(max(1, signals), dataset.count)
        return (0..<count).map { place in
            entry(place * dataset.count / count, seed, epoch)
        }
    }

    private func entry(_ number: Int, _ seed: UInt64, _ epoch: Int) -> ContactSheet.Entry {
        let made = views.map { view in
            var values = [Float](repeating: 0, count: view.shape.size)
            unsafe values.withUnsafeMutableBufferPointer { room in
                guard let target = room.baseAddress else { return }
                unsafe view.plan.make(
                    number, as: number, seed: seed, epoch: epoch, view: view.place, into: target)
            }
            return (values, view.shape)
        }
        let originals = views.prefix(1).map { view in
            var values = [Float](repeating: 0, count: view.shape.size)
            let start = max(0, view.rows.samples(of: number) - view.shape.samples) / 2
            unsafe values.withUnsafeMutableBufferPointer { room in
                unsafe view.rows.write(number, from: start, as: view.shape, into: room)
            }
            return (values, view.shape)
        }
        let all = originals + made
        let highest = all.flatMap(\.0).lazy.map { $0.isFinite ? abs($0) : 0 }.max() ?? 0
        let pictures = all.map { Self.picture($0, $1, highest: max(highest, .leastNormalMagnitude)) }
        return ContactSheet.Entry(
            name: dataset.imageName(at: number), original: pictures[0], views: Array(pictures.dropFirst()))
    }

    /// The course of a signal, light on dark as pictures of a grey data set are: in each column of pixels all that it reaches there.
    /// - Parameter highest: the number, up or down, that ends at the edge of a lane.
    private static func picture(_ values: [Float], _ shape: SignalShape, highest: Float) -> Picture {
        let lanes = min(shape.channels, mostLanes)
        var picture = Picture(height: lanes * laneHeight, width: width, channels: 1, filledWith: 16)
        let middle = laneHeight / 2
        for lane in 0..<lanes {
            let signal = values[(lane * shape.samples)..<((lane + 1) * shape.samples)]
            func height(_ value: Float) -> Int {
                middle - Int((Float(middle - 1) * (value.isFinite ? value / highest : 0)).rounded())
            }
            for column in 0..<width {
                func set(_ y: Int, _ value: UInt8) { picture.pixels[(lane * laneHeight + y) * width + column] = value }
                // the zero line is faint where the signal is elsewhere
                set(middle, 72)
                let reached = range(of: signal, in: column)
                for y in height(reached.upperBound)...height(reached.lowerBound) { set(y, 232) }
            }
        }
        return picture
    }

    /// The lowest and highest that a signal reaches within a column of pixels, with straight lines between samples.
    private static func range(of signal: ArraySlice<Float>, in column: Int) -> ClosedRange<Float> {
        func at(_ edge: Int) -> (place: Int, value: Float) {
            let position = Float(edge) / Float(width) * Float(signal.count - 1)
            let place = min(Int(position), signal.count - 1)
            let (first, part) = (signal[signal.startIndex + place], position - Float(place))
            let next = signal[signal.startIndex + min(place + 1, signal.count - 1)]
            return (place, first + (next - first) * part)
        }
        let (left, right) = (at(column), at(column + 1))
        var (low, high) = (min(left.value, right.value), max(left.value, right.value))
        for value in signal.dropFirst(left.place + 1).prefix(right.place - left.place) {
            (low, high) = (min(low, value), max(high, value))
        }
        return low <= high ? low...high : 0...0
    }
}
