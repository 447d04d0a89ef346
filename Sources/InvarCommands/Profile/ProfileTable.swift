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
                    Self.time(kernel.seconds), Self.percent(share), "", "", "", "", "", "", "· \(kernel.name)",
                ])
            }
        }
        if shown.count < sorted.count {
            let rest = sorted.dropFirst(shown.count).reduce(0) { $0 + $1.seconds }
            let share = seconds > 0 ? rest / seconds : 0
            let count = sorted.count - shown.count
            rows.append([
                Self.time(rest), Self.percent(share), "", "", "", "", "", "",
                "\(count) more step\(count == 1 ? "" : "s")",
            ])
        }
        return Format.table(rows, leftAligned: [6, 7, 8])
    }

    /// Milliseconds.
    static func time(_ seconds: Double) -> String { "\(Format.fixed(seconds * 1e3, 3)) ms" }
    static func percent(_ part: Double) -> String { "\(Format.fixed(part * 100, 1))%" }
}

extension Profile.Row {
    fileprivate var cells: [String] {
        [
            Profile.time(seconds), Profile.percent(share), flops > 0 ? Format.fixed(flopsPerSecond / 1e9, 1) : "-",
            Format.fixed(bytesPerSecond / 1e9, 1), ofLimit.map { "\(Format.fixed($0 * 100, 0))%" } ?? "-", "\(step)",
            path, site?.description ?? "", kind,
        ]
    }

    /// A layer of the backward half begins with ∂, as in dumps.
    var path: String { isBackward && !name.isEmpty ? "∂\(name)" : name }
}
