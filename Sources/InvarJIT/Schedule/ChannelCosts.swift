import InvarGraph

/// Schedules of convolutions in which each channel sees only itself.
extension CostModel {
    /// Pixels side by side of one vector of channels.
    func channels(_ site: ContractionSite, _ choice: inout Choice) {
        let rest = target.registers - site.taps - 2
        let (rows, reason) =
            if site.kind == .weightGradient {
                (target.registers == 32 ? 8 : 5, "so many pixels leave registers for the sums of some rows of taps")
            } else if rest >= 4 {
                (min(rest, 8), "sums for so many pixels and \(site.taps) taps fit \(target.registers) registers")
            } else {
                (8, "\(site.taps) taps are too many to stay in registers; sums for so many pixels do")
            }
        (choice.schedule.rows, choice.schedule.vectors) = (rows, 1)
        choice.reasons.append("\(rows)x1: \(reason)")
    }

    func depthwise(_ size: ContractionSchedule.Size, _ site: ContractionSite) -> (Int, String) {
        switch size {
        case .inputs:
            return (
                site.taps <= 25 ? 64 : 32,
                "so many channels of the rows that a pixel sees stay in the first-level cache"
            )
        case .pixels:
            return site.kind == .weightGradient
                ? (256, "what is staged and the gradient stay in the second-level cache")
                : (1024, "so many rows are staged once for several that read them")
        case .room: return (l2, "what a tile stages stays in the second-level cache")
        case .splits: return (16, "tiles for several threads")
        case .depth, .tileRows, .tileColumns, .squares, .panels:
            preconditionFailure("internal: \(size.rawValue) means nothing to channels by themselves")
        }
    }
}
