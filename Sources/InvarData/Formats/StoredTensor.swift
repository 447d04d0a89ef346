/// A tensor as a file holds it: values of one type, row-major, and a shape.
package struct StoredTensor: Sendable, Hashable {
    package enum Values: Sendable, Hashable {
        case float32([Float])
        case float64([Double])
        case int64([Int64])
        case int32([Int32])
        case uint8([UInt8])
        /// Of a kind that is only read: its bytes as they lie in a file.
        case bytes(Element, [UInt8])
    }

    /// Element types, by their names in safetensors.
    package enum Element: String, Sendable, Hashable, CaseIterable {
        case float32 = "F32"
        case float64 = "F64"
        case int64 = "I64"
        case int32 = "I32"
        case uint8 = "U8"
        case float16 = "F16"
        case bfloat16 = "BF16"
        case float8e4m3 = "F8_E4M3"
        case float8e5m2 = "F8_E5M2"
        case bool = "BOOL"
        case int8 = "I8"
        case int16 = "I16"
        case uint16 = "U16"
        case uint32 = "U32"
        case uint64 = "U64"

        /// Bytes of a value.
        package var size: Int {
            switch self {
            case .float64, .int64, .uint64: 8
            case .float32, .int32, .uint32: 4
            case .float16, .bfloat16, .int16, .uint16: 2
            case .uint8, .int8, .bool, .float8e4m3, .float8e5m2: 1
            }
        }

        /// Whether weights are kept in it: real numbers with 7 bits of mantissa or more.
        package var holdsWeights: Bool {
            switch self {
            case .float32, .float64, .float16, .bfloat16: true
            default: false
            }
        }
    }

    package let shape: [Int]
    package let values: Values

    package init(shape: [Int], _ values: Values) {
        self.shape = shape
        self.values = values
        precondition(elementCount(shape) == count, "internal: \(count) values for the shape \(shape)")
    }

    package init(shape: [Int], _ values: [Float]) { self.init(shape: shape, .float32(values)) }

    package var element: Element {
        switch values {
        case .float32: .float32
        case .float64: .float64
        case .int64: .int64
        case .int32: .int32
        case .uint8: .uint8
        case .bytes(let element, _): element
        }
    }

    package var count: Int {
        switch values {
        case .float32(let v): v.count
        case .float64(let v): v.count
        case .int64(let v): v.count
        case .int32(let v): v.count
        case .uint8(let v): v.count
        case .bytes(let element, let v): v.count / element.size
        }
    }

    /// The values in single precision, whatever they are stored in.
    package var floats: [Float] {
        switch values {
        case .float32(let v): v
        case .float64(let v): v.map { Float($0) }
        case .int64(let v): v.map { Float($0) }
        case .int32(let v): v.map { Float($0) }
        case .uint8(let v): v.map { Float($0) }
        case .bytes(let element, let v): element.floats(v)
        }
    }

    /// The memory as it lies, little-endian.
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        switch values {
        case .float32(let v): try unsafe v.withUnsafeBytes(body)
        case .float64(let v): try unsafe v.withUnsafeBytes(body)
        case .int64(let v): try unsafe v.withUnsafeBytes(body)
        case .int32(let v): try unsafe v.withUnsafeBytes(body)
        case .uint8(let v): try unsafe v.withUnsafeBytes(body)
        case .bytes(_, let v): try unsafe v.withUnsafeBytes(body)
        }
    }

    /// Reads `count` values through `fill`, which gets the uninitialized memory.
    init(
        shape: [Int], element: Element, count: Int, fill: (UnsafeMutableRawBufferPointer) throws -> Void
    ) throws {
        func read<T>(_: T.Type, _ count: Int = count) throws -> [T] {
            try unsafe [T](unsafeUninitializedCapacity: count) { buffer, initialized in
                try unsafe fill(
                    UnsafeMutableRawBufferPointer(
                        rebasing: UnsafeMutableRawBufferPointer(buffer)[..<(count * MemoryLayout<T>.stride)]))
                initialized = count
            }
        }
        let values: Values =
            switch element {
            case .float32: .float32(try read(Float.self))
            case .float64: .float64(try read(Double.self))
            case .int64: .int64(try read(Int64.self))
            case .int32: .int32(try read(Int32.self))
            case .uint8: .uint8(try read(UInt8.self))
            default: .bytes(element, try read(UInt8.self, count * element.size))
            }
        self.init(shape: shape, values)
    }
}

/// The number of elements of a shape; nothing if a size is negative or the product overflows.
func elementCount(_ shape: [Int]) -> Int? {
    var count = 1
    var isEmpty = false
    for size in shape {
        guard size >= 0 else { return nil }
        if size == 0 {
            isEmpty = true
            continue
        }
        let (product, overflow) = count.multipliedReportingOverflow(by: size)
        guard !overflow else { return nil }
        count = product
    }
    return isEmpty ? 0 : count
}
