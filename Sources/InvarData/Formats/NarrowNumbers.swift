extension StoredTensor.Element {
    /// Values of kinds that are only read, from their bytes as they lie in a file (little-endian); nothing for kinds that `Values` holds
    /// as numbers.
    func floats(_ bytes: [UInt8]) -> [Float] {
        func word(_ place: Int) -> UInt16 { UInt16(bytes[2 * place]) | UInt16(bytes[2 * place + 1]) << 8 }
        func wide(_ place: Int) -> UInt64 {
            (0..<size).reversed().reduce(0) { $0 << 8 | UInt64(bytes[size * place + $1]) }
        }
        let places = 0..<(bytes.count / size)
        return switch self {
        case .float16: places.map { Float(Float16(bitPattern: word($0))) }
        case .bfloat16: places.map { Float(bitPattern: UInt32(word($0)) << 16) }
        case .float8e4m3: bytes.map(Self.e4m3)
        // the upper half of a float16
        case .float8e5m2: bytes.map { Float(Float16(bitPattern: UInt16($0) << 8)) }
        case .bool: bytes.map { $0 == 0 ? 0 : 1 }
        case .int8: bytes.map { Float(Int8(bitPattern: $0)) }
        case .int16: places.map { Float(Int16(bitPattern: word($0))) }
        case .uint16: places.map { Float(word($0)) }
        case .uint32, .uint64: places.map { Float(wide($0)) }
        case .float32, .float64, .int64, .int32, .uint8: []
        }
    }

    /// A sign, four bits of exponent (bias 7), three of mantissa; no infinities, and one NaN of each sign (OCP 8-bit floating point, E4M3).
    private static func e4m3(_ byte: UInt8) -> Float {
        let (exponent, mantissa) = (Int(byte >> 3 & 0xF), Float(byte & 7))
        if byte & 0x7F == 0x7F { return .nan }
        let size =
            exponent == 0
            ? mantissa / 8 * 0x1p-6 : (1 + mantissa / 8) * Float(sign: .plus, exponent: exponent - 7, significand: 1)
        return byte & 0x80 == 0 ? size : -size
    }
}
