import Foundation
import InvarGraph

/// The datasets that Invar knows by name, and where they may lie.
public struct DatasetCatalog: Sendable {
    /// One that is known.
    public struct Entry: Sendable {
        /// What `--data` takes.
        public let name: String
        /// Its classes' names, by their numbers.
        public let classNames: [String]
        /// What to do where it is not on this machine.
        public let advice: String
    }

    /// Gives the images of a split of a set that a program brings along.
    package typealias Maker = @Sendable (Dataset.Split) throws -> Dataset

    /// Sets that this program brings along, by the names that it gives them. They go before those of the same name below.
    @TaskLocal package static var own: [String: Maker] = [:]

    /// Whether this is the name of a set, and not a path.
    package static func isName(_ text: String) -> Bool { own[text] != nil || entries.contains { $0.name == text } }

    /// The sets that are known everywhere.
    public static let entries = [
        Entry(
            name: "fashion-mnist",
            classNames: [
                "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
                "Ankle boot",
            ],
            advice: "apt install dataset-fashion-mnist"),
        Entry(
            name: "mnist", classNames: (0...9).map(String.init),
            advice: "put the four idx files (train-images-idx3-ubyte.gz, …) into one of these directories"),
        Entry(
            name: "cifar-10",
            classNames: ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"],
            advice: "unpack the binary version (data_batch_1.bin, …) into one of these directories"),
        Entry(
            name: "cifar-100", classNames: (0...99).map(String.init),
            advice: "unpack the binary version (train.bin, test.bin) into one of these directories"),
        Entry(
            name: "stl-10",
            classNames: ["airplane", "bird", "car", "cat", "deer", "dog", "horse", "monkey", "ship", "truck"],
            advice: "unpack the binary version (train_X.bin, …) into one of these directories"),
    ]

    /// The directories where a dataset of this name is looked for, in order.
    public static func directories(
        for name: String, environment: [String: String] = ProcessEnvironment.variables
    ) -> [String] {
        var found: [String] = []
        if let own = environment["INVAR_DATA"], !own.isEmpty { found.append("\(own)/\(name)") }
        found += ["data/\(name)", "/usr/share/datasets/\(name)"]
        if let home = environment["HOME"], !home.isEmpty { found.append("\(home)/.local/share/invar/\(name)") }
        return found
    }

    /// Where a dataset of this name is on this machine; nothing where it is not.
    public static func place(
        of name: String, environment: [String: String] = ProcessEnvironment.variables
    ) -> String? {
        directories(for: name, environment: environment).first { DatasetKind(of: $0) != nil }
    }

    /// - Parameter advice: what to say besides where it is missing.
    /// - Throws: `DataError` where it is not on this machine, with what to do.
    static func directory(of entry: Entry, environment: [String: String], advice: String) throws -> String {
        if let found = place(of: entry.name, environment: environment) { return found }
        let places = directories(for: entry.name, environment: environment)
        if let other = places.lazy.compactMap({ PublishedFiles.otherVersion(in: $0) }).first { throw other }
        throw DataError(
            entry.name,
            "is not on this machine; \(entry.advice). Looked in \(places.joined(separator: ", "))\(advice)")
    }

    /// The error for what is neither a name nor a directory.
    static func unknown(_ name: String) -> DataError {
        DataError(
            name,
            "is neither a known dataset nor a directory"
                + knownNames(name, among: own.keys.sorted() + entries.map(\.name)))
    }
}
