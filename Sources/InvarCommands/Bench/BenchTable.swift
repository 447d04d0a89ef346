import Foundation
import InvarDump
import InvarTraining

extension BenchResult {
    /// One is an object, several are an array.
    static func json(_ results: [BenchResult]) throws -> String {
        results.count == 1 ? try prettyJSON(results[0]) : try prettyJSON(results)
    }

    static func results(json data: Data) throws -> [BenchResult] {
        let decoder = jsonDecoder()
        if let one = try? decoder.decode(BenchResult.self, from: data) { return [one] }
        return try decoder.decode([BenchResult].self, from: data)
    }

    /// A row for each result. Where a workload ran on several executors, each is compared with the first.
    static func table(_ results: [BenchResult]) -> String {
        let first = Dictionary(results.map { ($0.workload, $0) }, uniquingKeysWith: { first, _ in first })
        let isComparison = first.count < results.count
        var rows = [
            [
                "WORKLOAD", "EXECUTOR", "THREADS", "MEDIAN", "FASTEST", "STEPS", "GFLOP", "GFLOP/S", "IMAGES/S",
                "COMPILE",
            ]
                + (isComparison ? ["RATIO"] : []) + ["MEMORY"]
        ]
        for result in results {
            var cells = result.cells
            if isComparison {
                let ratio = first[result.workload].map { result.median_s / max($0.median_s, 1e-12) }
                cells.append(ratio.map { Format.fixed($0, 2) } ?? "-")
            }
            rows.append(cells + ["\(Format.fixed(result.peak_rss_mib, 0)) MiB"])
        }
        return Format.table(rows, leftAligned: [0, 1])
    }

    private var cells: [String] {
        [
            workload, executor, "\(threads)", Format.milliseconds(median_s, 2),
            Format.milliseconds(min_s, 2), "\(steps)",
            flops_per_step > 0 ? Format.fixed(Double(flops_per_step) / 1e9, 1) : "-",
            flops_per_step > 0 ? Format.fixed(Double(flops_per_step) / median_s / 1e9, 1) : "-",
            images_per_s.map { Format.fixed($0, $0 < 100 ? 1 : 0) } ?? "-", "\(Format.fixed(compile_s, 2)) s",
        ]
    }
}
