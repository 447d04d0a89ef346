import InvarRuntime

extension Convolution {
    /// `y[n, oy, ox, o] = Σ x[n, oy·s + ky - p, ox·s + kx - p, i] · w[ky, kx, i, o]`
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func forward<Scalar: BLASScalar>(
        _ x: UnsafePointer<Scalar>?, _ w: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>,
        prologue: LoopPrologue<Scalar>? = nil, epilogue: LoopEpilogue<Scalar>? = nil, scratch: UnsafeMutableRawPointer,
        pool: WorkerPool
    ) {
        OpenBLAS.prepare()
        let plan = GatherPlan(shape, .forward)
        let input = input(x, prologue, .forward, pool)
        let most = input.imagesAtOnce.map { $0 * shape.oh } ?? plan.rows
        let rows = epilogue?.rows ?? RowTiles(rows: shape.outputPixels, perTile: most * shape.ow)
        precondition(
            input.imagesAtOnce == nil
                || (rows.perTile <= most * shape.ow && rows.perTile % (shape.oh * shape.ow) == 0
                    && rows.rows % (shape.oh * shape.ow) == 0),
            "internal: tiles that are not images")
        let after = epilogue?.tiles(threads: pool.threads)
        if shape.isDepthwise {
            pool.run(
                tiles: rows.count, DepthwiseForward(shape: shape, rows: rows, input: input, w: w, y: y, epilogue: after)
            )
        } else if shape.isPointwise {
            pool.run(
                tiles: rows.count, PointwiseForward(shape: shape, rows: rows, input: input, w: w, y: y, epilogue: after)
            )
        } else {
            pool.run(
                tiles: rows.count,
                GatheredForward(
                    shape: shape, rows: rows, rowsAtOnce: plan.rows, input: input, w: w, y: y,
                    scratch: ThreadScratch(scratch, plan.patchElements), epilogue: after))
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
    /// Rows of output whose patches fit the scratch memory.
    let rowsAtOnce: Int
    let input: ConvolutionInput<Scalar>
    let w: UnsafePointer<Scalar>
    let y: UnsafeMutablePointer<Scalar>
    let scratch: ThreadScratch<Scalar>
    let epilogue: LoopTiles<Scalar>?

    func run(tile: Int, worker: Int) {
        let (pixel, pixels) = rows.range(tile)
        let x = input.read(shape, pixel, pixels, worker: worker)
        var row = pixel / shape.ow
        let end = row + pixels / shape.ow
        while row < end {
            let count = min(rowsAtOnce, end - row)
            multiply(x, row, count, worker)
            row += count
        }
        epilogue?.run(tile: tile, worker: worker)
    }

    @inline(__always)
    private func multiply(_ x: UnsafePointer<Scalar>, _ first: Int, _ rows: Int, _ worker: Int) {
        let s = shape
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
    let rows: RowTiles
    let input: ConvolutionInput<Scalar>
    let w: UnsafePointer<Scalar>
    let y: UnsafeMutablePointer<Scalar>
    let epilogue: LoopTiles<Scalar>?

    func run(tile: Int, worker: Int) {
        let s = shape
        let (first, pixels) = rows.range(tile)
        let x = input.read(s, first, pixels, worker: worker)
        for group in 0..<s.groups {
            Scalar.gemm(
                false, false, pixels, s.groupOutputs, s.groupChannels, 1, x + (first * s.c + group * s.groupChannels),
                s.c,
                w + group * s.groupOutputs, s.oc, 0, y + (first * s.oc + group * s.groupOutputs), s.oc)
        }
        epilogue?.run(tile: tile, worker: worker)
    }
}
