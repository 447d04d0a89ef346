import Invar
import InvarRuntime

/// What the views of a batch are made of: the images of a data set, or rows that belong to them or stand by themselves.
package struct BatchViews: Sendable {
    enum Source: Sendable {
        case image(ViewPlan)
        case rows(RowViewPlan)
    }

    /// How images become views, one for each size of them; none where none are looked at.
    let plans: [ViewPlan]
    /// One for each view.
    let sources: [Source]

    /// All views are of images.
    package init(_ plans: [ViewPlan]) {
        self.plans = plans
        sources = plans.flatMap { plan in plan.views.map { _ in .image(plan) } }
    }

    /// - Parameters:
    ///   - plans: for views of images; empty where there are none.
    ///   - rows: for each view those that it is made of; nothing where it is made of images.
    ///   - signals: for each view the signal that it is to become, where rows are signals; empty where none are.
    package init(_ plans: [ViewPlan], rows: [FeatureRows?], signals: [SignalShape?] = [], _ views: RowViews) {
        sources = rows.enumerated().map { view, rows in
            let shape = signals.indices.contains(view) ? signals[view] : nil
            if let rows { return .rows(RowViewPlan(rows, as: shape, views)) }
            guard let plan = plans.first(where: { $0.views.contains(view) }) else {
                preconditionFailure("internal: no plan for the images of view \(view)")
            }
            return .image(plan)
        }
        self.plans = rows.contains { $0 == nil } ? plans : []
    }

    func isImage(_ view: Int) -> Bool { if case .image = sources[view] { true } else { false } }

    /// Values of a view.
    func size(of view: Int) -> Int {
        switch sources[view] {
        case .image(let plan): plan.viewSize
        case .rows(let plan): plan.width
        }
    }
}

/// Rows, or signals, and the steps that change them.
struct RowViewPlan: Sendable {
    private let rows: FeatureRows
    private let table: TrainingRows
    /// What signals are cut to; nothing for rows, which stay whole.
    private let shape: SignalShape?
    /// Each with its place among all that are written, by which its random numbers are known.
    private let steps: [(place: Int, step: any RowAugmentation)]

    /// - Parameter shape: what signals are cut to; nothing for rows.
    init(_ rows: FeatureRows, as shape: SignalShape?, _ views: RowViews) {
        (self.rows, self.shape) = (rows, shape)
        table =
            shape.map {
                // steps of signals look at no other signal
                TrainingRows(
                    count: 1, width: $0.size, values: [Float](repeating: 0, count: $0.size), channels: $0.channels)
            } ?? TrainingRows(count: rows.count, width: rows.width, values: rows.values)
        steps = views.steps.enumerated().compactMap { place, step in
            (step.step is any SignalAugmentation) == (shape != nil) ? (place: place, step: step.step) : nil
        }
    }

    var width: Int { shape?.size ?? rows.width }

    /// One view of one row. It depends on the arguments alone: every step draws from its own counter.
    /// - Parameters:
    ///   - row: what is changed.
    ///   - item: the row that was wanted, whose random numbers these are: another one stands in for a bad image's.
    func make(
        _ row: Int, as item: Int, seed: UInt64, epoch: Int, view: Int, into output: UnsafeMutablePointer<Float>
    ) {
        func numbers(_ place: Int) -> CounterRandom {
            CounterRandom(seed: seed, stream: epoch, item: item, view: view << 12 | place, purpose: .rows)
        }
        let target = unsafe UnsafeMutableBufferPointer(start: output, count: width)
        if let shape {
            // the last place is no step's
            var drawn = numbers(4095)
            let start = drawn.integer(below: max(0, rows.samples(of: row) - shape.samples) + 1)
            unsafe rows.write(row, from: start, as: shape, into: target)
        } else {
            _ = unsafe target.update(fromContentsOf: rows.values[rows.range(of: row)])
        }
        var span = unsafe target.mutableSpan
        for (place, step) in steps {
            var random = numbers(place)
            guard random.chance(step.probability[view]) else { continue }
            var own = ViewRandom(random)
            step.apply(to: &span, of: table, random: &own)
        }
    }
}
