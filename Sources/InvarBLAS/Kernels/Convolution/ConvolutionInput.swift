import InvarRuntime

/// A loop whose result is a convolution's input x: computed image by image where patches are gathered, and never stored whole, unless
/// images are large.
package struct LoopPrologue<Scalar: BLASScalar> {
    let kernel: LoopKernel<Scalar>
    let operands: UnsafePointer<UnsafePointer<Scalar>>
    let scratch: UnsafeMutableRawPointer

    /// - Parameters:
    ///   - kernel: over N×H×W×C, with one stored result; prepared `following` the convolution's `inputRows`.
    ///   - scratch: the convolution's `prologueScratchBytes`, apart from its own.
    package init(
        _ kernel: LoopKernel<Scalar>, operands: UnsafePointer<UnsafePointer<Scalar>>, scratch: UnsafeMutableRawPointer
    ) {
        (self.kernel, self.operands, self.scratch) = (kernel, operands, scratch)
    }
}

extension Convolution {
    /// How a loop that computes the input is cut: into images.
    package var inputRows: ContractionRows {
        ContractionRows(count: shape.n * shape.h * shape.w, unit: shape.h * shape.w, most: shape.h * shape.w)
    }

    /// Bytes of scratch for a loop that computes the input of `pass`.
    package func prologueScratchBytes<Scalar: BLASScalar>(
        _ kernel: LoopKernel<Scalar>, _ pass: ConvolutionPass, threads: Int
    ) -> Int {
        let size = MemoryLayout<Scalar>.stride
        let kernelBytes = kernel.scratchBytes(threads: threads) + threads * Arena.alignment
        if storesInput(kernel, pass) { return kernelBytes + shape.n * imageElements * size }
        return kernelBytes + threads * Arena.aligned(inputImages(pass) * imageElements * size)
    }

    var imageElements: Int { shape.h * shape.w * shape.c }

    /// Images that are computed at once.
    func inputImages(_ pass: ConvolutionPass) -> Int {
        max(1, min(shape.n, GatherPlan(shape, pass).rows / max(shape.oh, 1)))
    }

    /// Whether the whole input is computed first: where images are too large for a worker's scratch.
    func storesInput<Scalar: BLASScalar>(_ kernel: LoopKernel<Scalar>, _ pass: ConvolutionPass) -> Bool {
        let bytes = inputImages(pass) * imageElements * MemoryLayout<Scalar>.stride
        return bytes > 4 << 20 || kernel.rows?.perTile != shape.h * shape.w
    }

    /// Where a pass reads its input from; computes it, if it is to be stored.
    @inline(__always)
    func input<Scalar: BLASScalar>(
        _ x: UnsafePointer<Scalar>?, _ prologue: LoopPrologue<Scalar>?, _ pass: ConvolutionPass, _ pool: WorkerPool
    ) -> ConvolutionInput<Scalar> {
        guard let prologue else {
            guard let x else { preconditionFailure("internal: a convolution of nothing") }
            return ConvolutionInput(map: x)
        }
        let kernel = prologue.kernel
        precondition(kernel.tables.reducers.count == 0, "internal: a reduction before a convolution")
        let pointers = prologue.scratch + kernel.scratchBytes(threads: pool.threads)
        let images = pointers + pool.threads * Arena.alignment
        if storesInput(kernel, pass) {
            let (map, target) = (
                images.assumingMemoryBound(to: Scalar.self),
                pointers.assumingMemoryBound(to: UnsafeMutablePointer<Scalar>.self)
            )
            target.initialize(to: map)
            kernel.run(operands: prologue.operands, results: target, scratch: prologue.scratch, pool: pool)
            return ConvolutionInput(map: map)
        }
        let target = pointers.assumingMemoryBound(to: UnsafeMutablePointer<Scalar>.self)
        return ConvolutionInput(
            tiles: kernel.tiles(prologue.operands, target, prologue.scratch, threads: pool.threads),
            pointers: pointers, images: ThreadScratch(images, inputImages(pass) * imageElements),
            imageElements: imageElements, imagesAtOnce: inputImages(pass))
    }
}

/// A convolution's input: a map in memory, or a loop that computes some of its images when they are needed.
struct ConvolutionInput<Scalar: BLASScalar> {
    private let map: UnsafePointer<Scalar>
    private let tiles: LoopTiles<Scalar>?
    private let pointers: UnsafeMutableRawPointer?
    private let images: ThreadScratch<Scalar>?
    private let imageElements: Int
    /// The most images that may be asked for at once; nil if any number.
    let imagesAtOnce: Int?

    init(map: UnsafePointer<Scalar>) {
        self.map = map
        (tiles, pointers, images, imageElements, imagesAtOnce) = (nil, nil, nil, 0, nil)
    }

    init(
        tiles: LoopTiles<Scalar>, pointers: UnsafeMutableRawPointer, images: ThreadScratch<Scalar>, imageElements: Int,
        imagesAtOnce: Int
    ) {
        map = UnsafePointer(images.pointer(0))
        (self.tiles, self.pointers, self.images) = (tiles, pointers, images)
        (self.imageElements, self.imagesAtOnce) = (imageElements, imagesAtOnce)
    }

    /// Makes images available; what is returned is where image 0 is, or would be.
    @inline(__always)
    func read(_ first: Int, _ count: Int, worker: Int) -> UnsafePointer<Scalar> {
        guard let tiles, let pointers, let images else { return map }
        let base = images.pointer(worker) - first * imageElements
        let target = (pointers + worker * Arena.alignment).assumingMemoryBound(to: UnsafeMutablePointer<Scalar>.self)
        target.initialize(to: base)
        let own = LoopTiles(
            t: tiles.t, operands: tiles.operands, results: target, scratch: tiles.scratch, shared: tiles.shared)
        for image in first..<(first + count) { own.run(tile: image, worker: worker) }
        return UnsafePointer(base)
    }

    /// Makes the images available that some output pixels are computed from.
    @inline(__always)
    func read(_ s: ConvolutionShape, _ pixel: Int, _ pixels: Int, worker: Int) -> UnsafePointer<Scalar> {
        guard tiles != nil else { return map }
        return read(pixel / (s.oh * s.ow), pixels / (s.oh * s.ow), worker: worker)
    }
}
