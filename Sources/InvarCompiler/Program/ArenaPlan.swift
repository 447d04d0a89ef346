import InvarGraph

extension Program {
    /// Offsets in the arena are multiples of this many bytes: a cache line, and the widest vector.
    static let alignment = 64

    /// Gives each intermediate buffer its place: buffers that are never alive together may share memory. Large ones
    /// choose first, each the lowest gap it fits into.
    mutating func placeInArena() {
        let lives = lifetimes()
        var placed: [(range: Range<Int>, life: ClosedRange<Int>)] = []
        let order = lives.keys.sorted { a, b in
            let (sizeA, sizeB) = (buffers[a].type.byteCount, buffers[b].type.byteCount)
            return sizeA == sizeB ? a < b : sizeA > sizeB
        }
        for index in order {
            guard let life = lives[index] else { continue }
            let size = (buffers[index].type.byteCount + Self.alignment - 1) / Self.alignment * Self.alignment
            var offset = 0
            for other in placed where other.life.overlaps(life) {
                if offset + size <= other.range.lowerBound { break }
                offset = Swift.max(offset, other.range.upperBound)
            }
            buffers[index].storage = .arena(offset: offset)
            let position = placed.firstIndex { $0.range.lowerBound > offset } ?? placed.count
            placed.insert((offset..<(offset + size), life), at: position)
            arenaByteCount = Swift.max(arenaByteCount, offset + size)
        }
    }

    /// First and last step that touch each buffer of the arena; outputs live to the end.
    private func lifetimes() -> [Int: ClosedRange<Int>] {
        var lives: [Int: ClosedRange<Int>] = [:]
        func touch(_ buffer: Int, at time: Int) {
            guard case .arena = buffers[buffer].storage else { return }
            let life = lives[buffer] ?? time...time
            lives[buffer] = Swift.min(life.lowerBound, time)...Swift.max(life.upperBound, time)
        }
        for (time, step) in steps.enumerated() {
            for view in step.operands + step.results { touch(view.buffer, at: time) }
        }
        for output in outputs { touch(output.view.buffer, at: steps.count) }
        return lives
    }
}
