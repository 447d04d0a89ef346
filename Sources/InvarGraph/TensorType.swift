/// The element types a tensor may have; a graph has one. Masks are tensors of 0 and 1 in the type of what they were computed from.
public enum ElementType: String, Hashable, Sendable, CaseIterable {
    case float32 = "f32"
    case float64 = "f64"

    /// Size of one element in bytes.
    public var byteCount: Int {
        switch self {
        case .float32: 4
        case .float64: 8
        }
    }
}

/// Shape (outermost dimension first) and element type of a tensor. A scalar has the shape `[]`.
public struct TensorType: Hashable, Sendable, CustomStringConvertible {
    /// In what the elements are kept.
    public var element: ElementType
    /// Outermost axis first.
    public var shape: [Int]

    /// - Parameters:
    ///   - shape: outermost axis first; each size at least 1.
    ///   - element: in what the elements are kept.
    public init(_ shape: [Int], _ element: ElementType = .float32) {
        self.shape = shape
        self.element = element
    }

    /// The number of axes.
    public var rank: Int { shape.count }
    /// Number of elements.
    public var count: Int { shape.reduce(1, *) }
    /// Size of all elements in bytes.
    public var byteCount: Int { count * element.byteCount }

    package func with(shape: [Int]) -> TensorType { TensorType(shape, element) }

    /// `f32[256,28,28,1]`
    public var description: String {
        element.rawValue + "[" + shape.map(String.init).joined(separator: ",") + "]"
    }
}

/// Row-major strides, in elements, of a contiguous tensor of this shape.
package func contiguousStrides(_ shape: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in stride(from: shape.count - 2, through: 0, by: -1) {
        strides[axis] = strides[axis + 1] * max(shape[axis + 1], 1)
    }
    return strides
}
