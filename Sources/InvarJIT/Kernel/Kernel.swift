import InvarGraph

/// Code that computes the tiles of one phase of a step. A value that holds everything that its code depends on, and nothing
/// else: two kernels with one `key` are the same machine code.
protocol TileKernel: Sendable {
    /// For people: `loop.f32.64x1024x32`. Letters, digits, `.`, `_`.
    var name: String { get }
    /// Everything that the code depends on, but the target. It is what the kernel is kept under on disk, so that it must not
    /// change from process to process: no `Set` and no `Dictionary` in it.
    var key: String { get }
    var element: ElementType { get }
    /// The addresses that it works on, in the order of its table.
    var arguments: [ArgumentName] { get }
    var tiles: Int { get }
    /// Scratch memory of one worker, in bytes: a multiple of 64.
    var scratchBytes: Int { get }
    /// Writes the body.
    func emit(_ emitter: KernelEmitter)
}

extension TileKernel {
    var key: String { "\(self)" }
    var scratchBytes: Int { 0 }
}

/// What an address is to the kernel that it is given to.
enum ArgumentName: Hashable, Sendable {
    /// What a kernel reads: a matrix, maps, …
    case input
    /// … what these are multiplied by, packed or as it lies, …
    case weights
    /// … and the gradient of what came of both.
    case gradient
    case result
    /// Parts of a sum, each as large as the result.
    case copies
    /// Sums that tiles leave, to be combined.
    case partials
    /// The workers' memory.
    case scratch
    /// Of a loop by itself, or of a prologue: what it reads.
    case operand(Int)
    /// Of a loop that follows a contraction: what it reads.
    case epilogueOperand(Int)
    /// Of a loop by itself, or of one that follows a contraction: what it writes.
    case root(Int)
}

/// What a kernel's body is written with.
struct KernelEmitter {
    let builder: IRBuilder
    /// Which tile to compute, and who computes it.
    let tile, worker: Index
    let element: ElementType
    private let names: [ArgumentName]
    private let scratchBytes: Int
    private let table: Address

    init(_ builder: IRBuilder, for kernel: any TileKernel, table: Address, tile: Index, worker: Index) {
        (self.builder, self.table, self.tile, self.worker) = (builder, table, tile, worker)
        (element, names, scratchBytes) = (kernel.element, kernel.arguments, kernel.scratchBytes)
    }

    /// The address of this name. To be asked for where the body begins.
    subscript(name: ArgumentName) -> Address {
        guard let place = names.firstIndex(of: name) else { preconditionFailure("internal: no argument \(name)") }
        let address = table.advanced(bytes: Index(8 * place)).loadAddress(of: element)
        return name == .scratch ? address.advanced(bytes: worker * scratchBytes) : address
    }
}
