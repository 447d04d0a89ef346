import InvarCompiler
import InvarLinearAlgebra
import InvarRuntime

/// A contraction made ready: how it is cut, the nest that computes an operand, and the nest that follows its tiles or, where these do
/// not suit it, the whole.
final class PreparedContraction<Scalar: BLASScalar> {
    fileprivate enum Kind {
        case product(Product)
        case symmetric(Product)
        case convolution(Convolution, Convolution.Pass)
    }

    /// One of the two sides: it lies in memory, or a nest computes it, all of it into scratch memory or image by image.
    private enum Side {
        case memory(UnsafeMutablePointer<Scalar>)
        case computed(Nest<Scalar>, into: Int)
        case images(Nest<Scalar>, ThreadScratch<Scalar>)
    }

    private let kind: Kind
    private let left, right: Side
    private let result: UnsafeMutablePointer<Scalar>
    private let rows: RowTiles?
    private let epilogue: Nest<Scalar>?
    private let follows: Bool
    private let patches: ThreadScratch<Scalar>
    private let weightSums: Int

    init(_ contraction: Contraction, _ memory: StepMemory<Scalar>, _ plan: inout ScratchPlan, threads: Int) {
        let kind = Self.kind(contraction)
        self.kind = kind
        result = memory.results[contraction.result]
        let sides = contraction.operands.enumerated().map { side, operand in
            Self.side(operand, isMaps: kind.maps == side, kind, memory, &plan, threads)
        }
        (left, right) = (sides[0], sides[1])
        let readsImages = sides.contains { if case .images = $0 { true } else { false } }
        let limits = kind.limits(readsImages: readsImages)
        let boxes = contraction.epilogue.flatMap { limits?.boxes(of: $0.nest) }
        rows = boxes?.rows ?? limits?.tiles
        follows = boxes != nil
        epilogue = contraction.epilogue.map { after in
            Nest(
                after.nest, tile: boxes?.tile,
                source: { memory.source($0, contraction: memory.results[contraction.result]) },
                results: after.results.map { memory.results[$0] }, scratch: &plan, threads: threads)
        }
        if case .convolution(let shape, let pass) = kind {
            patches = ThreadScratch(shape.patchElements, &plan, threads: threads)
            let parts = pass == .weightGradient ? shape.weightTiles.count - 1 : 0
            weightSums = plan.take(parts * shape.weightCount, of: Scalar.self)
        } else {
            (patches, weightSums) = (ThreadScratch(0, &plan, threads: threads), 0)
        }
    }

    private static func kind(_ contraction: Contraction) -> Kind {
        let (left, right, result) = (contraction.left.shape, contraction.right.shape, contraction.shape)
        switch contraction.kind {
        case .product(let transposeA, let transposeB):
            let product = Product(contraction, transposeA: transposeA, transposeB: transposeB)
            return contraction.isSymmetric ? .symmetric(product) : .product(product)
        case .convolution(let window): return .convolution(Convolution(window, x: left, y: result), .forward)
        case .inputGradient(let window):
            return .convolution(Convolution(window, x: result, y: left), .inputGradient)
        case .weightGradient(let window):
            return .convolution(Convolution(window, x: right, y: left), .weightGradient)
        }
    }

    private static func side(
        _ operand: Contraction.Operand, isMaps: Bool, _ kind: Kind, _ memory: StepMemory<Scalar>,
        _ plan: inout ScratchPlan, _ threads: Int
    ) -> Side {
        switch operand.origin {
        case .operand(let number): return .memory(memory.operands[number])
        case .prologue(let nest):
            func prepared(_ tile: [Int]?, into target: UnsafeMutablePointer<Scalar>) -> Nest<Scalar> {
                Nest(
                    nest, tile: tile, source: { memory.source($0, contraction: nil) }, results: [target],
                    scratch: &plan, threads: threads)
            }
            // Where it is written to is said when it runs.
            let target = memory.results[0]
            if isMaps, case .convolution(let shape, _) = kind {
                let image = RowLimits(count: shape.n * shape.h * shape.w, unit: shape.h * shape.w, most: shape.h * shape.w)
                let elements = shape.imagesAtOnce * shape.imageElements
                if let boxes = image.boxes(of: nest), elements * MemoryLayout<Scalar>.stride <= 4 << 20 {
                    return .images(
                        prepared(boxes.tile, into: target), ThreadScratch(elements, &plan, threads: threads))
                }
            }
            let place = plan.take(nest.points, of: Scalar.self)
            return .computed(prepared(nil, into: target), into: place)
        }
    }

