import func InvarGraph.counted

/// What lies among the images of a set and is not taken: how many of each kind, and names where there are few.
struct LeftOut: Sendable, Hashable {
    enum Reason: String, Sendable, Hashable, CaseIterable {
        case archives, hidden, others, deadLinks, circles, loose, companions, replaced, nameless
    }

    private(set) var counts: [Reason: Int] = [:]
    /// What is taken.
    var media = Media.pictures
    /// With what they are: "the archive set.tar.gz".
    private(set) var names: [String] = []

    mutating func add(_ reason: Reason, _ count: Int = 1) {
        if count > 0 { counts[reason, default: 0] += count }
    }

    mutating func add(_ kind: String, _ names: [String]) {
        guard let first = names.first else { return }
        let more = names.count > 3 ? ", … (\(names.count))" : ""
        self.names.append("\(kind) " + (names.count == 1 ? first : names.prefix(3).joined(separator: ", ") + more))
    }

    /// - Parameter name: with what it is.
    mutating func add(name: String) { names.append(name) }

    mutating func add(_ other: LeftOut) {
        for (reason, count) in other.counts { add(reason, count) }
        names += other.names
    }

    /// In one line; nothing where nothing was left out.
    var words: String? {
        let words = names + Reason.allCases.compactMap { reason in counts[reason].map { self.words(reason, $0) } }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    private func words(_ reason: Reason, _ count: Int) -> String {
        switch reason {
        case .archives: counted(count, "archive") + " (tar, zip)"
        case .hidden: counted(count, "hidden file") + " (.NAME, __MACOSX)"
        case .others: counted(count, "file that is", "files that are") + " no \(media.file) by name"
        case .deadLinks: counted(count, "link that leads", "links that lead") + " nowhere"
        case .circles: counted(count, "link") + " back to a folder that was read already"
        case .loose: counted(count, media.file) + " beside the folders"
        case .companions: counted(count, "picture") + " beside the image of the same key (--image-key chooses)"
        case .replaced: counted(count, "member") + " that a later one of the same path replaces"
        case .nameless: counted(count, "member") + " without a name that can be read"
        }
    }

    /// Names that systems leave behind and nobody means as a picture: `.DS_Store`, `._NAME`, `__MACOSX`.
    static func isHidden(_ name: some StringProtocol) -> Bool {
        name.utf8.first == UInt8(ascii: ".") || name == "__MACOSX"
    }
}

extension ByteWriter {
    mutating func add(_ left: LeftOut) {
        add(left.counts.count)
        for reason in LeftOut.Reason.allCases {
            guard let count = left.counts[reason] else { continue }
            add(reason.rawValue)
            add(count)
        }
        add(left.names)
    }
}

extension ByteReader {
    mutating func leftOut() throws(Damage) -> LeftOut {
        var left = LeftOut()
        for _ in 0..<(try count(ofAtLeast: 16)) {
            guard let reason = LeftOut.Reason(rawValue: try text()), left.counts[reason] == nil else {
                throw Damage(words: "something left out for no reason that there is")
            }
            left.add(reason, try number(upTo: 1 << 40))
        }
        for name in try texts() { left.add(name: name) }
        return left
    }
}
