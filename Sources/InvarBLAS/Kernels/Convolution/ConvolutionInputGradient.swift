import InvarRuntime

extension Convolution {
    /// `dx = Σ dy · w`, over all windows that an input element was read by.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func inputGradient<Scalar: BLASScalar>(
        _ dy: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, _ dx: UnsafeMutablePointer<Scalar>,
        scratch: UnsafeMutableRawPointer, pool: WorkerPool
    ) {
        OpenBLAS.prepare()
        let plan = GatherPlan(shape, .inputGradient)
        if shape.isDepthwise {
            pool.run(tiles: shape.n, DepthwiseInputGradient(shape: shape, dy: dy, w: w, dx: dx))
        } else if shape.isPointwise {
            let forward = GatherPlan(shape, .forward)
            pool.run(
                tiles: forward.tiles, PointwiseInputGradient(shape: shape, rows: forward.rows, dy: dy, w: w, dx: dx))
        } else if turns {
            let turned = scratch.assumingMemoryBound(to: Scalar.self)
            turnWeights(w, into: turned)
            let rest = scratch + Arena.aligned(shape.weightCount * MemoryLayout<Scalar>.stride)
            Convolution(shape.turned).forward(dy, turned, dx, scratch: rest, pool: pool)
        } else {
            pool.run(
                tiles: plan.tiles,
                ScatteredInputGradient(
                    shape: shape, plan: plan, dy: dy, w: w, dx: dx, scratch: ThreadScratch(scratch, plan.patchElements))
            )
        }
    }

    /// Weights `[kh, kw, oc/groups, c]`, turned by 180° and with inputs and outputs exchanged within each group.
    @inline(__always)
    func turnWeights<Scalar: BLASScalar>(_ w: UnsafePointer<Scalar>, into turned: UnsafeMutablePointer<Scalar>) {
        let s = shape
        let (inputs, outputs) = (s.groupChannels, s.groupOutputs)
        for tap in 0..<(s.kh * s.kw) {
            let source = w + (s.kh * s.kw - 1 - tap) * inputs * s.oc
            let target = turned + tap * outputs * s.c
            for group in 0..<s.groups {
                for j in 0..<outputs {
                    let line = target + (j * s.c + group * inputs)
                    let column = source + (group * outputs + j)
                    for i in 0..<inputs { line[i] = column[i &* s.oc] }
                }
            }
        }
    }
}

struct PointwiseInputGradient<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    let rows: Int
    let dy, w: UnsafePointer<Scalar>
    let dx: UnsafeMutablePointer<Scalar>

    func run(tile: Int, worker: Int) {
        let s = shape
        let first = tile * rows * s.ow
        let pixels = min(rows * s.ow, s.outputPixels - first)
        for group in 0..<s.groups {
            Scalar.gemm(
                false, true, pixels, s.groupChannels, s.groupOutputs, 1, dy + (first * s.oc + group * s.groupOutputs),
                s.oc,
                w + group * s.groupOutputs, s.oc, 0, dx + (first * s.c + group * s.groupChannels), s.c)
        }
    }
}

/// Strided: the gradient of the patches, added back to where they were gathered from. A tile owns whole images.
struct ScatteredInputGradient<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    let plan: GatherPlan
    let dy, w: UnsafePointer<Scalar>
    let dx: UnsafeMutablePointer<Scalar>
    let scratch: ThreadScratch<Scalar>

    func run(tile: Int, worker: Int) {
        let s = shape
        let image = tile * plan.images
        let images = min(plan.images, s.n - image)
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
    }
}
