import InvarCompiler
import InvarRuntime

/// One side of a contraction: it lies in memory, or a nest computes it, all of it into scratch memory or, of the maps that patches are
/// gathered from, some images when they are needed, so that they are never stored whole.
enum Side<Scalar: BLASScalar> {
    case memory(Elements<Scalar>)
    case computed(Nest<Scalar>, into: ScratchPiece<Scalar>)
    /// A tile of the nest is one image; there is room for as many as are read at once.
    case images(Nest<Scalar>, ScratchPiece<Scalar>)

    init(
        _ operand: Contraction.Operand, mapsOf shape: Convolution?, _ memory: StepMemory<Scalar>,
        _ plan: inout ScratchPlan, _ threads: Int
    ) {
        let nest: LoopNest
        switch operand.origin {
        case .operand(let number):
            self = .memory(memory.operands[number])
            return
        case .prologue(let prologue): nest = prologue
        }
        let elements = shape.map { $0.imagesAtOnce * $0.imageElements } ?? 0
        let image = shape.flatMap { shape in
            elements * MemoryLayout<Scalar>.stride <= 4 << 20
                ? RowLimits(count: shape.n * shape.h * shape.w, unit: shape.h * shape.w, most: shape.h * shape.w)
                    .boxes(of: nest) : nil
        }
        // Where it is written to is said when it runs.
        let prepared = Nest(
            nest, tile: image?.tile, operands: memory.operands, results: [memory.results[0]], scratch: &plan,
            threads: threads)
        self =
            image == nil
            ? .computed(prepared, into: plan.take(nest.points, of: Scalar.self))
            : .images(prepared, plan.take(elements, of: Scalar.self, threads: threads))
    }

    var isImages: Bool { if case .images = self { true } else { false } }

    /// All of it in memory; computes it where it is not there.
    @inline(__always)
    func whole(_ scratch: Scratch, _ pool: WorkerPool) -> Elements<Scalar> {
        switch self {
        case .memory(let elements): return elements
        case .computed(let nest, let place):
            let target = place.elements(scratch)
            pool.run(tiles: nest.space.tileCount, nest.tiles(scratch, result: target))
            return target
        case .images: preconditionFailure("internal: images where a whole side is needed")
        }
    }

    @inline(__always)
    func maps(_ shape: Convolution, _ scratch: Scratch, _ pool: WorkerPool) -> Maps<Scalar> {
        guard case .images(let nest, let images) = self else { return Maps(whole(scratch, pool)) }
        return Maps(images.elements(scratch), (nest.tiles(scratch), images, shape.imageElements))
    }
}

/// The maps that patches are gathered from.
struct Maps<Scalar: BLASScalar> {
    private let memory: Elements<Scalar>
    private let images: (tiles: NestTiles<Scalar>, room: ScratchPiece<Scalar>, elements: Int)?

    init(
        _ memory: Elements<Scalar>,
        _ images: (tiles: NestTiles<Scalar>, room: ScratchPiece<Scalar>, elements: Int)? = nil
    ) {
        (self.memory, self.images) = (memory, images)
    }

    /// Makes some images available; what is returned is where image 0 is, or would be.
    @inline(__always)
    func read(_ range: Range<Int>, worker: Int) -> Elements<Scalar> {
        guard let (tiles, room, elements) = images else { return memory }
        let first = room.elements(tiles.scratch, worker) - range.lowerBound * elements
        let own = tiles.nest.tiles(tiles.scratch, result: first)
        for image in range { own.run(tile: image, worker: worker) }
        return first
    }
}
