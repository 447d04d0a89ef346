import InvarCompiler
import InvarGraph
import InvarRuntime

/// Max-pooling and its gradient.
struct PoolingLowering {
    private let window: Window
    private let step: Step
    private let element: ElementType

    init(_ window: Window, _ step: Step, _ element: ElementType, _ target: CodeTarget) {
        precondition(
            (step.operands + step.results).allSatisfy(\.isContiguous), "internal: a pooling's tensor has gaps")
        (self.window, self.step, self.element) = (window, step, element)
    }

    /// Operands: x.
    var forward: StepCode {
        let maps = PoolingMaps(window, x: step.operands[0].shape, y: step.results[0].shape, element)
        let tiles = PoolingTiles(images: maps.images, rows: maps.outputHeight, unit: 1, atLeast: 4)
        let kernel = MaxPoolKernel(maps: maps, tiles: tiles)
        return StepCode(phases: [Phase(kernel: kernel, tiles: tiles.count, arguments: [.operand(0), .result(0)])])
    }

    /// Operands: the gradient of the output, and x.
    var gradient: StepCode {
        let maps = PoolingMaps(window, x: step.operands[1].shape, y: step.operands[0].shape, element)
        // Two bands both look at the windows that lie across their border: narrow ones would do much twice.
        let tiles = PoolingTiles(
            images: maps.images, rows: maps.height, unit: window.strides[0], atLeast: 4 * window.kernel[0])
        let kernel = MaxPoolGradientKernel(maps: maps, tiles: tiles)
        var phase = Phase(
            kernel: kernel, tiles: tiles.count, arguments: [.operand(1), .operand(0), .result(0)])
        if kernel.sharesWindows {
            phase.arguments.append(.workers)
            phase.workerBytes = kernel.workerBytes
        }
        return StepCode(phases: [phase])
    }
}

/// How the maps are cut: bands of rows of one image, by shape alone.
struct PoolingTiles: Hashable, Sendable {
    /// Bands of one image, and rows of one band; the last may have fewer.
    let bands, bandRows: Int
    let images, rows: Int

    /// Whole images where there are many, else bands of a multiple of `unit` rows, and of no fewer than given.
    init(images: Int, rows: Int, unit: Int, atLeast few: Int) {
        (self.images, self.rows) = (images, rows)
        let wanted = max(1, 64 / max(images, 1))
        let enough = max(few, (rows + wanted - 1) / wanted)
        bandRows = (enough + unit - 1) / unit * unit
        bands = (rows + bandRows - 1) / bandRows
    }

    var count: Int { images * bands }

    /// The image of a tile, and its rows.
    func place(_ tile: IRValue, _ b: IRBuilder) -> (image: IRValue, first: IRValue, end: IRValue) {
        let first = b.multiply(b.remainder(tile, bands), bandRows)
        return (b.divide(tile, bands), first, b.minimum(b.add(first, b.int(bandRows)), b.int(rows)))
    }
}
