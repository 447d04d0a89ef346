import InvarRuntime

/// A convolution or one of its gradients, tile by tile.
struct ConvolutionWork<Scalar: BLASScalar>: TileWork {
    typealias Pointer = UnsafeMutablePointer<Scalar>

    let shape: Convolution
    let pass: Convolution.Pass
    /// Pixels of the result; of the weights' gradient, images.
    let tiles: RowTiles
    /// The images that may be read at once.
    let imagesAtOnce: Int
    let x: Maps<Scalar>
    let w, y: Pointer
    /// Of the weights' gradient, what each tile sums.
    let sums: WeightSums<Scalar>
    let patches: ThreadScratch<Scalar>
    let scratch: UnsafeMutableRawPointer
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
            Lanes.fill(y + rows.lowerBound * s.ow * s.c, 0, rows.count * s.ow * s.c)
            return Patches.channels(s, rows) { o, i, tap in Lanes.multiplyAdd(y + o, x + i, w + tap, s.c) }
        }
        each(rows) { rows, group in
            let (patches, distance) = gathered(x, group, rows, worker)
            Scalar.gemm(
                false, false, rows.count * s.ow, s.groupOutputs, s.patch, patches, distance,
                w + group * s.groupOutputs, s.oc, output(rows, group), s.oc, adds: false)
        }
    }

    /// `patches(dx) = dy · wᵀ`, added up where patches overlap.
    @inline(__always)
    private func inputGradient(_ images: Range<Int>, _ worker: Int) {
        let s = shape
        let x = x.read(images, worker: worker)
        let rows = (images.lowerBound * s.oh)..<(images.upperBound * s.oh)
        if !s.isPointwise { Lanes.fill(x + images.lowerBound * s.imageElements, 0, images.count * s.imageElements) }
        if s.isDepthwise {
            return Patches.channels(s, rows) { o, i, tap in Lanes.multiplyAdd(x + i, y + o, w + tap, s.c) }
        }
        let matrix = patches.pointer(scratch, worker)
        each(rows) { rows, group in
            Scalar.gemm(
                false, true, rows.count * s.ow, s.patch, s.groupOutputs, output(rows, group), s.oc,
                w + group * s.groupOutputs, s.oc, s.isPointwise ? input(x, rows, group) : matrix,
                s.isPointwise ? s.c : s.patch, adds: false)
            if !s.isPointwise { Patches.scatter(s, matrix, group: group, rows: rows, into: x) }
        }
    }

    /// `dw = patches(x)ᵀ · dy`
    @inline(__always)
    private func weightGradient(_ images: Range<Int>, _ sum: Pointer, isFirst: Bool, _ worker: Int) {
        let s = shape
        let x = x.read(images, worker: worker)
        let all = (images.lowerBound * s.oh)..<(images.upperBound * s.oh)
        if s.isDepthwise {
            if isFirst { Lanes.fill(sum, 0, s.weightCount) }
            return Patches.channels(s, all) { o, i, tap in Lanes.multiplyAdd(sum + tap, x + i, y + o, s.c) }
        }
        each(all) { rows, group in
            let (patches, distance) = gathered(x, group, rows, worker)
            Scalar.gemm(
                true, false, s.patch, s.groupOutputs, rows.count * s.ow, patches, distance, output(rows, group), s.oc,
                sum + group * s.groupOutputs, s.oc, adds: !isFirst || rows.lowerBound > all.lowerBound)
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

    /// The patches of some output rows, and how far apart they are.
    @inline(__always)
    private func gathered(_ x: Pointer, _ group: Int, _ rows: Range<Int>, _ worker: Int) -> (Pointer, Int) {
        if shape.isPointwise { return (input(x, rows, group), shape.c) }
        let matrix = patches.pointer(scratch, worker)
        Patches.gather(shape, x, group: group, rows: rows, into: matrix)
        return (matrix, shape.patch)
    }

    @inline(__always)
    private func output(_ rows: Range<Int>, _ group: Int) -> Pointer {
        y + (rows.lowerBound * shape.ow * shape.oc + group * shape.groupOutputs)
    }

    /// The same pixels of the maps, where each sees only itself.
    @inline(__always)
    private func input(_ x: Pointer, _ rows: Range<Int>, _ group: Int) -> Pointer {
        x + (rows.lowerBound * shape.w * shape.c + group * shape.groupChannels)
    }
}

/// The weights' gradient of each tile of images, and their sum, in order.
struct WeightSums<Scalar: BLASScalar>: TileWork {
    let count, parts: Int
    let target: UnsafeMutablePointer<Scalar>
    let scratch: UnsafeMutablePointer<Scalar>

    /// Elements that a tile sums.
    private static var block: Int { 4096 }
    var tileCount: Int { parts > 1 ? (count + Self.block - 1) / Self.block : 0 }

    /// Where a tile of images sums; the first right where the sum is wanted.
    @inline(__always)
    func part(_ index: Int) -> UnsafeMutablePointer<Scalar> { index == 0 ? target : scratch + (index - 1) * count }

    func run(tile: Int, worker: Int) {
        let first = tile * Self.block
        for index in 1..<parts { Lanes.add(target + first, part(index) + first, min(Self.block, count - first)) }
    }
}
