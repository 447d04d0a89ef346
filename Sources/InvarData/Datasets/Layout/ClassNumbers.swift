import Foundation

/// The numbers of named classes: one for all splits together, so that a class has one number wherever it occurs.
///
/// Names that Unicode holds to be the same, such as é as one letter and as e with an accent, are one class: systems
/// write them differently, and archives bring both together. Classes are sorted by the bytes of their composed form.
struct ClassNumbers: Sendable {
    /// As they were written; bytes that are not UTF-8 as escapes.
    let names: [String]
    private let numbers: [String: Int32]

    init(_ found: some Sequence<String>) {
        // strings that are canonically equal are equal in Swift
        let composed = Set(found).map(\.precomposedStringWithCanonicalMapping)
        let sorted = composed.sorted { $0.pathBytes.lexicographicallyPrecedes($1.pathBytes) }
        names = sorted.map(\.shown)
        numbers = Dictionary(sorted.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// In the order of a list; of a name that it has twice the first counts.
    init(listed: [String]) {
        names = listed.map(\.shown)
        numbers = Dictionary(
            listed.enumerated().map { ($1.precomposedStringWithCanonicalMapping, Int32($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    subscript(name: String) -> Int32 { numbers[name] ?? 0 }

    /// A class that only the test has can be found by no classifier that learned from training.
    /// - Returns: what should be said of classes that one split lacks.
    /// - Throws: `DataError` where training lacks some, unless that is allowed.
    static func compare<Class: Hashable>(
        training: Set<Class>, test: Set<Class>, _ subject: String, _ settings: DataSettings,
        name: (Class) -> String
    ) throws -> [String] {
        guard !training.isEmpty, !test.isEmpty else { return [] }
        func list(_ classes: Set<Class>) -> String {
            let names = classes.map(name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            return (names.count == 1 ? "class " : "classes ") + names.prefix(5).joined(separator: ", ")
                + (names.count > 5 ? ", … (\(names.count))" : "")
        }
        var notes: [String] = []
        let (untrained, untested) = (test.subtracting(training), training.subtracting(test))
        if !untrained.isEmpty {
            guard settings.allowEmptyClasses else {
                throw DataError(
                    subject,
                    "has in its test the \(list(untrained)), of which there are no images in training; no classifier can "
                        + "find them. Are names spelled differently? Add or delete images, or allow it "
                        + "(--allow-empty-classes)")
            }
            notes.append("without images in training: \(list(untrained))")
        }
        if !untested.isEmpty { notes.append("without images in the test: \(list(untested))") }
        return notes
    }
}
