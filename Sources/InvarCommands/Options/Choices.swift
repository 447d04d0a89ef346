import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarDrawing
import InvarDump
import InvarRuntime
import InvarTraining

/// What several commands let choose.
enum Choices {
    static func threads(_ wanted: Int?) throws -> Int {
        guard let wanted else { return ProcessRanks.current.cores }
        return try atMost(TargetDescription.current.mostThreads, wanted, "--threads")
    }

    /// Threads that prepare views.
    static func workers(_ wanted: Int) throws -> Int {
        try atMost(TargetDescription.current.mostThreads, wanted, "--workers")
    }

    private static func atMost(_ most: Int, _ wanted: Int, _ option: String) throws -> Int {
        guard (1...most).contains(wanted) else {
            throw CommandError(
                "\(option) \(wanted): 1 to \(most) are possible; this machine has \(TargetDescription.current.cores) "
                    + "cores, and more threads help nothing")
        }
        return wanted
    }

    /// What stands between commas.
    /// - Parameters:
    ///   - wanted: what each should be: `whole numbers`.
    ///   - parse: nothing for what is impossible.
    static func list<Value>(
        _ text: String, _ option: String, _ wanted: String, _ parse: (String) -> Value?
    ) throws -> [Value] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            guard let value = parse(part.trimmingSpaces) else {
                throw CommandError("\(option) \(text): give \(wanted), with commas between where they are several")
            }
            return value
        }
    }

    static func positive(_ value: Double?, _ option: String, most: Double = .greatestFiniteMagnitude) throws {
        guard let value else { return }
        guard value > 0 else { throw CommandError("\(option) \(value): it must be more than 0") }
        guard value <= most else { throw CommandError("\(option) \(value): at most \(most) is possible") }
    }

    /// More than 0, up to 1.
    static func share(_ value: Double, _ option: String) throws -> Double {
        guard value > 0, value <= 1 else { throw CommandError("\(option) \(value): it must be above 0, up to 1") }
        return value
    }

    static func atLeastOne(_ value: Int?, _ option: String) throws {
        if let value, value < 1 { throw CommandError("\(option) \(value): it must be 1 or more") }
    }

    /// The file of a picture. It becomes PNG or SVG; a name that says something else would lie.
    static func picture(_ path: String?) throws -> String? {
        guard let path else { return nil }
        guard PictureFormat(path: path) != nil else {
            throw CommandError("--output \(path): pictures are PNG or SVG; let the name end with .png or .svg")
        }
        return path
    }

    /// - Parameter count: how many images of the data set there are, or can be read.
    static func atLeastTwo(_ count: Int, of dataset: Dataset, _ why: String) throws {
        guard count < 2 else { return }
        throw CommandError(
            "\(dataset.name) has \(Format.count(count, "\(dataset.split) image")) that can be looked at; "
                + "\(why): give two or more")
    }

    /// A path still says the same from elsewhere.
    static func absolute(_ source: String) -> String {
        guard !source.hasPrefix("/"), FileStatus(source) != nil,
            !DatasetCatalog.isName(source),
            let here = unsafe getcwd(nil, 0)
        else { return source }
        defer { unsafe free(here) }
        return unsafe PathParts.join(String(path: here), source.hasPrefix("./") ? String(source.dropFirst(2)) : source)
    }

    static func makeDirectory(of file: String) throws { try Folder.make(PathParts.folder(file)) }
}

extension CaseIterable where Self: RawRepresentable<String> {
    /// The one of this name.
    /// - Parameter kind: what they are: `split`.
    /// - Throws: `CommandError` that lists them.
    init(_ kind: String, named name: String) throws {
        guard let found = Self(rawValue: name) else {
            throw CommandError(unknown: kind, name, among: Self.allCases.map(\.rawValue))
        }
        self = found
    }
}

extension StringProtocol {
    var trimmingSpaces: String { trimmingCharacters(in: .whitespaces) }
}
