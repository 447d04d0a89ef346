import InvarDump
import InvarTraining

/// What a person sees of a comparison while it goes on: a bar over all of it, and a line for each run that is done.
final class CompareReport {
    private let display: ProgressDisplay
    private var label = ""
    private var item = "image"
    private var done = 0.0
    private var share = 1.0

    init(plain: Bool) { display = ProgressDisplay(plain: plain) }

    func show(_ event: Comparer.Event) {
        switch event {
        case .run(let architecture, let seed, let budget, let index, let count):
            let length = budget.map { ", \(Format.count($0, "epoch"))" } ?? ""
            label = "\(index + 1)/\(count) \(architecture), seed \(seed)\(length)"
            (done, share) = (Double(index) / Double(count), 1 / Double(count))
        case .training(.started(let started)): item = started.item
        case .training(.step(let report)):
            // what comes after training takes about a tenth of the time
            let fraction = 0.9 * Double(report.step) / Double(report.steps)
            draw(
                fraction,
                ["\(Format.fixed(report.imagesPerSecond, 0)) \(item)s/s", "loss \(Format.short(report.loss))"])
        case .training: break
        case .evaluating: draw(0.9, ["evaluating"])
        case .pixels: display.show("raw pixels", 0, ["evaluating"])
        case .result(let run):
            guard run.failure == nil else { return display.line("\(label): diverged; \(run.failure ?? "")") }
            func percent(_ value: Double?) -> String { value.map { Format.fixed($0, 1) } ?? "-" }
            display.line("\(label): kNN \(percent(run.knn)), linear \(percent(run.linear))")
        }
    }

    func finish() { display.finish(clearing: true) }

    private func draw(_ fraction: Double, _ facts: [String]) {
        display.show(label, done + share * fraction, facts)
    }
}
