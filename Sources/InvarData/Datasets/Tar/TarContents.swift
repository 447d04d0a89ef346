/// A path within an archive, taken apart: `./a//b/../c` is a, c.
struct TarPath: Sendable, Hashable {
    let pieces: [String]

    /// - Parameter link: the member that says it, where it is seen from that member's folder.
    init(_ text: String, from link: TarPath? = nil) {
        let slash = UInt8(ascii: "/")
        var found = text.utf8.first == slash ? [] : link?.folders ?? []
        // bytes, since a letter's accent may follow the slash and make another character of it
        for piece in text.utf8.split(separator: slash) {
            switch String(Substring(piece)) {
            case ".": continue
            case "..": if !found.isEmpty { found.removeLast() }
            case let name: found.append(name)
            }
        }
        pieces = found
    }

    var folders: [String] { pieces.dropLast() }
    var name: String { pieces.last ?? "" }
}

/// The members of a tar file while it is walked, as unpacking would leave them: of one path the last stays, links are
/// what they lead to, and what systems hide is no member.
struct TarContents {
    private enum Entry {
        case file(TarShard.Member)
        case link(path: String, target: TarPath)
    }

    var leftOut = LeftOut()
    private var entries: [Entry?] = []
    private var places: [TarPath: Int] = [:]

    mutating func add(_ member: TarShard.Member) { add(.file(member), at: TarPath(member.path)) }

    mutating func add(link: String, to target: TarPath) { add(.link(path: link, target: target), at: TarPath(link)) }

    private mutating func add(_ entry: Entry, at path: TarPath) {
        guard !path.pieces.contains(where: LeftOut.isHidden) else { return leftOut.add(.hidden) }
        if let earlier = places.updateValue(entries.count, forKey: path) {
            entries[earlier] = nil
            leftOut.add(.replaced)
        }
        entries.append(entry)
    }

    func resolved() -> (members: [TarShard.Member], leftOut: LeftOut) {
        var left = leftOut
        var members: [TarShard.Member] = []
        for case let entry? in entries {
            switch entry {
            case .file(let member): members.append(member)
            case .link(let path, let target):
                if let file = file(target) {
                    members.append(TarShard.Member(path: path, offset: file.offset, length: file.length))
                } else {
                    left.add(.deadLinks)
                }
            }
        }
        left.add(.others, members.count { !FolderListing.isPicture($0.path) && !$0.path.hasSuffix(".cls") })
        return (members, left)
    }

    /// What a link leads to. Links may lead to links, but not for ever.
    private func file(_ target: TarPath) -> TarShard.Member? {
        var target = target
        for _ in 0..<40 {
            guard let place = places[target], let entry = entries[place] else { return nil }
            switch entry {
            case .file(let member): return member
            case .link(_, let next): target = next
            }
        }
        return nil
    }
}
