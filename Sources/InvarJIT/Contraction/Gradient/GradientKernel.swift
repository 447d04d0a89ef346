import InvarGraph

/// A kernel that computes the gradient of a convolution's weights: sums over the pixels of all maps.
///
/// A tile sums one run of units (a *split*) for one block of input channels of one group, into its own copy of the gradient. The
/// copies are added up in their order afterwards, by `sum`.
protocol GradientKernel: ContractionKernel {
    var cut: GradientCut { get }
    /// Of one copy.
    var copyElements: Int { get }
    /// Makes the gradient of the copies; nothing where the only one is the gradient.
    var sum: (any TileKernel)? { get }
}

extension GradientKernel {
    var ownArguments: [ArgumentName] { [.input, .gradient, .copies, .scratch] }
    var epilogue: TileEpilogue? { nil }
    var tiles: Int { cut.groups * cut.splits * cut.blocks }
}

/// How the gradient's sums are dealt to tiles.
struct GradientCut: Hashable {
    let groups: Int
    /// Input channels of a group, and of a block.
    let inputs, blockInputs: Int
    /// Units of the output's gradient (images, or bands of them), how many are staged at a time, and how many runs of such chunks
    /// there are.
    let units, unitsPerChunk: Int
    private(set) var splits = 1

    /// - Parameter splits: so many runs, if there are as many chunks.
    init(groups: Int = 1, inputs: Int, blockInputs: Int, units: Int, unitsPerChunk: Int = 1, splits: Int) {
        (self.groups, self.inputs, self.blockInputs) = (groups, inputs, blockInputs)
        (self.units, self.unitsPerChunk) = (units, unitsPerChunk)
        self.splits = min(chunks, splits)
    }

    var blocks: Int { inputs.parts(of: blockInputs) }
    var chunks: Int { units.parts(of: unitsPerChunk) }
}

/// What a tile sums: chunks of units, for some channels of a group.
struct GradientTile {
    let group, split: Index
    /// The first of so many channels, within the group.
    let channel: Index
    let inputs: Int
    fileprivate let first, end: Index

    /// Units that are staged together: the first of so many, and 0 for the first of the tile, whose sums are written and not added
    /// to.
    struct Chunk {
        let unit: Index
        let units: Int
        let adds: Index
    }
}

extension KernelEmitter {
    func gradientTile(_ cut: GradientCut, _ body: (GradientTile) -> Void) {
        let block = tile % cut.blocks
        let rest = tile / cut.blocks
        let split = cut.groups == 1 && cut.splits > 1 ? rest : rest % cut.splits
        let group = cut.groups == 1 ? .zero : rest / cut.splits
        builder.part(block, of: cut.inputs, by: cut.blockInputs) { inputs in
            // Chunks are dealt to the splits in runs, as evenly as they go.
            let first = split * cut.chunks / cut.splits
            let end = (split + 1) * cut.chunks / cut.splits
            let channel = block * cut.blockInputs
            body(
                GradientTile(group: group, split: split, channel: channel, inputs: inputs, first: first, end: end))
        }
    }

    func eachChunk(of tile: GradientTile, _ cut: GradientCut, _ body: (GradientTile.Chunk) -> Void) {
        builder.loop(from: tile.first, to: tile.end) { chunk in
            let adds = chunk - tile.first
            builder.part(chunk, of: cut.units, by: cut.unitsPerChunk) { units in
                body(GradientTile.Chunk(unit: chunk * cut.unitsPerChunk, units: units, adds: adds))
            }
        }
    }
}
