import InvarRuntime

extension Convolution {
    /// `y[n, oy, ox, o] = Σ x[n, oy·s + ky - p, ox·s + kx - p, i] · w[ky, kx, i, o]`
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func forward<Scalar: BLASScalar>(
        _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>,
        scratch: UnsafeMutableRawPointer, pool: WorkerPool
    ) {
        OpenBLAS.prepare()
        let plan = GatherPlan(shape, .forward)
        if shape.isDepthwise {
            pool.run(tiles: plan.tiles, DepthwiseForward(shape: shape, rows: plan.rows, x: x, w: w, y: y))
        } else if shape.isPointwise {
            pool.run(tiles: plan.tiles, PointwiseForward(shape: shape, rows: plan.rows, x: x, w: w, y: y))
        } else {
            pool.run(
                tiles: plan.tiles,
                GatheredForward(
                    shape: shape, plan: plan, x: x, w: w, y: y, scratch: ThreadScratch(scratch, plan.patchElements)))
        }
    }
}

/// One patch matrix per worker.
struct ThreadScratch<Scalar: BLASScalar> {
    let base: UnsafeMutableRawPointer
    let bytes: Int

    init(_ base: UnsafeMutableRawPointer, _ elements: Int) {
        self.base = base
        self.bytes = Arena.aligned(elements * MemoryLayout<Scalar>.stride)
    }

    func pointer(_ worker: Int) -> UnsafeMutablePointer<Scalar> {
        (base + worker * bytes).assumingMemoryBound(to: Scalar.self)
    }
}

struct GatheredForward<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    let plan: GatherPlan
    let x, w: UnsafePointer<Scalar>
    let y: UnsafeMutablePointer<Scalar>
    let scratch: ThreadScratch<Scalar>

    func run(tile: Int, worker: Int) {
        let s = shape
        let first = tile * plan.rows
        let rows = min(plan.rows, s.outputRows - first)
        let pixels = rows * s.ow
        let patches = scratch.pointer(worker)
        let columns = s.gathersColumns
        for group in 0..<s.groups {
            if columns {
                Patches.gatherColumns(s, x, group: group, firstRow: first, rowCount: rows, into: patches)
            } else {
                Patches.gatherRows(s, x, group: group, firstRow: first, rowCount: rows, into: patches)
            }
            Scalar.gemm(
                columns, false, pixels, s.groupOutputs, s.patch, 1, patches, columns ? pixels : s.patch,
                w + group * s.groupOutputs, s.oc, 0, y + (first * s.ow * s.oc + group * s.groupOutputs), s.oc)
        }
    }
}

struct PointwiseForward<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    let rows: Int
    let x, w: UnsafePointer<Scalar>
    let y: UnsafeMutablePointer<Scalar>

    func run(tile: Int, worker: Int) {
        let s = shape
        let first = tile * rows * s.ow
        let pixels = min(rows * s.ow, s.outputPixels - first)
        for group in 0..<s.groups {
            Scalar.gemm(
                false, false, pixels, s.groupOutputs, s.groupChannels, 1, x + (first * s.c + group * s.groupChannels),
                s.c,
                w + group * s.groupOutputs, s.oc, 0, y + (first * s.oc + group * s.groupOutputs), s.oc)
        }
    }
}
