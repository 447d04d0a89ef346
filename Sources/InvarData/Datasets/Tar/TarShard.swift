import CArchive
import Foundation

/// What one tar file holds: each member's path and where its bytes lie, found without reading them.
struct TarShard: Sendable, Hashable {
    struct Member: Sendable, Hashable {
        /// As the archive has it.
        let path: String
        let offset: Int
        let length: Int
    }

    /// Files, and links to files of the archive: as unpacking would leave them.
    let members: [Member]
    let leftOut: LeftOut

    /// - Throws: `DataError` for a file that is no tar file, is compressed, or is cut short.
    init(_ file: ByteFile) throws {
        let path = file.path
        try TarShard.refuseCompressed(file)
        guard let archive = unsafe archive_read_new() else {
            throw DataError(path, "cannot be read: there is no memory")
        }
        defer { unsafe archive_read_free(archive) }
        unsafe archive_read_support_format_tar(archive)
        guard unsafe path.withPath({ unsafe archive_read_open_filename(archive, $0, 1 << 16) }) == ARCHIVE_OK else {
            throw unsafe TarShard.fault(path, archive)
        }
        var contents = TarContents()
        var entry: OpaquePointer?
        var end = 0
        var isChecked = false
        while true {
            let code = unsafe archive_read_next_header(archive, &entry)
            if code == ARCHIVE_EOF { break }
            guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry = unsafe entry else {
                throw unsafe TarShard.fault(path, archive)
            }
            guard let name = unsafe TarShard.name(entry) else {
                contents.leftOut.add(.nameless)
                continue
            }
            if let target = unsafe archive_entry_hardlink(entry) {
                unsafe contents.add(link: name, to: TarPath(String(path: target)))
                continue
            }
            if let target = unsafe archive_entry_symlink(entry) {
                unsafe contents.add(link: name, to: TarPath(String(path: target), from: TarPath(name)))
                continue
            }
            guard unsafe archive_entry_filetype(entry) == S_IFREG else { continue }
            let offset = unsafe Int(archive_filter_bytes(archive, 0))
            let length = unsafe Int(archive_entry_size(entry))
            guard length >= 0, offset >= 0, offset <= file.size, length <= file.size - offset else {
                throw TarShard.cutShort(path)
            }
            let member = Member(path: name, offset: offset, length: length)
            guard unsafe archive_entry_sparse_count(entry) == 0 else { throw TarShard.notAsItLies(file, member) }
            if !isChecked { try unsafe TarShard.check(member, archive, file) }
            isChecked = true
            end = offset + length
            contents.add(member)
        }
        try TarShard.checkEnd(file, after: end)
        (members, leftOut) = contents.resolved()
    }

    /// In the C locale, which is a program's unless it asks for another, the bytes as they are.
    private static func name(_ entry: OpaquePointer) -> String? {
        unsafe (archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)).map { unsafe String(path: $0) }
    }

    /// By the first bytes. libarchive could unpack it, but not find an image without unpacking all before it.
    private static func refuseCompressed(_ file: ByteFile) throws {
        let start = try file.read(at: 0, count: min(6, file.size))
        let known: [[UInt8]] = [
            [0x1F, 0x8B], [0x1F, 0x9D], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD],
            [0x04, 0x22, 0x4D, 0x18], Array("LZIP".utf8),
        ]
        guard !known.contains(where: start.starts(with:)) else {
            throw DataError(
                file.path,
                "is compressed, so that its images cannot be found one by one; unpack it to a plain tar file, or to folders"
            )
        }
    }

    /// Where libarchive stands is where the data lies: held against what it reads there, once a file.
    private static func check(_ member: Member, _ archive: OpaquePointer, _ file: ByteFile) throws {
        let count = min(member.length, 512)
        var bytes = [UInt8](repeating: 0, count: max(count, 1))
        let got = unsafe archive_read_data(archive, &bytes, count)
        guard got == count, try file.read(at: member.offset, count: count) == Array(bytes[..<count]) else {
            throw notAsItLies(file, member)
        }
    }

    private static func notAsItLies(_ file: ByteFile, _ member: Member) -> DataError {
        DataError(file.path, "holds \(member.path) in a form that is not read (sparse?); write it again with tar")
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
        let words = unsafe archive_error_string(archive).map { unsafe String(path: $0) } ?? "no reason given"
        return DataError(path, "is not a tar file, or is damaged (\(words)); fetch it again")
    }
}
