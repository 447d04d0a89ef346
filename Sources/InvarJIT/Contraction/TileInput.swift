import InvarGraph

/// How a tile gets at its left side.
enum TileInput: Hashable {
    /// Where it lies: so many elements from a unit to the next.
    case direct(unit: Int)
    /// It lies transposed, with rows side by side: the rows of a tile are packed, one block of the reduction at a time.
    case transposed(unit: Int)
    /// Where it lies, but with rows so far apart that they would fall into the same places of the cache: the rows of a tile are
    /// copied side by side, one block of the reduction at a time.
    case copied(unit: Int)
    /// Maps, copied or computed into the worker's memory, with their margins.
    case staged(Staging)
}

/// The part of the maps that a tile reads, with zeros around it, side by side in the worker's memory.
struct Staging: Hashable {
    /// The maps as they lie: N×H×W×C; a group takes `groupChannels` of the channels.
    var height, width, channels, groupChannels: Int
    /// Bands that an image is cut into: band b begins at row `b·bandStep + firstRow` (which may be in the margin).
    var bands, bandStep, firstRow: Int
    /// What is staged: rows, pixels of a row, zeros before the first.
    var rows, pixels, margin: Int

    var rowElements: Int { pixels * groupChannels }
    var unitElements: Int { rows * rowElements }
    /// Pixels of a row that come from the maps.
    var copied: Int { max(0, min(width, pixels - margin)) }
}

extension IRBuilder {
    /// A unit's image, and the row of it that is staged first: perhaps one in the margin.
    func firstRow(of unit: IRValue, _ staging: Staging) -> (image: IRValue, row: IRValue) {
        let band = multiply(remainder(unit, staging.bands), staging.bandStep)
        return (divide(unit, staging.bands), add(band, int(staging.firstRow)))
    }
}

extension KernelEmitter {
    /// Stages so many units, the first of which is `unit`. `write` puts pixels of the maps at a place: those that begin at the
    /// flattened pixel number, `staging.copied` of them.
    ///
    /// - Parameter rows: of each unit, the first and how many; all, where nothing is said.
    func stage(
        _ staging: Staging, _ type: LaneType, unit: IRValue, units: Int, rows: (first: IRValue, count: Int)? = nil,
        to target: IRValue, write: (_ pixel: IRValue, _ place: IRValue) -> Void
    ) {
        let one = type.with(lanes: 1)
        builder.loop(units) { index in
            let (image, first) = builder.firstRow(of: builder.add(unit, index), staging)
            let place = builder.advance(target, builder.multiply(index, staging.unitElements), of: one)
            builder.loop(rows?.count ?? staging.rows) { number in
                let row = rows.map { builder.add($0.first, number) } ?? number
                let line = builder.advance(place, builder.multiply(row, staging.rowElements), of: one)
                stageRow(staging, type, image: image, y: builder.add(first, row), line: line, write: write)
            }
        }
    }

    private func stageRow(
        _ staging: Staging, _ type: LaneType, image: IRValue, y: IRValue, line: IRValue,
        write: (IRValue, IRValue) -> Void
    ) {
        let one = type.with(lanes: 1)
        func copy() {
            let channels = staging.groupChannels
            fillZero(type, line, count: staging.margin * channels)
            let begin = staging.margin + staging.copied
            let after = builder.advance(line, builder.int(begin * channels), of: one)
            fillZero(type, after, count: (staging.pixels - begin) * channels)
            guard staging.copied > 0 else { return }
            let pixel = builder.multiply(
                builder.add(builder.multiply(image, staging.height), y), staging.width)
            write(pixel, builder.advance(line, builder.int(staging.margin * channels), of: one))
        }
        let lowest = staging.firstRow
        let highest = (staging.bands - 1) * staging.bandStep + staging.firstRow + staging.rows - 1
        if lowest >= 0, highest < staging.height { return copy() }
        // Not negative and below the height: one comparison, for a negative number is a huge one without its sign.
        let inside = builder.compare(.lessUnsigned, y, builder.int(staging.height))
        _ = builder.branch(inside) {
            copy()
            return []
        } else: {
            fillZero(type, line, count: staging.rowElements)
            return []
        }
    }

    /// Zeros in consecutive elements.
    func fillZero(_ type: LaneType, _ target: IRValue, count: Int) {
        sweep(type, count: count) { index, mask in
            builder.store(builder.number(0, type), type, builder.advance(target, index, of: type), mask: mask)
        }
    }

    /// Consecutive elements, copied.
    func copy(_ type: LaneType, from source: IRValue, to target: IRValue, count: Int) {
        sweep(type, count: count) { index, mask in
            let lanes = builder.load(type, builder.advance(source, index, of: type), mask: mask)
            builder.store(lanes, type, builder.advance(target, index, of: type), mask: mask)
        }
    }

    /// Asks for one of so many equal parts of some memory: while one panel is multiplied, the next one comes nearer.
    func prefetch(_ base: IRValue, bytes: Int, part: IRValue, of parts: Int) {
        let lines = (bytes + 63) / 64
        let each = (lines + parts - 1) / parts
        let first = builder.advance(base, bytes: builder.multiply(part, each * 64))
        let together = min(each, 8)
        builder.loop((each + together - 1) / together) { index in
            let place = builder.advance(first, bytes: builder.multiply(index, together * 64))
            for line in 0..<together { builder.prefetch(builder.advance(place, bytes: builder.int(line * 64))) }
        }
    }

    /// So many elements by vectors, the last perhaps by a part of one.
    func sweep(_ type: LaneType, count: Int, _ body: (_ index: IRValue, _ mask: IRValue?) -> Void) {
        let whole = count / type.lanes
        builder.loop(whole) { body(builder.multiply($0, type.lanes), nil) }
        let left = count - whole * type.lanes
        if left > 0 { body(builder.int(whole * type.lanes), builder.mask(type.lanes, first: left)) }
    }
}

extension KernelEmitter {
    /// Fewer elements than a few vectors have, copied; what lies behind them is overwritten up to the end of the last vector.
    func copyOver(_ type: LaneType, from source: IRValue, to target: IRValue, count: Int) {
        for first in stride(from: 0, to: count, by: type.lanes) {
            let left = count - first
            let mask = left < type.lanes ? builder.mask(type.lanes, first: left) : nil
            let lanes = builder.load(type, builder.advance(source, builder.int(first), of: type), mask: mask)
            builder.store(lanes, type, builder.advance(target, builder.int(first), of: type))
        }
    }
}
