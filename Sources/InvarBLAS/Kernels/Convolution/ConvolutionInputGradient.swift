import InvarRuntime

extension Convolution {
    /// `dx = Σ dy · w`, over all windows that an input element was read by.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func inputGradient<Scalar: BLASScalar>(
        _ dy: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, _ dx: UnsafeMutablePointer<Scalar>,
        epilogue: LoopEpilogue<Scalar>? = nil, scratch: UnsafeMutableRawPointer, pool: WorkerPool
    ) {
        OpenBLAS.prepare()
        let plan = GatherPlan(shape, .inputGradient)
        let after = epilogue?.tiles(threads: pool.threads)
        let image = shape.h * shape.w
        if shape.isDepthwise {
            pool.run(tiles: shape.n, DepthwiseInputGradient(shape: shape, dy: dy, w: w, dx: dx, epilogue: after))
        } else if shape.isPointwise {
            let forward = GatherPlan(shape, .forward)
            let rows = epilogue?.rows ?? RowTiles(rows: shape.outputPixels, perTile: forward.rows * shape.ow)
            pool.run(
                tiles: rows.count,
                PointwiseInputGradient(shape: shape, rows: rows, dy: dy, w: w, dx: dx, epilogue: after))
        } else if turns {
            let turned = scratch.assumingMemoryBound(to: Scalar.self)
            pool.run(tiles: shape.kh * shape.kw, TurnedWeights(shape: shape, w: w, turned: turned))
            let rest = scratch + Arena.aligned(shape.weightCount * MemoryLayout<Scalar>.stride)
            return Convolution(shape.turned)
                .forward(dy, turned, dx, epilogue: epilogue, scratch: rest, pool: pool)
        } else {
            let rows = epilogue?.rows ?? RowTiles(rows: shape.n * image, perTile: plan.images * image)
            pool.run(
                tiles: rows.count,
                ScatteredInputGradient(
                    shape: shape, plan: plan, rows: rows, dy: dy, w: w, dx: dx,
                    scratch: ThreadScratch(scratch, plan.patchElements), epilogue: after))
        }
        epilogue?.finish(pool)
    }
}

/// Weights `[kh, kw, oc/groups, c]`, turned by 180° and with inputs and outputs exchanged within each group. A tile is one tap.
struct TurnedWeights<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    let w: UnsafePointer<Scalar>
    let turned: UnsafeMutablePointer<Scalar>

    func run(tile tap: Int, worker: Int) {
        let s = shape
        let (inputs, outputs, block) = (s.groupChannels, s.groupOutputs, 16)
        let source = w + (s.kh * s.kw - 1 - tap) * inputs * s.oc
        let target = turned + tap * outputs * s.c
        for group in 0..<s.groups {
            // Squares, so that each cache line that is touched is used whole.
            for left in stride(from: 0, to: inputs, by: block) {
                for top in stride(from: 0, to: outputs, by: block) {
                    for j in top..<min(top + block, outputs) {
                        let line = target + (j &* s.c &+ group &* inputs)
                        let column = source + (group &* outputs &+ j)
                        for i in left..<min(left + block, inputs) { line[i] = column[i &* s.oc] }
                    }
                }
            }
        }
    }
}

struct PointwiseInputGradient<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    let rows: RowTiles
    let dy, w: UnsafePointer<Scalar>
    let dx: UnsafeMutablePointer<Scalar>
    let epilogue: LoopTiles<Scalar>?

    func run(tile: Int, worker: Int) {
        let s = shape
        let (first, pixels) = rows.range(tile)
        for group in 0..<s.groups {
            Scalar.gemm(
                false, true, pixels, s.groupChannels, s.groupOutputs, 1, dy + (first * s.oc + group * s.groupOutputs),
                s.oc,
                w + group * s.groupOutputs, s.oc, 0, dx + (first * s.c + group * s.groupChannels), s.c)
        }
        epilogue?.run(tile: tile, worker: worker)
    }
}

/// Strided: the gradient of the patches, added back to where they were gathered from. A tile owns whole images.
struct ScatteredInputGradient<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    let plan: GatherPlan
    /// Pixels of a tile: whole images.
    let rows: RowTiles
    let dy, w: UnsafePointer<Scalar>
    let dx: UnsafeMutablePointer<Scalar>
    let scratch: ThreadScratch<Scalar>
    let epilogue: LoopTiles<Scalar>?

    func run(tile: Int, worker: Int) {
        let s = shape
        let range = rows.range(tile)
        let (image, images) = (range.first / (s.h * s.w), range.count / (s.h * s.w))
        Patches.zero(dx + image * s.h * s.w * s.c, images * s.h * s.w * s.c)
        let patches = scratch.pointer(worker)
        var row = image * s.oh
        let end = row + images * s.oh
        while row < end {
            let rows = min(plan.rows, end - row)
            for group in 0..<s.groups {
                Scalar.gemm(
                    false, true, rows * s.ow, s.patch, s.groupOutputs, 1,
                    dy + (row * s.ow * s.oc + group * s.groupOutputs), s.oc,
                    w + group * s.groupOutputs, s.oc, 0, patches, s.patch)
                Patches.scatterAdd(s, patches, group: group, firstRow: row, rowCount: rows, into: dx)
            }
            row += rows
        }
        epilogue?.run(tile: tile, worker: worker)
    }
}
