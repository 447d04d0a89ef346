import InvarCompiler
import InvarGraph

extension StepCode {
    /// Max-pooling. Operands: x.
    init(maxPool window: Window, _ step: Step, _ element: ElementType) {
        let maps = PoolingMaps(window, step, x: step.operands[0], y: step.results[0], element)
        let bands = PoolingBands(images: maps.images, rows: maps.outputHeight, unit: 1, atLeast: 4)
        let kernel = MaxPoolKernel(maps: maps, bands: bands)
        phases = [Phase(kernel, [.input: .operand(0), .result: .result(0)])]
    }

    /// Its gradient. Operands: the gradient of the output, and x.
    init(maxPoolGradient window: Window, _ step: Step, _ element: ElementType) {
        let maps = PoolingMaps(window, step, x: step.operands[1], y: step.operands[0], element)
        // Two bands both look at the windows that lie across their border: narrow ones would do much twice.
        let bands = PoolingBands(
            images: maps.images, rows: maps.height, unit: window.strides[0], atLeast: 4 * window.kernel[0])
        let kernel = MaxPoolGradientKernel(maps: maps, bands: bands)
        phases = [Phase(kernel, [.input: .operand(1), .gradient: .operand(0), .result: .result(0)])]
    }
}

/// How the maps are cut: bands of rows of one image, by shape alone.
struct PoolingBands: Hashable, Sendable {
    /// Bands of one image, and rows of one band; the last may have fewer.
    let perImage, height: Int
    private let images, rows: Int

    /// Whole images where there are many, else bands of a multiple of `unit` rows, and of no fewer than given.
    init(images: Int, rows: Int, unit: Int, atLeast few: Int) {
        (self.images, self.rows) = (images, rows)
        height = max(few, rows.parts(of: max(1, 64 / max(images, 1)))).rounded(upTo: unit)
        perImage = rows.parts(of: height)
    }

    var count: Int { images * perImage }

    /// The image of a tile, and its rows.
    func place(_ tile: Index) -> (image: Index, first: Index, end: Index) {
        let first = tile % perImage * height
        return (tile / perImage, first, min(first + height, rows))
    }
}
