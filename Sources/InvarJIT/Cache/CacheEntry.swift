/// One compiled kernel on disk: a header, then the object file.
///
///     bytes 0–7    the format's mark
///     bytes 8–39   the kernel's hash
///     bytes 40–47  bytes of the object
///     bytes 48–55  their checksum
package enum CacheEntry {
    static let mark: [UInt8] = Array("INVARK01".utf8)
    static let headerBytes = 56
    /// No kernel is nearly as large.
    static let mostBytes = 64 << 20

    static func name(_ hash: SHA256) -> String { hash.hex + ".kernel" }

    package static func encode(_ object: [UInt8], _ hash: SHA256) -> [UInt8] {
        var bytes = mark + hash.bytes
        bytes.reserveCapacity(headerBytes + object.count)
        for number in [UInt64(object.count), checksum(object[...])] {
            bytes += (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return bytes + object
    }

    /// The object; nil where the bytes are not what was written for this hash.
    package static func decode(_ bytes: [UInt8], _ hash: SHA256) -> [UInt8]? {
        guard bytes.count > headerBytes, bytes.starts(with: mark + hash.bytes) else { return nil }
        func number(_ place: Int) -> UInt64 { (0..<8).reversed().reduce(0) { $0 << 8 | UInt64(bytes[place + $1]) } }
        let object = bytes[headerBytes...]
        guard number(40) == UInt64(object.count), number(48) == checksum(object) else { return nil }
        return Array(object)
    }

    /// Against accidents, not against people (the folder's owner is): each byte is mixed in by a bijection, so that no
    /// single changed byte goes unseen. (FNV-1a)
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// The bytes of a file in the folder; nil where there is none, or it may not be trusted.
    static func read(_ name: String, in folder: CacheFolder) -> [UInt8]? {
        let file = unsafe openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        guard let status = try? checkOwner(file, name), status.st_mode & S_IFMT == S_IFREG,
            status.st_size > headerBytes, status.st_size <= mostBytes
        else { return nil }
        let size = Int(status.st_size)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, let base = buffer.baseAddress {
                let got = unsafe systemRead(file, base + count, size - count)
                if got < 0 && errno == EINTR { continue }
                if got <= 0 { break }
                count += got
            }
        }
        renewAge(file, status)
        return bytes
    }

    /// Notes that the entry is of use, once a day: the oldest are deleted first. That a read-only folder refuses is all right.
    private static func renewAge(_ file: Int32, _ status: stat) {
        if time(nil) - status.st_mtim.tv_sec > 86400 { _ = futimens(file, nil) }
    }
}
