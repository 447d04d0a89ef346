import CArchive
import Foundation

/// What one tar file holds: each member's path and where its bytes lie, found without reading them.
struct TarShard: Sendable, Hashable {
    struct Member: Sendable, Hashable {
        let path: String
        let offset: Int
        let length: Int
    }

    let members: [Member]

    /// - Throws: `DataError` for a file that is no tar file, is compressed, or is cut short.
    init(path: String) throws {
        let file = try ByteFile(path)
        guard let archive = archive_read_new() else { throw DataError(path, "cannot be read: there is no memory") }
        defer { archive_read_free(archive) }
        archive_read_support_filter_all(archive)
        archive_read_support_format_tar(archive)
        guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else {
            throw TarShard.fault(path, archive)
        }
        var members: [Member] = []
        var entry: OpaquePointer?
        var end = 0
        while true {
            let code = archive_read_next_header(archive, &entry)
            if code == ARCHIVE_EOF { break }
            guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry else { throw TarShard.fault(path, archive) }
            guard archive_filter_code(archive, 0) == ARCHIVE_FILTER_NONE else {
                throw DataError(
                    path, "is compressed, so that its images cannot be found one by one; unpack it to a plain tar file")
            }
            guard archive_entry_filetype(entry) == S_IFREG, archive_entry_hardlink(entry) == nil,
                let name = archive_entry_pathname(entry)
            else { continue }
            let offset = Int(archive_filter_bytes(archive, 0))
            let length = Int(archive_entry_size(entry))
            guard length >= 0, offset <= file.size, length <= file.size - offset else { throw TarShard.cutShort(path) }
            let member = Member(path: String(cString: name), offset: offset, length: length)
            if members.isEmpty { try TarShard.check(member, archive, file) }
            end = offset + length
            members.append(member)
        }
        try TarShard.checkEnd(file, after: end)
        self.members = members
    }

    /// Where libarchive stands is where the data lies: held against what it reads there, once a file.
    private static func check(_ member: Member, _ archive: OpaquePointer, _ file: ByteFile) throws {
        let count = min(member.length, 512)
        var bytes = [UInt8](repeating: 0, count: max(count, 1))
        let got = archive_read_data(archive, &bytes, count)
        guard got == count, try file.read(at: member.offset, count: count) == Array(bytes[..<count]) else {
            throw DataError(
                file.path, "holds \(member.path) in a form that is not read (sparse?); write it again with tar")
        }
    }

    /// A tar file ends with 1024 zero bytes. Without them it may have been cut between two members.
    private static func checkEnd(_ file: ByteFile, after end: Int) throws {
        let start = (end + 511) / 512 * 512
        guard file.size >= start + 1024, try file.read(at: start, count: 512).allSatisfy({ $0 == 0 }) else {
            // members that are no files may follow the last file
            guard file.size >= 1024, try file.read(at: file.size - 1024, count: 1024).allSatisfy({ $0 == 0 }) else {
                throw cutShort(file.path)
            }
            return
        }
    }

    private static func cutShort(_ path: String) -> DataError {
        DataError(path, "is a tar file that is cut short: its end is missing; fetch it again")
    }

    private static func fault(_ path: String, _ archive: OpaquePointer) -> DataError {
        let words = archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
        return DataError(path, "is not a tar file, or is damaged (\(words)); fetch it again")
    }
}
