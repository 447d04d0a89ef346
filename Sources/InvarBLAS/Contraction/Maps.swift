import InvarRuntime

/// The maps that a convolution reads: they lie in memory, or a nest computes some images when they are needed, so that they are
/// never stored whole.
struct Maps<Scalar: BLASScalar> {
    private let memory: UnsafeMutablePointer<Scalar>
    private let prologue: NestTiles<Scalar>?
    private let images: ThreadScratch<Scalar>?
    private let imageElements: Int

    init(_ memory: UnsafeMutablePointer<Scalar>) {
        (self.memory, prologue, images, imageElements) = (memory, nil, nil, 0)
    }

    /// - Parameters:
    ///   - prologue: one tile is one image.
    ///   - images: room for as many as are asked for at once.
    init(_ prologue: NestTiles<Scalar>, _ images: ThreadScratch<Scalar>, imageElements: Int) {
        memory = images.pointer(prologue.scratch, 0)
        (self.prologue, self.images, self.imageElements) = (prologue, images, imageElements)
    }

    /// Makes some images available; what is returned is where image 0 is, or would be.
    @inline(__always)
    func read(_ range: Range<Int>, worker: Int) -> UnsafeMutablePointer<Scalar> {
        guard let prologue, let images else { return memory }
        let first = images.pointer(prologue.scratch, worker) - range.lowerBound * imageElements
        let own = prologue.nest.tiles(prologue.scratch, result: first)
        for image in range { own.run(tile: image, worker: worker) }
        return first
    }
}
