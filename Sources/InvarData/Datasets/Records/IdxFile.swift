import CZlib
import Foundation

/// The idx format of MNIST: two zero bytes, the element type, the rank, the sizes (32 bits, big-endian),
/// then the values. Plain or .gz; unsigned bytes only.
///
/// Opening reads and checks the header alone; the values are read when they are asked for.
package struct IdxFile: Sendable {
    package let path: String
    package let shape: [Int]
    /// Values that the header announces.
    package let count: Int

    /// Deflate cannot do better than this, so a header that claims more is wrong.
    private static let largestRatio = 1032
    private static let piece = 1 << 20

    private var headerSize: Int { 4 + 4 * shape.count }

    /// - Throws: `DataError` for a file that cannot be read, is another format, or is too short for what it announces.
    package init(path: String, rank: Int) throws {
        self.path = path
        let size = try ByteFile(path).size
        let stream = try Stream(path)
        let header = try stream.read(4 + 4 * rank)
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
        guard shape.dropFirst().allSatisfy({ $0 > 0 }) else {
            throw DataError(
                path,
                "has images of \(shape.dropFirst().map(String.init).joined(separator: "×")) pixels; fetch it again")
        }
        let room = stream.isPlain ? (size, false) : size.multipliedReportingOverflow(by: IdxFile.largestRatio)
        guard let count = elementCount(shape), room.1 || count <= room.0 else {
            throw DataError(
                path, "is cut short or damaged: its header claims the sizes \(shape), and the file has \(size) bytes")
        }
        guard UInt64(count) <= ProcessInfo.processInfo.physicalMemory else {
            throw DataError(
                path,
                "announces \(count >> 20) MiB, and this machine has \(ProcessInfo.processInfo.physicalMemory >> 20); use "
                    + "a folder of images or tar shards, which are read when they are needed")
        }
        self.count = count
    }

    /// All values, row-major.
    /// - Throws: `DataError` where there are fewer or more than the header announces.
    package func read() throws -> [UInt8] {
        let stream = try Stream(path)
        guard try stream.read(headerSize).count == headerSize else {
            throw DataError(path, "became shorter while it was read")
        }
        let bytes = try stream.read(count)
        guard bytes.count == count else {
            throw DataError(
                path, "is cut short: \(count) values are announced, \(bytes.count) are there; fetch it again")
        }
        guard try stream.read(1).isEmpty else {
            throw DataError(
                path, "is too long: there is more after the \(count) values that are announced; fetch it again")
        }
        return bytes
    }

    /// The file as it is unpacked, from its beginning.
    @safe private struct Stream: ~Copyable {
        private let path: String
        private let stream: gzFile

        init(_ path: String) throws {
            // zlib reads a file that is not compressed as it is
            guard let stream = unsafe path.withPath({ unsafe gzopen($0, "rb") }) else {
                throw DataError.system(path, "cannot be opened")
            }
            unsafe gzbuffer(stream, 1 << 17)
            unsafe (self.path, self.stream) = (path, stream)
        }

        deinit { unsafe gzclose_r(stream) }

        /// Whether it is not compressed; known once something was read.
        var isPlain: Bool { unsafe gzdirect(stream) == 1 }

        /// Up to `count` bytes, taking memory only as they arrive.
        func read(_ count: Int) throws -> [UInt8] {
            var result: [UInt8] = []
            // untouched memory costs nothing, and what is announced moves no more
            result.reserveCapacity(count)
            var buffer = [UInt8](repeating: 0, count: min(count, piece))
            while result.count < count {
                let wanted = min(buffer.count, count - result.count)
                let got = unsafe buffer.withUnsafeMutableBytes { unsafe gzread(stream, $0.baseAddress, UInt32(wanted)) }
                var code: Int32 = 0
                let words = unsafe gzerror(stream, &code).map { unsafe String(cString: $0) } ?? ""
                guard got >= 0, code == Z_OK || code == Z_STREAM_END else {
                    throw DataError(path, "is damaged or cut short (\(words)); fetch it again")
                }
                if got == 0 { break }
                result.append(contentsOf: buffer[..<Int(got)])
            }
            return result
        }
    }
}
