import Invar
import InvarRuntime

/// What the two views of a batch are made of: the images of a data set, or rows that belong to them or stand by themselves.
package struct BatchViews: Sendable {
    enum Source: Sendable {
        case image
        case rows(RowViewPlan)
    }

    /// How images become views; nothing where none are looked at.
    let plan: ViewPlan?
    /// One for each view.
    let sources: [Source]

    /// Both views are of images.
    package init(_ plan: ViewPlan) { (self.plan, sources) = (plan, [.image, .image]) }

    /// - Parameters:
    ///   - plan: for views of images; it may be left out where there is none.
    ///   - rows: for each view those that it is made of; nothing where it is made of images.
    package init(_ plan: ViewPlan?, rows: [FeatureRows?], _ views: RowViews) {
        sources = rows.map { rows in rows.map { .rows(RowViewPlan($0, views)) } ?? .image }
        self.plan = sources.contains(where: \.isImage) ? plan : nil
        precondition(self.plan != nil || !sources.contains(where: \.isImage), "internal: no plan for images")
    }

    /// Values of a view.
    func size(of view: Int) -> Int {
        switch sources[view] {
        case .image: plan?.viewSize ?? 0
        case .rows(let plan): plan.width
        }
    }
}

extension BatchViews.Source {
    var isImage: Bool { if case .image = self { true } else { false } }
}

/// Rows, and the steps that change them.
struct RowViewPlan: Sendable {
    private let rows: FeatureRows
    private let table: TrainingRows
    private let steps: [any RowAugmentation]

    init(_ rows: FeatureRows, _ views: RowViews) {
        self.rows = rows
        table = TrainingRows(count: rows.count, width: rows.width, values: rows.values)
        steps = views.steps.map(\.step)
    }

    var width: Int { rows.width }

    /// One view of one row. It depends on the arguments alone: every step draws from its own counter.
    /// - Parameters:
    ///   - row: what is changed.
    ///   - item: the row that was wanted, whose random numbers these are: another one stands in for a bad image's.
    func make(
        _ row: Int, as item: Int, seed: UInt64, epoch: Int, view: Int, into output: UnsafeMutablePointer<Float>
    ) {
        let target = unsafe UnsafeMutableBufferPointer(start: output, count: width)
        _ = unsafe target.update(fromContentsOf: rows.values[(row * width)..<((row + 1) * width)])
        var span = unsafe target.mutableSpan
        for (place, step) in steps.enumerated() {
            var random = CounterRandom(
                seed: seed, stream: epoch, item: item, view: view << 12 | place, purpose: .rows)
            guard random.chance(step.probability[view]) else { continue }
            var own = ViewRandom(random)
            step.apply(to: &span, of: table, random: &own)
        }
    }
}
