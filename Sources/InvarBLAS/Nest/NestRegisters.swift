import InvarCompiler

/// Where the values of a nest's instructions lie while a block is computed.
///
/// A value that is the same at all points of a block is one vector; any other is as long as a block, in a *slot*, which a later value
/// takes over when nothing reads this one any more.
struct NestRegisters {
    /// Of each value.
    let isUniform: [Bool]
    /// Of each value, in elements from the first slot.
    let places: [Int]
    /// Elements of all slots.
    let count: Int

    init(_ nest: LoopNest, _ space: NestSpace) {
        let results = nest.results.map(\.value)
        let isLoaded = nest.instructions.map { $0.inputs.isEmpty }
        let isUniform = nest.varying.enumerated().map { index, varies in
            !results.contains(index) && zip(varies, space.axes).allSatisfy { !$0 || $1.block == 1 }
        }
        // What is loaded once for many blocks has a slot of its own, and so have results.
        let lastReaders = nest.lastReaders
        let slot = (space.blockPoints + 15) / 16 * 16
        var (places, free, end) = ([Int](), [Int](), 0)
        for index in nest.instructions.indices {
            let done = (0..<index).filter { lastReaders[$0] == index && !isUniform[$0] && !isLoaded[$0] }
            free += done.map { places[$0] }
            if !isUniform[index], !isLoaded[index], let place = free.popLast() {
                places.append(place)
            } else {
                places.append(end)
                end += isUniform[index] ? 16 : slot
            }
        }
        (self.isUniform, self.places, count) = (isUniform, places, end)
    }
}

/// A value of the block that is being computed: one vector after the other, `step` elements apart (16, or 0 where all are equal).
/// There is room for a whole last vector.
struct Register<Scalar: BLASScalar>: BitwiseCopyable {
    let values: Elements<Scalar>
    let step: Int
}
