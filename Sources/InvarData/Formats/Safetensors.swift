import Foundation
import InvarGraph

/// A safetensors file: named tensors, a dictionary of strings, and nothing that can be executed.
///
/// Layout: the header's length (8 bytes, little-endian), the header (JSON), the tensors' bytes without gaps.
/// Opening reads and checks the header alone; a tensor's bytes are read when it is asked for.
package struct SafetensorsFile {
    package struct Entry: Sendable, Hashable {
        /// The element type, as the file names it.
        package let dtype: String
        /// Nothing for one that cannot be read: of another tensor of the same file that is no reason to refuse this one.
        package let element: StoredTensor.Element?
        package let shape: [Int]
        /// In bytes from the end of the header.
        package let offsets: Range<Int>
    }

    package let path: String
    package let entries: [String: Entry]
    package let metadata: [String: String]
    /// Names of metadata whose values are no text, as the format wants it: they are passed over.
    package let otherMetadata: [String]
    private let file: ByteFile
    private let dataStart: Int

    /// Names in a fixed order.
    package var names: [String] { entries.keys.sorted() }

    /// The format's own limit.
    static let longestHeader = 100_000_000

    /// - Throws: `DataError` for a file that cannot be read or is not what the format says.
    package init(path: String) throws {
        self.path = path
        file = try ByteFile(path)
        guard file.size >= 8 else { throw DataError(path, "is not a safetensors file: it has \(file.size) bytes") }
        let length = try file.read(at: 0, count: 8).reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(SafetensorsFile.longestHeader), Int(length) <= file.size - 8 else {
            throw DataError(
                path, "is cut short or is not a safetensors file: its header claims \(length) bytes of \(file.size)")
        }
        dataStart = 8 + Int(length)
        let header = try SafetensorsHeader(
            file.read(at: 8, count: Int(length)), path: path, dataSize: file.size - dataStart)
        (entries, metadata, otherMetadata) = (header.entries, header.metadata, header.otherMetadata)
    }

    /// - Throws: `DataError` where there is no such tensor; it names the nearest.
    package func tensor(_ name: String) throws -> StoredTensor {
        guard let entry = entries[name] else {
            throw DataError(path, "holds no tensor \"\(name)\"" + (didYouMean(name, among: names) ?? ""))
        }
        guard let element = entry.element else {
            let known = StoredTensor.Element.allCases.map(\.rawValue).joined(separator: ", ")
            throw DataError(path, "holds \"\(name)\" as \(entry.dtype); Invar reads \(known)")
        }
        let count = entry.offsets.count / element.size
        return try unsafe StoredTensor(shape: entry.shape, element: element, count: count) { buffer in
            try unsafe file.read(at: dataStart + entry.offsets.lowerBound, into: buffer)
        }
    }
}

/// The checked header: every tensor lies within the data, has as many bytes as its shape says, and
/// they follow one another without gap or overlap.
struct SafetensorsHeader {
    private(set) var entries: [String: SafetensorsFile.Entry] = [:]
    private(set) var metadata: [String: String] = [:]
    private(set) var otherMetadata: [String] = []

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct RawEntry: Decodable {
        let dtype: String
        let shape: [Int]
        let data_offsets: [Int]
    }

    private struct Raw: Decodable {
        var entries: [String: RawEntry] = [:]
        var metadata: [String: String?] = [:]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            for key in container.allKeys {
                if key.stringValue == "__metadata__" {
                    let values = try container.nestedContainer(keyedBy: Name.self, forKey: key)
                    for key in values.allKeys {
                        metadata.updateValue(try? values.decode(String.self, forKey: key), forKey: key.stringValue)
                    }
                } else {
                    entries[key.stringValue] = try container.decode(RawEntry.self, forKey: key)
                }
            }
        }
    }

    init(_ bytes: [UInt8], path: String, dataSize: Int) throws {
        guard bytes.first == UInt8(ascii: "{") else {
            throw DataError(path, "is not a safetensors file: its header does not begin with {")
        }
        let raw: Raw
        do {
            raw = try JSONDecoder().decode(Raw.self, from: Data(bytes))
        } catch {
            throw DataError(path, "has a damaged safetensors header (\(SafetensorsHeader.reason(error)))")
        }
        metadata = raw.metadata.compactMapValues(\.self)
        otherMetadata = raw.metadata.keys.filter { metadata[$0] == nil }.sorted()
        for (name, entry) in raw.entries { entries[name] = try SafetensorsHeader.check(entry, name, path) }
        var end = 0
        for (name, entry) in entries.sorted(by: {
            ($0.value.offsets.lowerBound, $0.value.offsets.upperBound, $0.key) < (
                $1.value.offsets.lowerBound, $1.value.offsets.upperBound, $1.key
            )
        }) {
            guard entry.offsets.lowerBound == end else {
                throw DataError(
                    path, "is damaged: tensor \"\(name)\" begins at byte \(entry.offsets.lowerBound), not at \(end)")
            }
            end = entry.offsets.upperBound
        }
        guard end == dataSize else {
            throw DataError(
                path, "is \(end > dataSize ? "cut short" : "too long"): tensors of \(end) bytes, data of \(dataSize)")
        }
    }

    private static func check(_ entry: RawEntry, _ name: String, _ path: String) throws -> SafetensorsFile.Entry {
        let element = StoredTensor.Element(rawValue: entry.dtype)
        let offsets = entry.data_offsets
        guard offsets.count == 2, 0 <= offsets[0], offsets[0] <= offsets[1], let count = elementCount(entry.shape),
            case let (size, overflow) = count.multipliedReportingOverflow(by: element?.size ?? 1), !overflow,
            // how many bytes a value of an unknown kind has is not known
            element == nil || size == offsets[1] - offsets[0]
        else {
            throw DataError(path, "is damaged: tensor \"\(name)\" has shape \(entry.shape) and offsets \(offsets)")
        }
        return SafetensorsFile.Entry(
            dtype: entry.dtype, element: element, shape: entry.shape, offsets: offsets[0]..<offsets[1])
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.dataCorrupted(let context), DecodingError.keyNotFound(_, let context),
            DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            context.debugDescription
        default: "not JSON"
        }
    }
}
