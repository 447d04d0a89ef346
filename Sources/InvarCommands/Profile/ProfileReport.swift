import InvarRuntime

/// A profile as JSON, for other programs.
struct ProfileReport: Encodable {
    struct Peak: Encodable {
        var flops_per_s: Double
        var bytes_per_s: Double
        var threads: Int
    }

    struct Kernel: Encodable {
        var name: String
        var median_s: Double
    }

    struct Row: Encodable {
        var step: Int
        var kind: String
        var name: String
        var site: String?
        var backward: Bool
        var flops: Int
        var bytes: Int
        var median_s: Double
        var share: Double
        var of_limit: Double?
        var kernels: [Kernel]
    }

    var workload: String
    var executor: String
    var threads: Int
    /// How many runs were profiled.
    var steps: Int
    /// The sum of the rows' medians.
    var seconds: Double
    /// On one thread, and on all.
    var peaks: [Peak]
    /// In the order of the program.
    var rows: [Row]
    /// The same summed up by family, also on the other numbers of threads that were asked for.
    var families: [Family]
}

extension ProfileReport.Row {
    init(_ row: Profile.Row) {
        self.init(
            step: row.step, kind: row.kind, name: row.name, site: row.site?.description, backward: row.isBackward,
            flops: row.flops, bytes: row.bytes, median_s: row.seconds, share: row.share, of_limit: row.ofLimit,
            kernels: row.kernels.map { ProfileReport.Kernel(name: $0.name, median_s: $0.seconds) })
    }
}
