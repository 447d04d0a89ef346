import InvarGraph

/// A kernel that computes tiles of a contraction, with the loop that computes what it reads and the loop that follows it.
protocol ContractionKernel: TileKernel {
    /// What it is given besides the operands of its loops, and what these write.
    var ownArguments: [ArgumentName] { get }
    var prologue: LoopForm? { get }
    var epilogue: TileEpilogue? { get }
    /// Of a worker's memory.
    var scratchElements: Int { get }
}

extension ContractionKernel {
    var scratchBytes: Int { (scratchElements * element.byteCount).rounded(upTo: 64) }
    var ownArguments: [ArgumentName] { [.input, .weights, .result, .scratch] }
    var arguments: [ArgumentName] { ownArguments + (prologue?.operandNames ?? []) + (epilogue?.arguments ?? []) }
}

/// The loop that follows a tile.
struct TileEpilogue: Hashable {
    var nest: LoopForm
    var roots: Int
    /// Which operands lie as the result does: each of their elements is read once, where that of the result is.
    var beside: [Int]
    /// Elements from one column of partial sums of a slot to the next slot's, and from a tile's to the next's.
    var slotStride, tileStride: Int

    var operandNames: [ArgumentName] { nest.operands.indices.map { .epilogueOperand($0) } }
    var rootNames: [ArgumentName] { (0..<roots).map { .root($0) } }
    var leavesPartials: Bool { nest.partialSlots > 0 }
    var arguments: [ArgumentName] { operandNames + rootNames + (leavesPartials ? [.partials] : []) }
}

/// What a tile of a contraction has around it: the prologue that computes its left side, the epilogue that follows it.
struct TileSurroundings {
    private let builder: IRBuilder
    private let element: ElementType
    private let prologue: LoopForm?
    private let epilogue: TileEpilogue?
    private let prologueOperands, epilogueOperands, roots: [Address]
    private let partials: Address?

    init(_ emitter: KernelEmitter, _ kernel: some ContractionKernel) {
        (builder, element) = (emitter.builder, kernel.element)
        (prologue, epilogue) = (kernel.prologue, kernel.epilogue)
        prologueOperands = (prologue?.operandNames ?? []).map { emitter[$0] }
        epilogueOperands = (epilogue?.operandNames ?? []).map { emitter[$0] }
        roots = (epilogue?.rootNames ?? []).map { emitter[$0] }
        partials = epilogue?.leavesPartials == true ? emitter[.partials] : nil
    }

    /// Brings maps near: copies them from `source`, or computes them. `channel` is the first of the channels;
    /// `rows`: of each unit, the first and how many, where these are not all.
    func stage(
        _ staging: Staging, _ source: Address, channel: Index, unit: Index, units: Int,
        rows: (first: Index, count: Int)? = nil, to target: Address
    ) {
        let lanes = builder.lanes(element, columns: staging.groupChannels)
        staging.stage(lanes, unit: unit, units: units, rows: rows, to: target) { pixel, place in
            if let nest = prologue {
                let tile = LoopTile(
                    outer: pixel / nest.rows, firstRow: pixel % nest.rows, rows: Index(staging.copied),
                    firstColumn: channel, columns: staging.groupChannels)
                builder.emit(
                    nest, tile, operands: prologueOperands, results: [source],
                    overriding: [0: TilePlace(address: place, rowStride: staging.groupChannels)],
                    slots: nest.slots(nil, stride: 0))
            } else if staging.groupChannels == staging.channels {
                builder.lanes(element).copy(
                    source + pixel * staging.channels, to: place, count: staging.copied * staging.channels)
            } else {
                builder.loop(staging.copied) { index in
                    lanes.copy(
                        source + ((pixel + index) * staging.channels + channel),
                        to: place + index * staging.groupChannels, count: staging.groupChannels)
                }
            }
        }
    }

    /// Asks for what the epilogue will read where the result has so many rows and columns.
    ///
    /// - Parameter offset: of the first of these elements.
    func prefetch(offset: Index, rows: Int, rowStride: Int, columns: Int) {
        for operand in epilogue?.beside ?? [] {
            for row in 0..<rows {
                let line = epilogueOperands[operand] + (offset + row * rowStride)
                for byte in stride(from: 0, to: columns * element.byteCount, by: 64) { line.prefetch(bytes: byte) }
            }
        }
    }

    /// The epilogue on some rows of the result, which are whole runs of its rows or lie within one.
    ///
    /// - Parameter tile: the number of the tile among those that cut the rows.
    func follow(row: Index, rows: Int, tile: Index, firstColumn: Index, columns: Int) {
        guard let epilogue else { return }
        let nest = epilogue.nest
        func follow(outer: Index, firstRow: Index, rows: Int, partial: Index) {
            let slots = nest.slots(
                partials.map { $0 + partial * epilogue.tileStride }, stride: epilogue.slotStride)
            builder.emit(
                nest,
                LoopTile(
                    outer: outer, firstRow: firstRow, rows: Index(rows), firstColumn: firstColumn, columns: columns),
                operands: epilogueOperands, results: roots, slots: slots)
        }
        let outer = row / nest.rows
        if rows % nest.rows == 0 {
            builder.loop(rows / nest.rows) { index in
                let current = outer + index
                follow(outer: current, firstRow: .zero, rows: nest.rows, partial: current)
            }
        } else {
            follow(outer: outer, firstRow: row % nest.rows, rows: rows, partial: tile)
        }
    }
}
