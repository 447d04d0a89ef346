import Foundation

/// Amounts as people read them.
enum Quantity {
    /// `3.6 GFLOP`; nothing where there are none.
    static func flops(_ count: Int) -> String {
        for (limit, unit) in [(1e12, "TFLOP"), (1e9, "GFLOP"), (1e6, "MFLOP"), (1e3, "kFLOP")]
        where Double(count) >= limit {
            return String(format: "%.1f ", Double(count) / limit) + unit
        }
        return "\(count) FLOP"
    }

    /// `4.8 MiB`
    static func bytes(_ count: Int) -> String {
        for (limit, unit) in [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")] where count >= limit {
            return String(format: "%.1f ", Double(count) / Double(limit)) + unit
        }
        return "\(count) B"
    }
}
