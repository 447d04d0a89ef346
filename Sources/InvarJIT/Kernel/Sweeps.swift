import InvarGraph

/// Consecutive elements by vectors.
extension Lanes {
    /// So many elements, the last vector perhaps a part of one.
    func sweep(_ count: Int, _ body: (_ index: Index, _ lanes: Lanes) -> Void) {
        let whole = count / self.count * self.count
        builder.loop(to: Index(whole), step: self.count) { body($0, self) }
        if count > whole { body(Index(whole), first(count - whole)) }
    }

    func fillZero(_ target: Address, count: Int) {
        sweep(count) { index, lanes in lanes.store(lanes.zero, target + index) }
    }

    func copy(_ source: Address, to target: Address, count: Int) {
        sweep(count) { index, lanes in lanes.store(lanes.load(source + index), target + index) }
    }

    /// Fewer elements than a few vectors have, copied; what lies behind them is overwritten up to the end of the last vector.
    func copyOver(_ source: Address, to target: Address, count: Int) {
        for begin in stride(from: 0, to: count, by: self.count) {
            store(first(count - begin).load(source + begin), target + begin)
        }
    }
}

extension Address {
    /// Asks for one of so many equal parts of some memory: while one panel is multiplied, the next one comes nearer.
    func prefetch(bytes: Int, part: Index, of parts: Int) {
        let each = bytes.parts(of: 64).parts(of: parts)
        let first = advanced(bytes: part * (each * 64))
        let together = min(each, 8)
        builder.loop(each.parts(of: together)) { index in
            let place = first.advanced(bytes: index * (together * 64))
            for line in 0..<together { place.prefetch(bytes: line * 64) }
        }
    }
}
