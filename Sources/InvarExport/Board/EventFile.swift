import Foundation
import InvarData
import SwiftProtobuf

/// A file of events as TensorBoard reads them: records that are only ever added, each with checksums of its length and of its bytes.
///
/// The format is TensorFlow's TFRecord: the length in 8 bytes, its masked CRC-32C, the message, its masked CRC-32C, all little-endian.
struct EventFile: ~Copyable {
    let path: String
    private let descriptor: Int32
    private let calls = FileSystem.calls

    /// Makes a new file in a directory. Its name begins as TensorBoard wants it, and is no other process's.
    ///
    /// - Parameter time: now, in seconds since 1970.
    /// - Throws: `DataError` that names the file.
    init(in directory: String, at time: Double) throws {
        path = "\(directory)/events.out.tfevents.\(Int(time)).invar.\(getpid())"
        descriptor = calls.open(path, O_WRONLY | O_CREAT | O_APPEND)
        guard descriptor >= 0 else { throw DataError.system(path, "cannot be written") }
        try append([.with { ($0.wallTime, $0.fileVersion) = (time, "brain.Event:2") }])
    }

    deinit { _ = calls.close(descriptor) }

    /// - Throws: `DataError` where they cannot be written.
    func append(_ events: [BoardEvent]) throws {
        var bytes: [UInt8] = []
        for event in events { bytes += Self.record(try event.serializedBytes()) }
        try calls.writeAll(bytes, to: descriptor, path)
    }

    static func record(_ message: [UInt8]) -> [UInt8] {
        let length = littleEndian(UInt64(message.count))
        return length + littleEndian(CRC32C.masked(length)) + message + littleEndian(CRC32C.masked(message))
    }

    private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        unsafe withUnsafeBytes(of: value.littleEndian) { unsafe Array($0) }
    }
}

/// The checksum of Castagnoli's polynomial (RFC 3720, appendix B.4).
package enum CRC32C {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0x82F6_3B78 ^ (sum >> 1) : sum >> 1 }
    }

    package static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
    }

    /// As TFRecord has it: turned by 15 bits and moved, since the checksum of bytes with a checksum in them is a poor one.
    package static func masked(_ bytes: some Sequence<UInt8>) -> UInt32 {
        let sum = checksum(bytes)
        return (sum >> 15 | sum << 17) &+ 0xA282_EAD8
    }
}
