/// Images in a second, by the median of the last steps: one step that was disturbed does not show.
struct Throughput {
    private var durations: [Double] = []
    private var next = 0
    private let batch: Int
    private static let window = 32

    init(batch: Int) {
        self.batch = batch
        durations.reserveCapacity(Throughput.window)
    }

    mutating func add(seconds: Double) {
        if durations.count < Throughput.window {
            durations.append(seconds)
        } else {
            durations[next] = seconds
            next = (next + 1) % Throughput.window
        }
    }

    /// 0 before the first step.
    var imagesPerSecond: Double {
        guard !durations.isEmpty else { return 0 }
        return Double(batch) / max(durations.sorted()[durations.count / 2], 1e-9)
    }
}
