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

/// How a tile gets at its right side.
enum TileRight: Hashable {
    /// Packed by another kernel, before.
    case packed
    /// Where it lies: so many elements from a column to the next, from a k to the next, and from one product of a batch to the next.
    /// No other tile reads the same elements, so that each packs its own, one block of the reduction at a time.
    case direct(column: Int, depth: Int, batch: Int)
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

    /// The same for a block of channels.
    func of(channels: Int) -> Staging {
        var staging = self
        staging.groupChannels = channels
        return staging
    }
}

extension Staging {
    /// Stages so many units, the first of which is `unit`. `write` puts pixels of the maps at a place: those that begin at the
    /// flattened pixel number, `copied` of them.
    ///
    /// - Parameter some: of each unit, the first row and how many; all, where nothing is said.
    func stage(
        _ lanes: Lanes, unit: Index, units: Int, rows some: (first: Index, count: Int)?, to target: Address,
        write: (_ pixel: Index, _ place: Address) -> Void
    ) {
        let builder = lanes.builder
        builder.loop(units) { index in
            let unit = unit + index
            let band = unit % bands * bandStep
            let (image, first) = (unit / bands, band + firstRow)
            let place = target + index * unitElements
            builder.loop(some?.count ?? rows) { number in
                let row = some.map { $0.first + number } ?? number
                let line = place + row * rowElements
                stageRow(lanes, image: image, y: first + row, line: line, write: write)
            }
        }
    }

    private func stageRow(
        _ lanes: Lanes, image: Index, y: Index, line: Address, write: (_ pixel: Index, _ place: Address) -> Void
    ) {
        func copy() {
            lanes.fillZero(line, count: margin * groupChannels)
            let begin = margin + copied
            lanes.fillZero(line + begin * groupChannels, count: (pixels - begin) * groupChannels)
            if copied > 0 { write((image * height + y) * width, line + margin * groupChannels) }
        }
        let highest = (bands - 1) * bandStep + firstRow + rows - 1
        if firstRow >= 0, highest < height { return copy() }
        lanes.builder.branch(y.lies(below: height)) {
            copy()
        } else: {
            lanes.fillZero(line, count: rowElements)
        }
    }
}
