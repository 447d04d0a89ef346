import InvarGraph

/// What an executor runs: steps over buffers with known places in one arena. The seam between compiler and executors.
public struct Program: Hashable, Sendable {
    /// The graph's.
    public var name: String
    /// Of every buffer.
    public var element: ElementType
    /// The memory; views name a buffer by its number here.
    public var buffers: [Buffer] = []
    /// What the caller writes before every step, by name.
    public var inputs: [NamedView] = []
    /// What is kept from step to step, by name.
    public var states: [NamedView] = []
    /// What is carried out, in this order.
    public var steps: [Step] = []
    /// What a caller may read after a step, by name.
    public var outputs: [NamedView] = []
    /// Size of the arena that all intermediate buffers share, in bytes.
    public var arenaByteCount = 0

    /// A tensor that callers know by a name.
    public struct NamedView: Hashable, Sendable {
        /// The input's, state's or output's.
        public var name: String
        /// Where it lies.
        public var view: View
    }
}

/// A piece of memory: one tensor, or several side by side.
public struct Buffer: Hashable, Sendable {
    /// Where it lies.
    public enum Storage: Hashable, Sendable {
        /// Written by the caller before every step.
        case input
        /// Kept from step to step.
        case state
        /// In the arena, this many bytes from its beginning.
        case arena(offset: Int)
    }

    /// Where it lies.
    public var storage: Storage
    /// Of the whole buffer.
    public var type: TensorType
}

/// A tensor that lies in a buffer: element (i, j, …) is at `offset + i·strides[0] + j·strides[1] + …`.
/// A stride of 0 repeats.
public struct View: Hashable, Sendable {
    /// The buffer's number.
    public var buffer: Int
    /// In elements.
    public var offset: Int
    /// How many elements lie along each axis.
    public var shape: [Int]
    /// In elements.
    public var strides: [Int]

    /// The whole buffer, row-major.
    public init(buffer: Int, shape: [Int]) {
        self.init(buffer: buffer, offset: 0, shape: shape, strides: contiguousStrides(shape))
    }

    /// A tensor in a buffer; `offset` and `strides` are in elements.
    public init(buffer: Int, offset: Int, shape: [Int], strides: [Int]) {
        self.buffer = buffer
        self.offset = offset
        self.shape = shape
        self.strides = strides
    }

    /// Elements, repeated ones counted each time.
    public var count: Int { shape.reduce(1, *) }

    /// Row-major without gaps.
    public var isContiguous: Bool {
        zip(shape, zip(strides, contiguousStrides(shape))).allSatisfy { $0 == 1 || $1.0 == $1.1 }
    }

    /// Elements that it reads from memory: repeated ones count once.
    public var distinctCount: Int { zip(shape, strides).reduce(1) { $0 * ($1.1 == 0 ? 1 : $1.0) } }
}

/// One kernel, with what it reads and writes.
public struct Step: Hashable, Sendable {
    /// What is computed.
    public var kernel: Kernel
    /// What it reads, by the numbers that the kernel uses.
    public var operands: [View]
    /// What it writes, by the numbers that the kernel uses.
    public var results: [View]
    /// Path in the architecture.
    public var name: String
    /// The line of the architecture that it comes from; nil where there is none.
    public var site: Site?
    /// Whether it belongs to the gradients.
    public var isBackward: Bool
    /// Floating-point operations; a multiply-add counts as two.
    public var flops: Int
    /// Bytes that must be read and written at least.
    public var bytes: Int

    /// A step; FLOPs and bytes are counted here.
    public init(
        _ kernel: Kernel, _ operands: [View], _ results: [View], of element: ElementType, name: String = "",
        site: Site? = nil, isBackward: Bool = false
    ) {
        (self.kernel, self.operands, self.results) = (kernel, operands, results)
        (self.name, self.site, self.isBackward) = (name, site, isBackward)
        flops = kernel.flops(operands, results)
        let read = Set(operands).reduce(0) { $0 + $1.distinctCount }
        let written = results.reduce(0) { $0 + $1.count }
        bytes = kernel.phase == .finish ? 0 : (read + written) * element.byteCount
    }
}

extension Step {
    /// Bytes that a rank sends for it at least: 0 for all but collectives, whose start has them.
    public func sentBytes(of element: ElementType) -> Int {
        if kernel.phase == .finish { return 0 }
        let whole = (operands + results).map(\.count).max() ?? 0
        return kernel.collective?.sentBytes(ofWhole: whole * element.byteCount) ?? 0
    }
}

extension Program {
    /// Bytes that a rank sends in all, at least: 0 where there are no other ranks.
    public var sentBytes: Int { steps.reduce(0) { $0 + $1.sentBytes(of: element) } }
    /// Steps in which ranks exchange something.
    public var collectiveCount: Int { steps.count { $0.sentBytes(of: element) > 0 } }

    /// Floating-point operations of all steps; a multiply-add counts as two.
    public var flops: Int { steps.reduce(0) { $0 + $1.flops } }
    /// Bytes that all steps must read and write at least.
    public var bytes: Int { steps.reduce(0) { $0 + $1.bytes } }

    /// Names and types of what the caller gives.
    public var inputTypes: [String: TensorType] { types(inputs) }
    /// Names and types of what is kept from step to step.
    public var stateTypes: [String: TensorType] { types(states) }

    private func types(_ named: [NamedView]) -> [String: TensorType] {
        named.reduce(into: [:]) { $0[$1.name] = TensorType($1.view.shape, element) }
    }

    /// Bytes of arena, inputs and state: what a session allocates, but for kernels' scratch.
    public var byteCount: Int {
        buffers.reduce(arenaByteCount) { total, buffer in
            if case .arena = buffer.storage { total } else { total + buffer.type.byteCount }
        }
    }
}
