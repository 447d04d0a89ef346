import InvarDump
import InvarRuntime

extension Profile {
    /// The steps that take longest, first, each with its kernels where it has several.
    /// - Parameter limit: so many steps at most.
    func table(top limit: Int?) -> String {
        var rows = [["TIME", "SHARE", "GFLOP/S", "GB/S", "LIMIT", "STEP", "PATH", "LINE", "KIND"]]
        let sorted = byShare
        let shown = limit.map { Array(sorted.prefix($0)) } ?? sorted
        for row in shown {
            rows.append(row.cells)
            guard row.kernels.count > 1 else { continue }
            for kernel in row.kernels {
                let share = seconds > 0 ? kernel.seconds / seconds : 0
                rows.append([
                    Format.milliseconds(kernel.seconds), Format.percent(share), "", "", "", "", "", "",
                    "· \(kernel.name)",
                ])
            }
        }
        if shown.count < sorted.count {
            let rest = sorted.dropFirst(shown.count).reduce(0) { $0 + $1.seconds }
            let share = seconds > 0 ? rest / seconds : 0
            let count = sorted.count - shown.count
            rows.append([
                Format.milliseconds(rest), Format.percent(share), "", "", "", "", "", "",
                Format.count(count, "more step"),
            ])
        }
        return Format.table(rows, leftAligned: [6, 7, 8])
    }
}

extension Profile.Row {
    fileprivate var cells: [String] {
        [
            Format.milliseconds(seconds), Format.percent(share),
            flops > 0 ? Format.fixed(flopsPerSecond / 1e9, 1) : "-",
            Format.fixed(bytesPerSecond / 1e9, 1), ofLimit.map { Format.percent($0, 0) } ?? "-", "\(step)",
            path, site?.description ?? "", kind,
        ]
    }

    /// A layer of the backward half begins with ∂, as in dumps.
    var path: String { isBackward && !name.isEmpty ? "∂\(name)" : name }
}
