import CZlib

/// The file that a `TarIndex` lies in.
///
///     8 bytes   INVARIDX
///     4 bytes   the version of the format
///     4 bytes   CRC-32 of all that follows
///     then      the shards, as `ByteWriter` writes numbers, texts and lists
///
/// Whole numbers have their lowest byte first. A later version begins with the same twelve bytes.
enum TarIndexFile {
    static let version: UInt32 = 1
    private static let magic = Array("INVARIDX".utf8)
    private static let headerSize = 16

    // MARK: writing

    static func bytes(of index: TarIndex) -> [UInt8] {
        var writer = ByteWriter()
        writer.add(index.shards.count)
        for shard in index.shards { write(shard, to: &writer) }
        return header(writer.bytes) + writer.bytes
    }

    /// - Parameter content: what the header is followed by.
    static func header(_ content: some Collection<UInt8>) -> [UInt8] {
        magic + littleEndian(version) + littleEndian(checksum(Array(content)))
    }

    private static func littleEndian(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        unsafe bytes.withUnsafeBufferPointer {
            UInt32(truncatingIfNeeded: unsafe crc32_z(0, $0.baseAddress, $0.count))
        }
    }

    private static func write(_ shard: TarIndex.Shard, to writer: inout ByteWriter) {
        writer.add(shard.name)
        writer.add(shard.size)
        for number in shard.changed { writer.add(number) }
        writer.add(shard.leftOut)
        writer.add(shard.paths)
        writer.add(shard.offsets)
        writer.add(shard.lengths)
        writer.add(shard.classes.isEmpty ? 0 : 1)
        for text in shard.classes {
            writer.add(text == nil ? 0 : 1)
            writer.add(text ?? "")
        }
    }

    // MARK: reading

    /// The file may be anyone's, and damaged: what it says is not believed where it cannot be so.
    /// - Parameter path: what errors name.
    /// - Throws: `DataError` for a file that is no index, is damaged, or is of a later version.
    static func read(_ bytes: [UInt8], _ path: String) throws -> TarIndex {
        guard bytes.starts(with: magic) else {
            throw DataError(path, "is not an index of tar shards; give one that `invar index` wrote, or make it anew")
        }
        guard bytes.count >= headerSize else { throw damaged(path, "it ends in its header") }
        let found = number(bytes[8..<12])
        guard found <= version else {
            throw DataError(
                path,
                "is an index of version \(found), and this Invar reads \(version): a later one made it. Use that one, make the index "
                    + "anew (invar index), or delete it")
        }
        guard found == version else { throw damaged(path, "there is no version \(found)") }
        guard checksum(Array(bytes[headerSize...])) == number(bytes[12..<16]) else {
            throw damaged(path, "its checksum is another; was it cut short?")
        }
        do {
            var reader = ByteReader(bytes, from: headerSize)
            var index = TarIndex()
            for _ in 0..<(try reader.count(ofAtLeast: 32)) { index.shards.append(try shard(&reader)) }
            try reader.end()
            guard Set(index.shards.map { Array($0.name.utf8) }).count == index.shards.count else {
                throw ByteReader.Damage(words: "it has a shard twice")
            }
            return index
        } catch let damage as ByteReader.Damage {
            throw damaged(path, damage.words)
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func damaged(_ path: String, _ words: String) -> DataError {
        DataError(path, "is a damaged index (\(words)); make it anew (invar index), or delete it")
    }

    private static func shard(_ reader: inout ByteReader) throws(ByteReader.Damage) -> TarIndex.Shard {
        let name = try reader.text()
        guard TarFolder.isSoundName(name) else { throw ByteReader.Damage(words: "a shard outside of the directory") }
        let size = try reader.number(upTo: .max)
        let changed = [try reader.number(), try reader.number(upTo: 999_999_999)]
        var shard = TarIndex.Shard(name: name, size: size, changed: changed)
        shard.leftOut = try reader.leftOut()
        shard.paths = try reader.paths()
        shard.offsets = try reader.numbers()
        shard.lengths = try reader.numbers()
        guard shard.offsets.count == shard.count, shard.lengths.count == shard.count else {
            throw ByteReader.Damage(words: "more or fewer places than images")
        }
        guard zip(shard.offsets, shard.lengths).allSatisfy({ $0 >= 0 && $0 <= size && $1 >= 0 && $1 <= size - $0 })
        else { throw ByteReader.Damage(words: "an image outside of its shard") }
        if try reader.number(upTo: 1) == 1 {
            for _ in 0..<shard.count {
                let isThere = try reader.number(upTo: 1) == 1
                let text = try reader.text()
                shard.classes.append(isThere ? text : nil)
            }
        }
        return shard
    }
}
