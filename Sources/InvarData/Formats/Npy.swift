import Foundation

/// NumPy's .npy files, version 1: one array, row-major, little-endian.
package enum NpyFile {
    private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// Nothing for kinds that NumPy does not have.
    private static func descriptor(_ element: StoredTensor.Element) -> String? {
        switch element {
        case .float32: "<f4"
        case .float64: "<f8"
        case .int64: "<i8"
        case .int32: "<i4"
        case .uint8: "|u1"
        case .float16: "<f2"
        case .bool: "|b1"
        case .int8: "|i1"
        case .int16: "<i2"
        case .uint16: "<u2"
        case .uint32: "<u4"
        case .uint64: "<u8"
        case .bfloat16, .float8e4m3, .float8e5m2: nil
        }
    }

    /// - Throws: `DataError` that names the file; what stood there is then still there.
    package static func write(_ tensor: StoredTensor, to path: String) throws {
        guard let descriptor = descriptor(tensor.element) else {
            throw DataError(path, "cannot hold \(tensor.element.rawValue); NumPy has no such numbers")
        }
        let sizes = tensor.shape.map(String.init).joined(separator: ", ")
        let shape = tensor.shape.count == 1 ? "(\(sizes),)" : "(\(sizes))"
        var header = "{'descr': '\(descriptor)', 'fortran_order': False, 'shape': \(shape), }"
        let padding = (64 - (magic.count + 4 + header.utf8.count + 1) % 64) % 64
        header += String(repeating: " ", count: padding) + "\n"
        let length = header.utf8.count
        let start = magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8 & 0xFF)] + Array(header.utf8)
        try AtomicFile.write(to: path) { file in
            try file.append(start)
            try unsafe tensor.withBytes { try unsafe file.append($0) }
        }
    }

    /// The sizes of an array, of which nothing but the header is read.
    /// - Throws: as `read`.
    static func shape(_ path: String) throws -> [Int] { try header(ByteFile(path), path).shape }

    /// - Throws: `DataError` for a file that is not an array of the element types above, row-major.
    package static func read(_ path: String) throws -> StoredTensor {
        let file = try ByteFile(path)
        let header = try header(file, path)
        return try unsafe StoredTensor(shape: header.shape, element: header.element, count: header.count) {
            try unsafe file.read(at: header.length, into: $0)
        }
    }

    private typealias Header = (shape: [Int], element: StoredTensor.Element, count: Int, length: Int)

    private static func header(_ file: ByteFile, _ path: String) throws -> Header {
        let start = try file.read(at: 0, count: min(10, file.size))
        guard start.count == 10, Array(start[..<6]) == magic, start[6] == 1 else {
            throw DataError(path, "is not an .npy file of version 1")
        }
        let length = Int(start[8]) | Int(start[9]) << 8
        let header = String(decoding: try file.read(at: 10, count: length), as: UTF8.self)
        guard
            let element = StoredTensor.Element.allCases.first(where: { element in
                descriptor(element).map { header.contains("'\($0)'") } ?? false
            }),
            header.contains("'fortran_order': False"), let shape = shape(in: header),
            let count = elementCount(shape),
            case let (size, overflow) = count.multipliedReportingOverflow(by: element.size),
            !overflow, size == file.size - 10 - length
        else {
            throw DataError(path, "is cut short, or holds an array that Invar does not read: \(header.prefix(120))")
        }
        return (shape, element, count, 10 + length)
    }

    private static func shape(in header: String) -> [Int]? {
        guard let key = header.range(of: "'shape': ("), let end = header[key.upperBound...].firstIndex(of: ")") else {
            return nil
        }
        var shape: [Int] = []
        for part in header[key.upperBound..<end].split(separator: ",") {
            let digits = part.drop { $0 == " " }
            if digits.isEmpty { continue }
            guard let size = Int(digits) else { return nil }
            shape.append(size)
        }
        return shape
    }
}
