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
        let isOwn = own.map { $0 == source || ChosenImages.isSame($0, source) } ?? false
        // one folder may be reached by many paths; the run's own has the one that the run knows it by
        place = Choices.absolute(isOwn ? own ?? source : source)
        trainedOn = isOwn ? nil : own
        suffix = isOwn ? "" : ChosenImages.suffix(place)
    }

    /// Rows without images.
    /// - Parameter own: the files of the run's rows; nothing where there was no run.
    init(own: TableFiles?, _ found: DataSource) {
        let files = found.settings.table ?? TableFiles(training: TableFiles.Part())
        let isTrainedOn = own?.training.features == files.training.features
        let isTestedOn = own?.test.features.isEmpty == true || own?.test.features == files.test.features
        let (training, test) = (files.training.features.first ?? "", files.test.features.first ?? "")
        self.found = found
        place = isTrainedOn && !isTestedOn || training.isEmpty ? test : training
        source = place
        trainedOn = isTrainedOn && isTestedOn ? nil : own?.training.features.first
        suffix = isTrainedOn && isTestedOn ? "" : ChosenImages.suffix(place)
    }

    func dataset(_ split: Dataset.Split) throws -> Dataset { try found.dataset(split) }

    /// Whether both are one folder, whatever paths lead to it.
    private static func isSame(_ a: String, _ b: String) -> Bool {
        func folder(_ place: String) -> FileStatus.Identity? {
            guard DatasetCatalog.own[place] == nil else { return nil }
            let isName = DatasetCatalog.isName(place)
            return FileStatus((isName ? DatasetCatalog.place(of: place) : nil) ?? place)?.identity
        }
        guard let first = folder(a), let second = folder(b) else { return false }
        return first == second
    }

    private static func suffix(_ place: String) -> String {
        guard place.hasPrefix("/") else { return "-\(place)" }
        let parts = place.split(separator: "/").filter { $0 != "." }
        return "-\((parts.last ?? "").prefix(40))-\(number(parts.joined(separator: "/")))"
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
