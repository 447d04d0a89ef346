import InvarRuntime

extension Convolution {
    /// `dw = patches(x)ᵀ · dy`. Runs of images are summed apart, then together in their order.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func weightGradient<Scalar: BLASScalar>(
        _ x: UnsafePointer<Scalar>?, _ dy: UnsafePointer<Scalar>, _ dw: UnsafeMutablePointer<Scalar>,
        prologue: LoopPrologue<Scalar>? = nil, epilogue: LoopEpilogue<Scalar>? = nil, scratch: UnsafeMutableRawPointer,
        pool: WorkerPool
    ) {
        OpenBLAS.prepare()
        precondition(epilogue?.rows == nil, "internal: an epilogue of other tiles")
        sumOverImages(input(x, prologue, .weightGradient, pool), dy, dw, scratch, pool)
        epilogue?.finish(pool)
    }

    @inline(__always)
    private func sumOverImages<Scalar: BLASScalar>(
        _ input: ConvolutionInput<Scalar>, _ dy: UnsafePointer<Scalar>, _ dw: UnsafeMutablePointer<Scalar>,
        _ scratch: UnsafeMutableRawPointer, _ pool: WorkerPool
    ) {
        let plan = GatherPlan(shape, .weightGradient)
        guard plan.tiles > 0, shape.outputPixels > 0 else { return Patches.zero(dw, shape.weightCount) }
        let sums = WeightSums(
            count: shape.weightCount, partials: plan.partials, target: dw,
            scratch: scratch + plan.bytes(pool.threads, MemoryLayout<Scalar>.stride))
        if shape.isDepthwise {
            pool.run(
                tiles: plan.tiles,
                DepthwiseWeightGradient(shape: shape, images: plan.images, input: input, dy: dy, sums: sums))
        } else {
            pool.run(
                tiles: plan.tiles,
                GatheredWeightGradient(
                    shape: shape, plan: plan, input: input, dy: dy, sums: sums,
                    scratch: ThreadScratch(scratch, plan.patchElements)))
        }
        if plan.partials > 0 { pool.run(tiles: sums.tiles, sums) }
    }
}

/// Copies of the weights' gradient, one per run of images, and their sum.
struct WeightSums<Scalar: BLASScalar>: TileWork {
    let count, partials: Int
    let target: UnsafeMutablePointer<Scalar>
    let scratch: UnsafeMutableRawPointer

    /// Elements that one tile sums.
    static var block: Int { 4096 }
    var tiles: Int { (count + Self.block - 1) / Self.block }

    func partial(_ index: Int) -> UnsafeMutablePointer<Scalar> {
        if partials == 0 { return target }
        return (scratch + index * Arena.aligned(count * MemoryLayout<Scalar>.stride)).assumingMemoryBound(
            to: Scalar.self)
    }

    func run(tile: Int, worker: Int) {
        let first = tile * Self.block
        let length = min(Self.block, count - first)
        Patches.copy(target + first, partial(0) + first, length)
        for index in 1..<max(partials, 1) { Patches.add(target + first, partial(index) + first, length) }
    }
}

struct GatheredWeightGradient<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    let plan: GatherPlan
    let input: ConvolutionInput<Scalar>
    let dy: UnsafePointer<Scalar>
    let sums: WeightSums<Scalar>
    let scratch: ThreadScratch<Scalar>

    func run(tile: Int, worker: Int) {
        let s = shape
        let (first, end) = (tile * plan.images, min(s.n, (tile + 1) * plan.images))
        let atOnce = input.imagesAtOnce ?? plan.images
        for image in stride(from: first, to: end, by: atOnce) {
            let last = min(end, image + atOnce)
            let x = input.read(image, last - image, worker: worker)
            var row = image * s.oh
            while row < last * s.oh {
                let rows = min(plan.rows, last * s.oh - row)
                add(x, row, rows, sums.partial(tile), isFirst: row == first * s.oh, worker)
                row += rows
            }
        }
    }

    @inline(__always)
    private func add(
        _ x: UnsafePointer<Scalar>, _ row: Int, _ rows: Int, _ sum: UnsafeMutablePointer<Scalar>, isFirst: Bool,
        _ worker: Int
    ) {
        let s = shape
        let (pointwise, columns, pixels) = (s.isPointwise, s.gathersColumns, rows * s.ow)
        let patches = scratch.pointer(worker)
        for group in 0..<s.groups {
            var source = UnsafePointer(patches)
            var distance = columns ? pixels : s.patch
            if pointwise {
                source = x + (row * s.ow * s.c + group * s.groupChannels)
                distance = s.c
            } else if columns {
                Patches.gatherColumns(s, x, group: group, firstRow: row, rowCount: rows, into: patches)
            } else {
                Patches.gatherRows(s, x, group: group, firstRow: row, rowCount: rows, into: patches)
            }
            Scalar.gemm(
                !columns, false, s.patch, s.groupOutputs, pixels, 1, source, distance,
                dy + (row * s.ow * s.oc + group * s.groupOutputs), s.oc, isFirst ? 0 : 1,
                sum + group * s.groupOutputs, s.oc)
        }
    }
}
