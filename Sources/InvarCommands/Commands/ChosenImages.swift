import Foundation
import InvarData

/// Which images a command looks at: those that the run was trained with, or others.
struct ChosenImages {
    /// A name or a path, as it was given.
    let source: String
    private let found: DataSource
    /// Where they are, said so that it says the same from elsewhere.
    let place: String
    /// Where the run's own images are, where these are others; nothing where these are the run's own, or where there was no run.
    let trainedOn: String?
    /// What the names of files about them end with: nothing for the run's own. Two folders may have one name, and so a folder's name
    /// comes with a number made from its path; a data set's name is its own.
    let suffix: String

    /// - Parameter own: where the run's images are; nothing where there was no run.
    init(_ source: String, own: String?, _ found: DataSource) {
        (self.source, self.found) = (source, found)
        place = Choices.absolute(source)
        let isOwn = own.map { Choices.absolute($0) } == place
        trainedOn = isOwn ? nil : own
        suffix = isOwn ? "" : ChosenImages.suffix(place)
    }

    func dataset(_ split: Dataset.Split) throws -> Dataset { try found.dataset(split) }

    private static func suffix(_ place: String) -> String {
        guard place.hasPrefix("/") else { return "-\(place)" }
        let name = URL(fileURLWithPath: place).lastPathComponent.filter { $0 != "/" }
        return "-\(name.prefix(80))-\(number(place))"
    }

    /// FNV-1a, 32 bits.
    private static func number(_ text: String) -> String {
        let hash = text.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// `fashion-mnist`, or `plain, trained on animals`; with paths where the names are the same.
    func described(_ name: String) -> String {
        guard let trainedOn else { return name }
        let other = URL(fileURLWithPath: trainedOn).lastPathComponent
        return other == name ? "\(name) (\(place)), trained on \(other) (\(trainedOn))" : "\(name), trained on \(other)"
    }
}
