import CZlib
import Foundation

/// The idx format of MNIST: two zero bytes, the element type, the rank, the sizes (32 bits, big-endian),
/// then the values. Plain or .gz; unsigned bytes only.
package struct IdxFile: Sendable {
    package let path: String
    package let shape: [Int]
    package let bytes: [UInt8]

    /// Deflate cannot do better than this, so a header that claims more is wrong.
    private static let largestRatio = 1032
    private static let piece = 1 << 20

    /// - Throws: `DataError` for a file that cannot be read, is another format, is cut short or too long.
    package init(path: String, rank: Int) throws {
        self.path = path
        let size = try ByteFile(path).size
        // zlib reads a file that is not compressed as it is
        guard let stream = gzopen(path, "rb") else { throw DataError.system(path, "cannot be opened") }
        defer { gzclose_r(stream) }
        gzbuffer(stream, 1 << 17)
        let header = try IdxFile.read(stream, path, count: 4 + 4 * rank)
        guard header.count == 4 + 4 * rank, header[0] == 0, header[1] == 0 else {
            throw DataError(path, "is not an idx file; give the files of MNIST's format, plain or .gz")
        }
        guard header[2] == 0x08 else {
            throw DataError(path, "is an idx file of element type \(header[2]); unsigned bytes (8) are wanted")
        }
        guard header[3] == UInt8(rank) else {
            throw DataError(
                path, "is an idx file of rank \(header[3]); \(rank) is wanted. Are images and labels exchanged?")
        }
        shape = (0..<rank).map { axis in header[(4 + 4 * axis)..<(8 + 4 * axis)].reduce(0) { $0 << 8 | Int($1) } }
        let room =
            gzdirect(stream) == 1 ? size : size.multipliedReportingOverflow(by: IdxFile.largestRatio).partialValue
        guard let count = elementCount(shape), count <= room else {
            throw DataError(
                path, "is cut short or damaged: its header claims the sizes \(shape), and the file has \(size) bytes")
        }
        bytes = try IdxFile.read(stream, path, count: count)
        guard bytes.count == count else {
            throw DataError(
                path, "is cut short: \(count) values are announced, \(bytes.count) are there; fetch it again")
        }
        guard try IdxFile.read(stream, path, count: 1).isEmpty else {
            throw DataError(
                path, "is too long: there is more after the \(count) values that are announced; fetch it again")
        }
    }

    /// Up to `count` bytes, taking memory only as they arrive.
    private static func read(_ stream: gzFile, _ path: String, count: Int) throws -> [UInt8] {
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(count, piece))
        while result.count < count {
            let wanted = min(buffer.count, count - result.count)
            let got = buffer.withUnsafeMutableBytes { gzread(stream, $0.baseAddress, UInt32(wanted)) }
            var code: Int32 = 0
            let words = gzerror(stream, &code).map { String(cString: $0) } ?? ""
            guard got >= 0, code == Z_OK || code == Z_STREAM_END else {
                throw DataError(path, "is damaged or cut short (\(words)); fetch it again")
            }
            if got == 0 { break }
            result.append(contentsOf: buffer[..<Int(got)])
        }
        return result
    }
}
