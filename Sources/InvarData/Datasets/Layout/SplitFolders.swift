/// The names by which folders, shards and members say of which split they are, in any case.
struct SplitWord {
    let split: Dataset.Split
    /// Of several folders for the test the lowest is taken.
    let rank: Int

    init?(_ word: some StringProtocol) {
        switch word.lowercased() {
        case "train", "training": (split, rank) = (.train, 0)
        case "test", "testing": (split, rank) = (.test, 0)
        case "val", "valid", "validation": (split, rank) = (.test, 1)
        case "dev": (split, rank) = (.test, 2)
        case "unlabeled", "unlabelled": (split, rank) = (.unlabeled, 0)
        default: return nil
        }
    }
}

/// Which folders of a set are its splits. The others are classes, or are left out.
///
/// A folder named `train` may be a split or a class of vehicles: it is a split where all folders with images have such
/// names, or where there are one for training and one for the test and their images lie in further folders. Where neither
/// is so and it is no class among others, only a person knows.
struct SplitFolders: Sendable, Hashable {
    struct Candidate: Sendable, Hashable {
        let name: String
        /// Whether images lie right in it.
        let isFlat: Bool
    }

    private(set) var folders: [Dataset.Split: String] = [:]
    /// Of no split, though others are.
    private(set) var others: [String] = []

    /// Whether training and test are told apart by folders; otherwise some images are held out.
    var areSplits: Bool { folders[.train] != nil || folders[.test] != nil }

    /// - Parameters:
    ///   - candidates: the folders that hold images.
    ///   - choice: see `DataSettings.splitFolders`.
    /// - Throws: `DataError` where names do not decide.
    init(_ candidates: [Candidate], choice: [String]?, subject: String) throws {
        if let choice {
            try take(choice, candidates, subject)
            return
        }
        let words = candidates.compactMap { folder in SplitWord(folder.name).map { (folder, $0) } }
        let plain = candidates.filter { SplitWord($0.name) == nil }
        let (training, test) = (words.filter { $0.1.split == .train }, words.filter { $0.1.split == .test })
        if let unlabeled = words.first(where: { $0.1.split == .unlabeled }) { folders[.unlabeled] = unlabeled.0.name }
        let decisive = training + test
        guard !decisive.isEmpty else { return }
        if !plain.isEmpty {
            let areNested = decisive.allSatisfy { !$0.0.isFlat }
            if !(areNested && !training.isEmpty && !test.isEmpty) {
                let isClass = (training.isEmpty || test.isEmpty) && (decisive.map(\.0) + plain).allSatisfy(\.isFlat)
                guard isClass else { throw SplitFolders.unclear(candidates.map(\.name), subject) }
                return
            }
        }
        others = plain.map(\.name)
        folders[.train] = try only(training.map(\.0.name), subject)
        let rank = test.map(\.1.rank).min()
        folders[.test] = try only(test.filter { $0.1.rank == rank }.map(\.0.name), subject)
        others += test.filter { $0.1.rank != rank }.map(\.0.name)
    }

    private mutating func take(_ choice: [String], _ candidates: [Candidate], _ subject: String) throws {
        for (split, name) in zip([Dataset.Split.train, .test], choice) {
            guard candidates.contains(where: { $0.name == name }) else {
                let known = candidates.map(\.name).prefix(20).joined(separator: ", ")
                throw DataError(subject, "has no folder \(name) with images (--split-folders); there are: \(known)")
            }
            folders[split] = name
        }
        guard !choice.isEmpty else { return }
        let rest = candidates.filter { !choice.contains($0.name) }
        folders[.unlabeled] = rest.first { SplitWord($0.name)?.split == .unlabeled }?.name
        others = rest.map(\.name).filter { $0 != folders[.unlabeled] }
    }

    private func only(_ names: [String], _ subject: String) throws -> String? {
        guard names.count < 2 else { throw SplitFolders.unclear(names, subject) }
        return names.first
    }

    static func unclear(_ names: [String], _ subject: String) -> DataError {
        let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
        return DataError(
            subject,
            "holds \(shown), and it is not clear which are splits and which are classes; say which are training and test "
                + "(--split-folders NAME,NAME), or that all are classes (--split-folders none)")
    }
}
