import InvarData
import Testing

/// Rows in .npy files, with their classes.
@Suite struct TableTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try write("a", [6, 2], .float32((0..<12).map { Float($0) }))
        try write("b", [6, 3], .float64((0..<18).map { Double($0) / 2 }))
        try write("test", [4, 2], .int64([1, 2, 3, 4, 5, 6, 7, 8]))
        try write("labels", [6], .int64([0, 1, 2, 0, 1, 2]))
        try write("test-labels", [4], .uint8([2, 1, 0, 0]))
    }

    private func path(_ name: String) -> String { "\(folder.path)/\(name).npy" }

    private func write(_ name: String, _ shape: [Int], _ values: StoredTensor.Values) throws {
        try NpyFile.write(StoredTensor(shape: shape, values), to: path(name))
    }

    private func source(
        _ features: [String], _ labels: String? = nil, test: [String] = [], _ testLabels: String? = nil,
        allowEmpty: Bool = false
    ) throws -> DataSource {
        var settings = DataSettings(allowEmptyClasses: allowEmpty)
        settings.table = TableFiles(
            training: TableFiles.Part(features: features.map(path), labels: labels.map(path)),
            test: TableFiles.Part(features: test.map(path), labels: testLabels.map(path)))
        return try DataSource("rows", settings: settings)
    }

    private func complaint(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return "\(error)" }
    }

    @Test func rowsWithClasses() throws {
        let found = try source(["a"], "labels", test: ["test"], "test-labels")
        #expect(
            found.line
                == "data a: rows of numbers; training: a.npy (6 rows of 2), test: test.npy (4 rows of 2); 3 classes")
        let (training, test) = (try found.dataset(.train), try found.dataset(.test))
        #expect(training.isOfRows && training.count == 6 && training.labels == [0, 1, 2, 0, 1, 2])
        #expect(test.labels == [2, 1, 0, 0] && test.classNames == ["0", "1", "2"])
        #expect(test.rows(of: 1)?.values == [1, 2, 3, 4, 5, 6, 7, 8])
        let part = try training.prefix(2)
        #expect(part.rows(of: 0)?.values == [0, 1, 2, 3] && part.labels == [0, 1])
    }

    @Test func rowsWithoutClasses() throws {
        let found = try source(["a", "b"])
        #expect(found.line == "data a: rows of numbers; training: a.npy (6 rows of 2 and 3); no labels")
        let rows = try found.dataset(.train)
        #expect(rows.split == .unlabeled)
        #expect(rows.rows(of: 0)?.width == 2 && rows.rows(of: 1)?.values.prefix(3) == [0, 0.5, 1])
        #expect(try found.dataset(.unlabeled).count == 6)
        #expect(complaint { _ = try found.dataset(.test) }?.contains("--test-features FILE.npy") == true)
        // as embed writes them where there are none
        try write("none", [6], .int32([Int32](repeating: -1, count: 6)))
        #expect(try source(["a"], "none").dataset(.train).split == .unlabeled)
    }

    @Test func whatDoesNotFit() throws {
        try write("short", [5, 2], .float32([Float](repeating: 0, count: 10)))
        try write("column", [6, 2], .int64([Int64](repeating: 0, count: 12)))
        try write("fractions", [6], .float32([0, 1, 0, 1, 0, 1]))
        try write("negative", [6], .int64([0, 1, -2, 0, 1, 2]))
        try write("huge", [6], .int64([0, 1, .max, 0, 1, 2]))
        try write("wide", [4, 3], .float32([Float](repeating: 0, count: 12)))
        try write("foreign", [4], .int64([0, 1, 2, 3]))
        try write("flat", [6], .float32([Float](repeating: 0, count: 6)))
        let wrong: [(words: String, try: () throws -> DataSource)] = [
            ("has 5 rows, and", { try source(["a", "short"]) }),
            ("has 4 labels, and", { try source(["a"], "test-labels") }),
            ("whole numbers [rows] are wanted", { try source(["a"], "column") }),
            ("whole numbers [rows] are wanted", { try source(["a"], "fractions") }),
            ("has the label -2 for row 2", { try source(["a"], "negative") }),
            ("has the label", { try source(["a"], "huge") }),
            ("has rows of 3 numbers, and those of training have 2", { try source(["a"], test: ["wide"]) }),
            ("class 3", { try source(["a"], "labels", test: ["test"], "foreign") }),
            ("of [rows, width] is wanted", { try source(["flat"]) }),
            ("are missing; give --features FILE.npy", { try source([]) }),
            ("labels of rows that are missing; give --test-features", { try source(["a"], test: [], "test-labels") }),
        ]
        for (words, attempt) in wrong {
            let said = complaint { _ = try attempt() }
            #expect(said?.contains(words) == true, "\(words): \(said ?? "nothing")")
        }
        #expect(try source(["a"], "labels", test: ["test"], "foreign", allowEmpty: true).dataset(.test).count == 4)
    }

    @Test func whatIsGivenGoesBefore() {
        let own = TableFiles(
            training: TableFiles.Part(features: ["a"], labels: "la"),
            test: TableFiles.Part(features: ["t"], labels: "lt"))
        let given = TableFiles(training: TableFiles.Part(features: ["b"]), test: TableFiles.Part(labels: "other"))
        let both = own.replaced(by: given)
        // labels of other rows say nothing of these
        #expect(both.training == TableFiles.Part(features: ["b"]))
        #expect(both.test == TableFiles.Part(features: ["t"], labels: "other"))
    }
}
