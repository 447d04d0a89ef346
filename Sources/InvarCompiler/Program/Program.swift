import InvarGraph

/// What an executor runs: steps over buffers with known places in one arena. The seam between compiler and executors.
public struct Program: Hashable, Sendable {
    public var name: String
    public var element: ElementType
    public var buffers: [Buffer] = []
    public var steps: [Step] = []
    /// What a caller may read after a step, by name.
    public var outputs: [Output] = []
    /// Size of the arena that all intermediate buffers share, in bytes.
    public var arenaByteCount = 0

    public struct Output: Hashable, Sendable {
        public var name: String
        public var view: View
    }
}

/// A piece of memory with one owner.
public struct Buffer: Hashable, Sendable {
    /// Where it lies.
    public enum Storage: Hashable, Sendable {
        /// Written by the caller before every step.
        case input(String)
        /// Kept from step to step.
        case state(String)
        /// In the arena, this many bytes from its beginning.
        case arena(offset: Int)
    }

    public var storage: Storage
    public var type: TensorType
}

/// A tensor that lies in a buffer: element (i, j, …) is at `offset + i·strides[0] + j·strides[1] + …`.
/// A stride of 0 repeats.
public struct View: Hashable, Sendable {
    public var buffer: Int
    /// In elements.
    public var offset: Int
    public var shape: [Int]
    /// In elements.
    public var strides: [Int]

    /// The whole buffer, row-major.
    public init(buffer: Int, shape: [Int]) {
        self.init(buffer: buffer, offset: 0, shape: shape, strides: contiguousStrides(shape))
    }

    public init(buffer: Int, offset: Int, shape: [Int], strides: [Int]) {
        self.buffer = buffer
        self.offset = offset
        self.shape = shape
        self.strides = strides
    }

    public var count: Int { shape.reduce(1, *) }

    /// Row-major without gaps.
    public var isContiguous: Bool {
        zip(shape, zip(strides, contiguousStrides(shape))).allSatisfy { $0 == 1 || $1.0 == $1.1 }
    }

    /// Elements that it reads from memory: repeated ones count once.
    public var distinctCount: Int { zip(shape, strides).reduce(1) { $0 * ($1.1 == 0 ? 1 : $1.0) } }
}

/// One kernel: an op with its operands and its result.
public struct Step: Hashable, Sendable {
    public var op: Op
    public var operands: [View]
    public var result: View
    /// Path in the architecture.
    public var name: String
    public var site: Site?
    public var isBackward: Bool
    /// Floating-point operations; a multiply-add counts as two.
    public var flops: Int
    /// Bytes that must be read and written at least.
    public var bytes: Int
}

extension Program {
    public var flops: Int { steps.reduce(0) { $0 + $1.flops } }
    public var bytes: Int { steps.reduce(0) { $0 + $1.bytes } }

    /// Names and types of what the caller gives.
    public var inputs: [String: TensorType] {
        buffers.reduce(into: [:]) { if case .input(let name) = $1.storage { $0[name] = $1.type } }
    }

    /// Names and types of what is kept from step to step.
    public var states: [String: TensorType] {
        buffers.reduce(into: [:]) { if case .state(let name) = $1.storage { $0[name] = $1.type } }
    }
}
