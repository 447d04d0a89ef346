import InvarCompiler
import InvarLinearAlgebra
import InvarRuntime

/// A contraction made ready: how it is cut, the nest that computes an operand, and the nest that follows its tiles or, where these do
/// not suit it, the whole.
final class PreparedContraction<Scalar: BLASScalar> {
    private enum Kind {
        case product(Product)
        case convolution(Convolution, Convolution.Pass)
    }

    private let kind: Kind
    private let left, right: Side<Scalar>
    private let result: Elements<Scalar>
    private let rows: RowTiles?
    private let epilogue: Nest<Scalar>?
    private let follows: Bool
    private let patches, weightSums: ScratchPiece<Scalar>

    init(_ contraction: Contraction, _ memory: StepMemory<Scalar>, _ plan: inout ScratchPlan, threads: Int) {
        let (a, b, c) = (contraction.left, contraction.right, contraction.shape)
        func side(_ operand: Contraction.Operand, mapsOf shape: Convolution? = nil) -> Side<Scalar> {
            Side(operand, mapsOf: shape, memory, &plan, threads)
        }
        let limits: RowLimits?
        switch contraction.kind {
        case .product(let transposeA, let transposeB):
            let product = Product(contraction, transposeA: transposeA, transposeB: transposeB)
            (kind, left, right, limits) = (.product(product), side(a), side(b), product.limits)
        case .convolution(let window):
            let shape = Convolution(window, x: a.shape, y: c)
            (kind, left, right) = (.convolution(shape, .forward), side(a, mapsOf: shape), side(b))
            limits = shape.outputLimits(readsImages: left.isImages)
        case .inputGradient(let window):
            let shape = Convolution(window, x: c, y: a.shape)
            (kind, left, right, limits) = (.convolution(shape, .inputGradient), side(a), side(b), shape.inputLimits)
        case .weightGradient(let window):
            let shape = Convolution(window, x: b.shape, y: a.shape)
            (kind, left, right, limits) = (.convolution(shape, .weightGradient), side(a), side(b, mapsOf: shape), nil)
        }
        if case .convolution(let shape, let pass) = kind {
            patches = plan.take(shape.patchElements, of: Scalar.self, threads: threads)
            let parts = pass == .weightGradient ? shape.weightTiles.count - 1 : 0
            weightSums = plan.take(parts * shape.weightCount, of: Scalar.self)
        } else {
            (patches, weightSums) = (plan.take(0, of: Scalar.self), plan.take(0, of: Scalar.self))
        }
        let own = memory.results[contraction.result]
        let boxes = contraction.epilogue.flatMap { limits?.boxes(of: $0.nest) }
        (result, rows, follows) = (own, boxes?.rows ?? limits?.tiles, boxes != nil)
        epilogue = contraction.epilogue.map { after in
            Nest(
                after.nest, tile: boxes?.tile, operands: memory.operands, contraction: own,
                results: after.results.map { memory.results[$0] }, scratch: &plan, threads: threads)
        }
    }

    func run(_ scratch: Scratch, _ pool: WorkerPool) {
        OpenBLAS.prepare()
        let after = follows ? epilogue?.tiles(scratch) : nil
        switch kind {
        case .product(let product):
            let a = left.whole(scratch, pool)
            let work = ProductWork(
                product: product, a: a, b: product.isSymmetric ? a : right.whole(scratch, pool), c: result,
                rows: follows ? rows : nil, epilogue: after)
            pool.run(tiles: work.rows?.count ?? product.tileCount, work)
        case .convolution(let shape, let pass):
            convolve(shape, pass, after, scratch, pool)
        }
        if follows { epilogue?.combine(scratch) } else { epilogue?.run(scratch, pool) }
    }

    @inline(__always)
    private func convolve(
        _ shape: Convolution, _ pass: Convolution.Pass, _ after: NestTiles<Scalar>?,
        _ scratch: Scratch, _ pool: WorkerPool
    ) {
        let (x, w, y): (Maps<Scalar>, Elements<Scalar>, Elements<Scalar>) =
            switch pass {
            case .forward: (left.maps(shape, scratch, pool), right.whole(scratch, pool), result)
            case .inputGradient: (Maps(result), right.whole(scratch, pool), left.whole(scratch, pool))
            case .weightGradient: (right.maps(shape, scratch, pool), result, left.whole(scratch, pool))
            }
        let tiles = rows ?? shape.weightTiles
        let sums = WeightSums(
            count: shape.weightCount, parts: pass == .weightGradient ? tiles.count : 1, target: w,
            scratch: weightSums.elements(scratch))
        let work = ConvolutionWork(
            shape: shape, pass: pass, tiles: tiles, imagesAtOnce: shape.imagesAtOnce, x: x, w: w, y: y, sums: sums,
            patches: patches, scratch: scratch, epilogue: after)
        pool.run(tiles: tiles.count, work)
        pool.run(tiles: sums.tileCount, sums)
    }
}
