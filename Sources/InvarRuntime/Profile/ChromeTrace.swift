import InvarCompiler
import InvarGraph

/// Recorded runs as the JSON that chrome://tracing and Perfetto draw: complete events ("X") in microseconds. A run holds its
/// steps, and a step its kernels where it has several.
package struct ChromeTrace: Encodable, Sendable {
    package struct Event: Encodable, Sendable {
        package var name: String
        /// `run`, `step` or `kernel`
        package var cat: String
        package var ph = "X"
        package var ts: Double
        package var dur: Double
        package var pid = 1
        package var tid = 1
        package var args: Details?
    }

    package struct Details: Encodable, Sendable {
        package var step: Int
        package var op: String
        package var site: String?
        package var backward: Bool
        package var flops: Int
        package var bytes: Int
    }

    package private(set) var traceEvents: [Event] = []
    package let displayTimeUnit = "ms"

    package init(_ session: any Session, _ recorder: ProfileRecorder) {
        let program = session.program
        let kernels = program.steps.indices.map(session.kernels(of:))
        for (number, run) in recorder.runs.enumerated() {
            if let event = Self.event("\(program.name), run \(number + 1)", "run", run.flatMap { $0 }) {
                traceEvents.append(event)
            }
            for (index, spans) in run.enumerated() { add(index, program.steps[index], kernels[index], spans) }
        }
    }

    private mutating func add(
        _ index: Int, _ step: Step, _ kernels: [String], _ spans: [ProfileRecorder.Span]
    ) {
        guard var event = Self.event(step.name.isEmpty ? step.kind : step.name, "step", spans) else { return }
        event.args = Details(
            step: index, op: step.kind, site: step.site?.description, backward: step.isBackward,
            flops: step.flops, bytes: step.bytes)
        traceEvents.append(event)
        // a single kernel is the step
        guard spans.count > 1 else { return }
        for (name, span) in zip(kernels, spans) {
            if let kernel = Self.event(name, "kernel", [span]) { traceEvents.append(kernel) }
        }
    }

    private static func event(_ name: String, _ category: String, _ spans: [ProfileRecorder.Span]) -> Event? {
        guard let first = spans.first, let last = spans.last else { return nil }
        return Event(
            name: name, cat: category, ts: first.begin * 1e6, dur: (last.end - first.begin) * 1e6)
    }
}