    func run(_ scratch: UnsafeMutableRawPointer, _ pool: WorkerPool) {
        OpenBLAS.prepare()
        let after = follows ? epilogue?.tiles(scratch) : nil
        switch kind {
        case .product(let product):
            let tiles = ProductTiles(product)
            let work = ProductWork(
                product: product, tiles: tiles, a: whole(left, scratch, pool), b: whole(right, scratch, pool), c: result)
            if let after, let rows {
                pool.run(tiles: rows.count, ProductRows(work: work, rows: rows, epilogue: after))
            } else {
                pool.run(tiles: product.batch * tiles.rows * tiles.columns, work)
            }
        case .symmetric(let product):
            let work = SymmetricProduct(product, whole(left, scratch, pool), result)
            pool.run(tiles: work.tileCount, work)
        case .convolution(let shape, let pass):
            convolve(shape, pass, after, scratch, pool)
        }
        if follows { epilogue?.combine(scratch, pool) } else { epilogue?.run(scratch, pool) }
    }

    @inline(__always)
    private func convolve(
        _ shape: Convolution, _ pass: Convolution.Pass, _ after: NestTiles<Scalar>?,
        _ scratch: UnsafeMutableRawPointer, _ pool: WorkerPool
    ) {
        let (x, w, y): (Maps<Scalar>, UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>) =
            switch pass {
            case .forward: (maps(left, shape, scratch, pool), whole(right, scratch, pool), result)
            case .inputGradient: (Maps(result), whole(right, scratch, pool), whole(left, scratch, pool))
            case .weightGradient: (maps(right, shape, scratch, pool), result, whole(left, scratch, pool))
            }
        let tiles = rows ?? shape.weightTiles
        let sums = WeightSums(
            count: shape.weightCount, parts: pass == .weightGradient ? tiles.count : 1, target: w,
            scratch: (scratch + weightSums).assumingMemoryBound(to: Scalar.self))
        let work = ConvolutionWork(
            shape: shape, pass: pass, tiles: tiles, imagesAtOnce: shape.imagesAtOnce, x: x, w: w, y: y, sums: sums,
            patches: patches, scratch: scratch, epilogue: after)
        pool.run(tiles: tiles.count, work)
        pool.run(tiles: sums.tileCount, sums)
    }

    /// A side in memory; computes it where it is not there.
    @inline(__always)
    private func whole(
        _ side: Side, _ scratch: UnsafeMutableRawPointer, _ pool: WorkerPool
    ) -> UnsafeMutablePointer<Scalar> {
        switch side {
        case .memory(let pointer): return pointer
        case .computed(let nest, let place):
            let target = (scratch + place).assumingMemoryBound(to: Scalar.self)
            pool.run(tiles: nest.space.tileCount, nest.tiles(scratch, result: target))
            return target
        case .images: preconditionFailure("internal: images where a whole side is needed")
        }
    }

    @inline(__always)
    private func maps(
        _ side: Side, _ shape: Convolution, _ scratch: UnsafeMutableRawPointer, _ pool: WorkerPool
    ) -> Maps<Scalar> {
        switch side {
        case .memory, .computed: Maps(whole(side, scratch, pool))
        case .images(let nest, let images):
            Maps(nest.tiles(scratch), images, imageElements: shape.imageElements)
        }
    }
}

extension PreparedContraction.Kind {
    /// Which side is the maps that patches are gathered of; nil where none are.
    fileprivate var maps: Int? {
        switch self {
        case .product, .symmetric, .convolution(_, .inputGradient): nil
        case .convolution(_, .forward): 0
        case .convolution(_, .weightGradient): 1
        }
    }

    fileprivate func limits(readsImages: Bool) -> RowLimits? {
        switch self {
        case .product(let product): product.limits
        case .symmetric: nil
        case .convolution(let shape, let pass): shape.limits(pass, readsImages: readsImages)
        }
    }
}
