import InvarGraph

/// What a tile of a contraction has around it: the prologue that computes its left side, the epilogue that follows it.
struct TileSurroundings {
    private let emitter: KernelEmitter
    private let type: LaneType
    private let prologue: LoopForm?
    private let epilogue: TileEpilogue?
    private let prologueOperands, epilogueOperands, epilogueRoots: [IRValue]
    private let partials: IRValue?

    private var builder: IRBuilder { emitter.builder }
    private var one: LaneType { type.with(lanes: 1) }

    /// Takes its addresses from the kernel's arguments, from number `first` on: the prologue's operands; the epilogue's operands
    /// and roots, and its partial sums if it has any.
    init(
        _ emitter: KernelEmitter, _ element: ElementType, prologue: LoopForm?, epilogue: TileEpilogue?,
        from first: Int
    ) {
        self.emitter = emitter
        (self.prologue, self.epilogue) = (prologue, epilogue)
        type = emitter.lanes(element)
        var next = first
        func take() -> IRValue {
            defer { next += 1 }
            return emitter.argument(next)
        }
        prologueOperands = (prologue?.operands ?? []).map { _ in take() }
        epilogueOperands = (epilogue?.nest.operands ?? []).map { _ in take() }
        epilogueRoots = (0..<(epilogue?.roots ?? 0)).map { _ in take() }
        partials = epilogue.map { $0.nest.partialSlots > 0 } == true ? take() : nil
    }

    /// Brings maps near: copies them from `source`, or computes them. `channel` is the first of the channels;
    /// `rows`: of each unit, the first and how many, where these are not all.
    func stage(
        _ staging: Staging, _ source: IRValue, channel: IRValue, unit: IRValue, units: Int,
        rows: (first: IRValue, count: Int)? = nil, to target: IRValue
    ) {
        let type = LaneType.fitting(type.element, columns: staging.groupChannels, in: builder.target)
        emitter.stage(staging, type, unit: unit, units: units, rows: rows, to: target) { pixel, place in
            if let nest = prologue {
                let tile = LoopTile(
                    outer: builder.divide(pixel, nest.rows), firstRow: builder.remainder(pixel, nest.rows),
                    rows: staging.copied, firstColumn: channel, columns: staging.groupChannels)
                emitter.emit(
                    nest, tile, operands: prologueOperands, results: [source],
                    overriding: [0: TilePlace(address: place, rowStride: staging.groupChannels)], partials: nil,
                    slotStride: 0)
            } else if staging.groupChannels == staging.channels {
                let from = builder.multiply(pixel, staging.channels)
                emitter.copy(
                    self.type, from: builder.advance(source, from, of: one), to: place,
                    count: staging.copied * staging.channels)
            } else {
                builder.loop(staging.copied) { index in
                    let from = builder.add(
                        builder.multiply(builder.add(pixel, index), staging.channels), channel)
                    emitter.copy(
                        type, from: builder.advance(source, from, of: one),
                        to: builder.advance(place, builder.multiply(index, staging.groupChannels), of: one),
                        count: staging.groupChannels)
                }
            }
        }
    }

    /// The epilogue on some rows of the result, which are whole runs of its rows or lie within one.
    ///
    /// - Parameter tile: the number of the tile among those that cut the rows.
    func follow(row: IRValue, rows: Int, tile: IRValue, firstColumn: IRValue, columns: Int) {
        guard let epilogue else { return }
        let nest = epilogue.nest
        func follow(outer: IRValue, firstRow: IRValue, rows: Int, partial: IRValue) {
            emitter.emit(
                nest,
                LoopTile(outer: outer, firstRow: firstRow, rows: rows, firstColumn: firstColumn, columns: columns),
                operands: epilogueOperands, results: epilogueRoots,
                partials: partials.map {
                    builder.advance($0, builder.multiply(partial, epilogue.tileStride), of: one)
                }, slotStride: epilogue.slotStride)
        }
        let outer = builder.divide(row, nest.rows)
        if rows % nest.rows == 0 {
            builder.loop(rows / nest.rows) { index in
                let current = builder.add(outer, index)
                follow(outer: current, firstRow: builder.int(0), rows: nest.rows, partial: current)
            }
        } else {
            follow(outer: outer, firstRow: builder.remainder(row, nest.rows), rows: rows, partial: tile)
        }
    }
}

extension KernelEmitter {
    /// Code of its own for the last of some tiles, where it is smaller.
    func choose(_ index: IRValue, of count: Int, differs: Bool, _ body: (_ isLast: Bool) -> Void) {
        if !differs { return body(false) }
        if count == 1 { return body(true) }
        _ = builder.branch(builder.compare(.equal, index, builder.int(count - 1))) {
            body(true)
            return []
        } else: {
            body(false)
            return []
        }
    }
}
