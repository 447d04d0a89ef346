import InvarGraph

/// Code that computes the tiles of one phase of a step. A value that holds everything that its code depends on, and nothing
/// else: two kernels with one `key` are the same machine code.
protocol TileKernel: Sendable {
    /// For people: `loop.f32.64x1024x32`. Letters, digits, `.`, `_`.
    var name: String { get }
    /// Everything that the code depends on, but the target. It is what the kernel is kept under on disk, so that it must not
    /// change from process to process: no `Set` and no `Dictionary` in it.
    var key: String { get }
    /// Writes the body.
    func emit(_ emitter: KernelEmitter)
}

extension TileKernel {
    var key: String { "\(self)" }
}

/// What a kernel's body is written with.
struct KernelEmitter {
    let builder: IRBuilder
    /// Which tile to compute, and who computes it.
    let tile, worker: IRValue
    private let table: IRValue

    init(_ builder: IRBuilder, table: IRValue, tile: IRValue, worker: IRValue) {
        (self.builder, self.table, self.tile, self.worker) = (builder, table, tile, worker)
    }

    /// The address at this place of the phase's arguments. To be asked for where the body begins.
    func argument(_ index: Int) -> IRValue {
        builder.loadAddress(builder.advance(table, bytes: builder.int(8 * index)))
    }

    /// This worker's piece of the workers' scratch memory, which is at this place of the phase's arguments.
    func workerScratch(_ index: Int, bytes: Int) -> IRValue {
        builder.advance(argument(index), bytes: builder.multiply(worker, bytes))
    }

    /// Lanes of the widest vector, or of as many as `columns` fill.
    func lanes(_ element: ElementType, columns: Int = .max) -> LaneType {
        LaneType.fitting(element, columns: columns, in: builder.target)
    }
}

extension LaneType {
    /// The widest vector of the target; a narrower one where fewer columns leave the half of it empty.
    static func fitting(_ element: ElementType, columns: Int = .max, in target: CodeTarget) -> LaneType {
        var lanes = target.vectorBits / (8 * element.byteCount)
        while lanes > 1, lanes / 2 >= columns { lanes /= 2 }
        return LaneType(element: element, lanes: lanes)
    }

    /// The widest vector that whole ones of fill so many columns: writing the last overwrites nothing.
    static func dividing(_ element: ElementType, columns: Int, in target: CodeTarget) -> LaneType {
        var lanes = fitting(element, columns: columns, in: target).lanes
        while columns % lanes != 0 { lanes /= 2 }
        return LaneType(element: element, lanes: lanes)
    }
}
