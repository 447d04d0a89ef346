import InvarGraph

/// Chooses schedules from the machine's description and a contraction's shape. The one place where sizes come from.
package struct CostModel: Sendable {
    /// A schedule, and why: a sentence for each choice.
    package struct Choice: Sendable {
        package var schedule: ContractionSchedule
        package var reasons: [String]
    }

    let target: CodeTarget
    /// Bytes of the first and of the second level's cache. Odd machines are treated as usual ones.
    let l1, l2: Int

    package init(_ target: CodeTarget) {
        self.target = target
        l1 = min(max(target.l1, 16 << 10), 32 << 10)
        l2 = min(max(target.l2, 256 << 10), 1 << 20)
    }

    package func choice(_ site: ContractionSite) -> Choice {
        let method = method(site)
        return choice(site, method.choice, because: method.reason)
    }

    /// The same by a given method.
    func choice(_ site: ContractionSite, _ method: ContractionSchedule.Method, because reason: String = "") -> Choice {
        var choice = Choice(schedule: ContractionSchedule(method, rows: 0, vectors: 0), reasons: [reason])
        microKernel(site, &choice)
        for size in site.sizes(method) {
            let (wanted, reason) = self.size(size, site, method)
            let value = min(max(wanted, size.limits.lowerBound), size.limits.upperBound)
            choice.schedule[size] = value
            choice.reasons.append("\(size.rawValue) \(value): \(reason)")
        }
        return choice
    }

    // MARK: Choices

    private func method(_ site: ContractionSite) -> (choice: ContractionSchedule.Method, reason: String) {
        if site.isDepthwise { return (.depthwise, "depthwise: each channel sees only itself") }
        if site.isSymmetric { return (.symmetric, "symmetric: both sides are one matrix, so that half is enough") }
        guard let use = site.winogradUse else { return (.direct, "direct: there is no shorter way") }
        guard use > 0.6 else {
            return (.direct, "direct: only \(Int(use * 100))% of Winograd's squares would be pixels that are there")
        }
        guard site.inputs >= 16, site.columns >= 16 else {
            return (.direct, "direct: with fewer than 16 channels, transforming costs more than it saves")
        }
        let squares = Int((Double(site.rows) / use / 16).rounded())
        guard squares >= 8 || site.kind == .weightGradient else {
            return (.direct, "direct: \(squares) squares are too few to be worth reading four times as many weights")
        }
        return (
            .winograd, "winograd: 36 multiplications instead of 144 for 4×4 pixels, \(Int(use * 100))% of them there"
        )
    }

    private func microKernel(_ site: ContractionSite, _ choice: inout Choice) {
        if choice.schedule.method == .depthwise { return channels(site, &choice) }
        let lanes = LaneType.fitting(site.element, columns: site.columns, in: target).lanes
        let isNarrow = choice.schedule.method != .symmetric && site.columns <= lanes
        let isLarge = target.registers == 32
        choice.schedule.vectors = isNarrow ? 1 : 2
        choice.schedule.rows = isLarge ? (isNarrow ? 14 : 12) : (isNarrow ? 12 : 6)
        choice.reasons.append(
            "\(choice.schedule.rows)x\(choice.schedule.vectors): "
                + (isNarrow ? "\(site.columns) columns are one vector; " : "")
                + "sums for so many rows and vectors of columns fit \(target.registers) registers")
    }

    private func size(
        _ size: ContractionSchedule.Size, _ site: ContractionSite, _ method: ContractionSchedule.Method
    ) -> (Int, String) {
        let bytes = site.element.byteCount
        if method == .depthwise { return depthwise(size, site) }
        switch size {
        case .depth:
            let isOneBlock = method != .winograd && site.taps * site.inputs <= l1 / 64
            return isOneBlock
                ? (l1 / 64, "the whole sum: a panel of 64 bytes a step fits the first-level cache")
                : (l1 / 128, "so much of a panel of 64 bytes a step takes half of the first-level cache")
        case .tileRows: return (128, "enough that a panel is used often while it is near")
        case .tileColumns: return (512, "the tile of the result stays in the second-level cache")
        case .pixels:
            if site.kind == .weightGradient {
                return (256, "what is packed of both sides stays in the second-level cache")
            }
            if site.taps * site.inputs * site.columns * bytes > l2 {
                return (200, "weights are more than the second-level cache holds: many pixels share their reading")
            }
            let fitting = l2 / (4 * bytes) / max(site.columns, 1)
            return (min(max(fitting, 48), 256), "the tile of the result takes a quarter of the second-level cache")
        case .room:
            // Weights that no cache holds are read from memory for every tile.
            return site.taps * site.inputs * site.columns * bytes > 4 * l2
                ? (l2, "weights are so many that a tile stages more, so that fewer tiles read them")
                : (l2 / 8 * 3, "what a tile stages takes three eighths of the second-level cache")
        case .squares:
            if site.kind == .weightGradient {
                return site.inputs <= 64
                    ? (32, "what is transformed of both sides stays in the second-level cache")
                    : (128, "a sum long enough to be worth loading the gradient for")
            }
            let wanted = min(max((site.inputs + site.columns) / 4, 32), 96)
            return (wanted, "the more weights, the more often each is used while it is near")
        case .panels: return (site.rows <= 512 ? 4 : 8, "blocks of the triangle are enough for several threads")
        case .inputs:
            var blocks = site.inputs <= 128 ? 1 : site.inputs / (method == .winograd ? 128 : 64)
            if method != .winograd, site.taps == 1 {
                // few sums for each channel: the more channels a tile takes, the fewer tiles read the other side
                blocks = site.inputs.parts(of: min(max(l2 / (2 * bytes) / max(site.columns, 1), 64), 256))
            }
            return ((site.inputs + blocks - 1) / blocks, "so many channels' sums stay near; all blocks are alike")
        case .splits:
            let block = self.size(.inputs, site, method).0
            let blocks = (site.inputs + max(block, 1) - 1) / max(block, 1) * site.groups
            let wanted = method == .winograd ? 8 : 16
            return (
                max(1, wanted / max(blocks, 1)),
                "with \(blocks) block\(blocks == 1 ? "" : "s") of channels, \(wanted) tiles for several threads"
            )
        }
    }
}
