import InvarRuntime

/// A convolution or one of its gradients, tile by tile.
struct ConvolutionWork<Scalar: BLASScalar>: TileWork {
    let shape: Convolution
    let pass: Convolution.Pass
    /// Pixels of the result; of the weights' gradient, images.
    let tiles: RowTiles
    /// The images that may be read at once.
    let imagesAtOnce: Int
    let x: Maps<Scalar>
    let w, y: Elements<Scalar>
    /// Of the weights' gradient, what each tile sums.
    let sums: WeightSums<Scalar>
    let patches: ScratchPiece<Scalar>
    let scratch: Scratch
    let epilogue: NestTiles<Scalar>?

    func run(tile: Int, worker: Int) {
        let (s, range) = (shape, tiles.range(tile))
        switch pass {
        case .forward:
            forward((range.lowerBound / s.ow)..<(range.upperBound / s.ow), worker)
        case .inputGradient:
            let image = s.h * s.w
            inputGradient((range.lowerBound / image)..<(range.upperBound / image), worker)
        case .weightGradient:
            for first in stride(from: range.lowerBound, to: range.upperBound, by: imagesAtOnce) {
                let images = first..<min(first + imagesAtOnce, range.upperBound)
                weightGradient(images, sums.part(tile), isFirst: first == range.lowerBound, worker)
            }
        }
        epilogue?.run(tile: tile, worker: worker)
    }

    /// `y = patches(x) · w`
    @inline(__always)
    private func forward(_ rows: Range<Int>, _ worker: Int) {
        let s = shape
        let x = x.read((rows.lowerBound / s.oh)..<((rows.upperBound + s.oh - 1) / s.oh), worker: worker)
        if s.isDepthwise {
            (y + rows.lowerBound * s.ow * s.c).fill(0, rows.count * s.ow * s.c)
            return Patches.channels(s, rows) { o, i, tap in (y + o).addProduct(x + i, w + tap, s.c) }
        }
        each(rows) { rows, group in
            let size = ProductSize(m: rows.count * s.ow, n: s.groupOutputs, k: s.patch)
            Matrix.multiply(
                size, gathered(x, group, rows, worker), weights(w, group), into: output(rows, group))
        }
    }

    /// `patches(dx) = dy · wᵀ`, added up where patches overlap.
    @inline(__always)
    private func inputGradient(_ images: Range<Int>, _ worker: Int) {
        let s = shape
        let x = x.read(images, worker: worker)
        let rows = (images.lowerBound * s.oh)..<(images.upperBound * s.oh)
        if !s.isPointwise { (x + images.lowerBound * s.imageElements).fill(0, images.count * s.imageElements) }
        if s.isDepthwise {
            return Patches.channels(s, rows) { o, i, tap in (x + i).addProduct(y + o, w + tap, s.c) }
        }
        each(rows) { rows, group in
            let size = ProductSize(m: rows.count * s.ow, n: s.patch, k: s.groupOutputs)
            let patches = s.isPointwise ? input(x, rows, group) : patchMatrix(worker)
            Matrix.multiply(size, output(rows, group), weights(w, group).transposed, into: patches)
            if !s.isPointwise { Patches.scatter(s, patches.first, group: group, rows: rows, into: x) }
        }
    }

    /// `dw = patches(x)ᵀ · dy`
    @inline(__always)
    private func weightGradient(_ images: Range<Int>, _ sum: Elements<Scalar>, isFirst: Bool, _ worker: Int) {
        let s = shape
        let x = x.read(images, worker: worker)
        let all = (images.lowerBound * s.oh)..<(images.upperBound * s.oh)
        if s.isDepthwise {
            if isFirst { sum.fill(0, s.weightCount) }
            return Patches.channels(s, all) { o, i, tap in (sum + tap).addProduct(x + i, y + o, s.c) }
        }
        each(all) { rows, group in
            let size = ProductSize(m: s.patch, n: s.groupOutputs, k: rows.count * s.ow)
            Matrix.multiply(
                size, gathered(x, group, rows, worker).transposed, output(rows, group), into: weights(sum, group),
                adds: !isFirst || rows.lowerBound > all.lowerBound)
        }
    }

    /// Calls `body` with as many output rows as are gathered at once, for each group.
    @inline(__always)
    private func each(_ rows: Range<Int>, _ body: (_ rows: Range<Int>, _ group: Int) -> Void) {
        for first in stride(from: rows.lowerBound, to: rows.upperBound, by: shape.rowsAtOnce) {
            let some = first..<min(first + shape.rowsAtOnce, rows.upperBound)
            for group in 0..<shape.groups { body(some, group) }
        }
    }

    /// The patches of some output rows.
    @inline(__always)
    private func gathered(_ x: Elements<Scalar>, _ group: Int, _ rows: Range<Int>, _ worker: Int) -> Matrix<Scalar> {
        if shape.isPointwise { return input(x, rows, group) }
        let matrix = patchMatrix(worker)
        Patches.gather(shape, x, group: group, rows: rows, into: matrix.first)
        return matrix
    }

    /// A thread's room for patches.
    @inline(__always)
    private func patchMatrix(_ worker: Int) -> Matrix<Scalar> {
        Matrix(first: patches.elements(scratch, worker), distance: shape.patch)
    }

    /// One group's columns of the weights, or of their gradient.
    @inline(__always)
    private func weights(_ w: Elements<Scalar>, _ group: Int) -> Matrix<Scalar> {
        Matrix(first: w + group * shape.groupOutputs, distance: shape.oc)
    }

    @inline(__always)
    private func output(_ rows: Range<Int>, _ group: Int) -> Matrix<Scalar> {
        Matrix(first: y + (rows.lowerBound * shape.ow * shape.oc + group * shape.groupOutputs), distance: shape.oc)
    }

    /// The same pixels of the maps, where each sees only itself.
    @inline(__always)
    private func input(_ x: Elements<Scalar>, _ rows: Range<Int>, _ group: Int) -> Matrix<Scalar> {
        Matrix(first: x + (rows.lowerBound * shape.w * shape.c + group * shape.groupChannels), distance: shape.c)
    }
}

/// The weights' gradient of each tile of images, and their sum, in order.
struct WeightSums<Scalar: BLASScalar>: TileWork {
    let count, parts: Int
    let target: Elements<Scalar>
    let scratch: Elements<Scalar>

    /// Elements that a tile sums.
    private static var block: Int { 4096 }
    var tileCount: Int { parts > 1 ? (count + Self.block - 1) / Self.block : 0 }

    /// Where a tile of images sums; the first right where the sum is wanted.
    @inline(__always)
    func part(_ index: Int) -> Elements<Scalar> { index == 0 ? target : scratch + (index - 1) * count }

    func run(tile: Int, worker: Int) {
        let first = tile * Self.block
        for index in 1..<parts { (target + first).add(part(index) + first, min(Self.block, count - first)) }
    }
}
