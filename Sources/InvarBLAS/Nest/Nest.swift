import InvarCompiler
import InvarRuntime

/// A nest made ready to run. A tile is computed block by block: every instruction is carried out on all points of a block before the
/// next one is, on values that lie in registers (`NestRegisters`), and then results are reduced and stored.
///
/// A result may lie where an operand does that is read at the same points: a block is read before any of it is written.
final class Nest<Scalar: BLASScalar>: @unchecked Sendable {
    /// A tensor that is read or written at every point.
    struct Place {
        enum Form {
            /// One place for the whole block; its points one after the other in memory; or row by row.
            case uniform, dense, rows
        }
        /// Nil where there is no memory: the number is the place itself.
        let memory: Elements<Scalar>?
        let form: Form
        /// How far apart elements of a row are, and where each row of a block begins.
        let step: Int
        let rows: [Int]
    }

    let space: NestSpace
    let instructions: [LoopNest.Instruction]
    let registers: NestRegisters
    /// The sources, and then the stored results.
    let places: [Place]
    let sourceCount: Int
    let reducers: [Reducer<Scalar>]
    let keptRows: [Int]
    /// Values that are stored, in order, and all results' values: what is loaded for them is copied, since what lies where it was
    /// loaded from may be written over.
    let stored: [Int]
    let isResult: [Bool]
    private let strides: [Int]
    private let registerTable: ScratchPiece<Register<Scalar>>
    private let offsetTable, fillTable: ScratchPiece<Int>
    private let sumTable: ScratchPiece<Double>
    private let slotTable: ScratchPiece<Scalar>

    /// - Parameters:
    ///   - tile: see `NestSpace`.
    ///   - operands: where the step's operands lie.
    ///   - contraction: where the result of the contraction does that it follows.
    ///   - results: where its results do, in order.
    init(
        _ nest: LoopNest, tile: [Int]? = nil, operands: [Elements<Scalar>],
        contraction: Elements<Scalar>? = nil, results: [Elements<Scalar>],
        scratch: inout ScratchPlan, threads: Int
    ) {
        let space = NestSpace(nest, tile: tile)
        func full(_ strides: [Int]) -> [Int] { strides.isEmpty ? [0] : strides }
        func place(_ memory: Elements<Scalar>?, _ strides: [Int], isRead: Bool) -> Place {
            let form: Place.Form =
                isRead && space.isUniform(strides)
                ? .uniform : memory != nil && space.isDense(strides) ? .dense : .rows
            return Place(
                memory: memory, form: form, step: strides[strides.count - 1],
                rows: form == .rows ? space.rowOffsets(strides) : [])
        }
        func memory(_ source: LoopNest.Source) -> Elements<Scalar>? {
            switch source.memory {
            case .operand(let number): operands[number]
            case .contraction: contraction
            case .index: nil
            }
        }
        let read = nest.sources.map { full($0.strides) }
        let written = nest.results.indices.filter { nest.results[$0].strides != nil }
        let stores = written.map { full(nest.results[$0].strides ?? []) }
        places =
            zip(nest.sources, read).map { place(memory($0), $1, isRead: true) }
            + zip(written, stores).map { place(results[$0], $1, isRead: false) }
        strides = (read + stores).flatMap { $0 }
        stored = written.map { nest.results[$0].value }
        isResult = nest.instructions.indices.map { index in nest.results.contains { $0.value == index } }
        sourceCount = read.count
        (self.space, instructions) = (space, nest.instructions)
        registers = NestRegisters(nest, space)
        keptRows = nest.reduces ? space.keptRowOffsets : []
        var (sums, reducers) = (0, [Reducer<Scalar>]())
        for (index, result) in nest.results.enumerated() {
            guard let kind = result.reduction else { continue }
            let parts = space.parts > 1 ? kind.totals * space.parts * space.keptPoints : 0
            reducers.append(
                Reducer(
                    kind: kind, value: result.value, result: results[index], sums: sums,
                    parts: scratch.take(parts, of: Double.self)))
            sums += kind.sums * space.keptBlockPoints
        }
        self.reducers = reducers
        registerTable = scratch.take(instructions.count, of: Register<Scalar>.self, threads: threads)
        offsetTable = scratch.take(places.count, of: Int.self, threads: threads)
        fillTable = scratch.take(2 * instructions.count, of: Int.self, threads: threads)
        sumTable = scratch.take(sums, of: Double.self, threads: threads)
        slotTable = scratch.take(registers.count, of: Scalar.self, threads: threads)
    }

