import InvarRuntime

extension Convolution {
    /// `y[n, oy, ox, o] = Σ x[n, oy·s + ky - p, ox·s + kx - p, i] · w[ky, kx, i, o]`
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func forward<Scalar: BLASScalar>(
        _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>,
        epilogue: LoopEpilogue<Scalar>? = nil, scratch: UnsafeMutableRawPointer, pool: WorkerPool
    ) {
        OpenBLAS.prepare()
        let plan = GatherPlan(shape, .forward)
        let rows = epilogue?.rows ?? RowTiles(rows: shape.outputPixels, perTile: plan.rows * shape.ow)
        let after = epilogue?.tiles(threads: pool.threads)
        if shape.isDepthwise {
            pool.run(tiles: rows.count, DepthwiseForward(shape: shape, rows: rows, x: x, w: w, y: y, epilogue: after))
        } else if shape.isPointwise {
            pool.run(tiles: rows.count, PointwiseForward(shape: shape, rows: rows, x: x, w: w, y: y, epilogue: after))
        } else {
            pool.run(
                tiles: rows.count,
                GatheredForward(
                    shape: shape, rows: rows, x: x, w: w, y: y, scratch: ThreadScratch(scratch, plan.patchElements),
                    epilogue: after))
        }
        epilogue?.finish(pool)
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
    /// Pixels of a tile: whole rows of output.
    let rows: RowTiles
    let x, w: UnsafePointer<Scalar>
    let y: UnsafeMutablePointer<Scalar>
    let scratch: ThreadScratch<Scalar>
    let epilogue: LoopTiles<Scalar>?

    func run(tile: Int, worker: Int) {
        let s = shape
        let (pixel, pixels) = rows.range(tile)
        let (first, rows) = (pixel / s.ow, pixels / s.ow)
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
                w + group * s.groupOutputs, s.oc, 0, y + (pixel * s.oc + group * s.groupOutputs), s.oc)
        }
        epilogue?.run(tile: tile, worker: worker)
    }
}

struct PointwiseForward<Scalar: BLASScalar>: TileWork {
    let shape: ConvolutionShape
    let rows: RowTiles
    let x, w: UnsafePointer<Scalar>
    let y: UnsafeMutablePointer<Scalar>
    let epilogue: LoopTiles<Scalar>?

    func run(tile: Int, worker: Int) {
        let s = shape
        let (first, pixels) = rows.range(tile)
        for group in 0..<s.groups {
            Scalar.gemm(
                false, false, pixels, s.groupOutputs, s.groupChannels, 1, x + (first * s.c + group * s.groupChannels),
                s.c,
                w + group * s.groupOutputs, s.oc, 0, y + (first * s.oc + group * s.groupOutputs), s.oc)
        }
        epilogue?.run(tile: tile, worker: worker)
    }
}