    /// Runs all of it.
    func run(_ scratch: Scratch, _ pool: WorkerPool) {
        pool.run(tiles: space.tileCount, tiles(scratch))
        combine(scratch)
    }

    /// - Parameter result: where the only result lies, if not where it was said to.
    func tiles(_ scratch: Scratch, result: Elements<Scalar>? = nil) -> NestTiles<Scalar> {
        NestTiles(nest: self, scratch: scratch, result: result)
    }

    /// A thread's own memory, at the beginning of a tile.
    fileprivate func worker(_ scratch: Scratch, _ worker: Int) -> NestWorker<Scalar> {
        let w = NestWorker(
            registers: registerTable.elements(scratch, worker), offsets: offsetTable.elements(scratch, worker),
            filled: fillTable.elements(scratch, worker), sums: sumTable.elements(scratch, worker),
            slots: slotTable.elements(scratch, worker))
        for index in instructions.indices {
            let slot = w.slots + registers.places[index]
            w.registers[index] = Register(values: slot, step: registers.isUniform[index] ? 0 : 16)
            w.filled[2 * index + 1] = 0
        }
        return w
    }

    /// Turns to a block of a tile, by its number along the kept axes and along the reduced ones.
    fileprivate func aim(_ w: NestWorker<Scalar>, tile: Int, kept: Int, reduced: Int) -> NestBlock {
        var block = NestBlock(points: 1, kept: 1, firstKept: 0)
        var (kept, reduced) = (kept, reduced)
        let (rank, count) = (space.axes.count, places.count)
        for place in 0..<count { w.offsets[place] = 0 }
        for d in stride(from: rank - 1, through: 0, by: -1) {
            let axis = space.axes[d]
            let range = axis.range(ofTile: tile / axis.tileStep % axis.tiles)
            let blocks = (range.count + axis.block - 1) / axis.block
            let number = axis.isReduced ? reduced % blocks : kept % blocks
            let first = range.lowerBound + number * axis.block
            let points = min(axis.block, range.upperBound - first)
            block.points *= points
            if axis.isReduced {
                reduced /= blocks
            } else {
                kept /= blocks
                block.kept *= points
                block.firstKept += first * axis.keptStride
            }
            for place in 0..<count { w.offsets[place] += first * strides[place * rank + d] }
        }
        return block
    }
}

/// A thread's own memory while it computes a tile.
struct NestWorker<Scalar: BLASScalar> {
    let registers: Elements<Register<Scalar>>
    /// How far the block's first point is into each place.
    let offsets: Elements<Int>
    /// Of each value that is loaded, where its register was filled from last, and how many points; 0 if never.
    let filled: Elements<Int>
    let sums: Elements<Double>
    let slots: Elements<Scalar>
}

/// The size of a block, and where its elements of a reduced result are: one after the other.
struct NestBlock {
    var points, kept, firstKept: Int
}

/// The tiles of a run.
struct NestTiles<Scalar: BLASScalar>: TileWork {
    let nest: Nest<Scalar>
    let scratch: Scratch
    let result: Elements<Scalar>?

    func run(tile: Int, worker: Int) {
        let w = nest.worker(scratch, worker)
        let blocks = nest.space.blocks(ofTile: tile)
        for kept in 0..<blocks.kept {
            var block = NestBlock(points: 0, kept: 0, firstKept: 0)
            for reduced in 0..<blocks.reduced {
                block = nest.aim(w, tile: tile, kept: kept, reduced: reduced)
                nest.compute(w, block.points)
                nest.reduce(w, block, isFirst: reduced == 0)
                nest.store(w, block.points, result)
            }
            nest.leaveTotals(w, block, part: nest.space.part(ofTile: tile), scratch)
        }
    }
}
