import InvarGraph
import InvarJIT
import TestSupport
import Testing

/// Schedules as text, and files of them.
@Suite struct ScheduleTextTests {
    /// What is printed reads back as the same schedule.
    @Test func printedSchedulesParseBack() throws {
        var random = SplitMix(seed: 3)
        for _ in 0..<500 {
            let schedule = ScheduleCases.anything(&random)
            #expect(try ContractionSchedule(parsing: schedule.description) == schedule)
            #expect(try ContractionSchedule(parsing: "  \(schedule.description)\t") == schedule)
        }
    }

    @Test func printedTablesParseBack() throws {
        var random = SplitMix(seed: 4)
        var table = ScheduleTable()
        for index in 0..<50 { table["matmul.f32.\(index)x2_2x3.nn"] = ScheduleCases.anything(&random) }
        let again = try ScheduleTable(parsing: table.text, name: "again")
        #expect(again.count == 50 && again.text == table.text && again.hash == table.hash)
    }

    @Test(
        arguments: [
            ("", "schedule is missing"),
            ("winograt 6x2", "\"winograt\" is no method; known are direct, symmetric, winograd"),
            ("direct", "micro-kernel are missing"), ("direct 6", "\"6\" is no size of a micro-kernel"),
            ("direct 6x2x3", "\"6x2x3\""), ("direct 6x", "\"6x\""), ("direct 0x2 depth 512", "0x2; 1 to 32 rows"),
            ("direct 6x9 depth 512", "1 to 4 vectors"), ("direct -6x2", "-6x2"),
            ("direct 6x2 width 4", "\"width\" is no size"),
            ("direct 6x2 depth", "depth has no number"), ("direct 6x2 depth many", "depth many"),
            ("direct 6x2 depth 0", "depth 0: it must be 1 or more"), ("direct 6x2 rows -4", "rows -4"),
            ("direct 6x2 depth 8", "depth 8; 32 to 65536"), ("direct 6x2 splits 65", "splits 65; 1 to 64"),
            ("direct 6x2 depth 99999999999999999999", "no whole number"),
            ("direct 6x2 rows 4 rows 4", "rows is given twice"),
        ] as [(String, String)])
    func badLinesSayFileLineAndWhy(line: String, words: String) throws {
        let text =
            "# a file\n\nmatmul.f32.2x2_2x2_2x2.nn direct 6x2 depth 512 rows 96 columns 512 # good\nkey \(line)\n"
        let error = #expect(throws: ScheduleError.self) { try ScheduleTable(parsing: text, name: "mine.txt") }
        let description = error?.description ?? ""
        #expect(description.hasPrefix("mine.txt:4: ") && description.contains(words), "\(description)")
    }

    @Test func aContractionIsScheduledOnce() throws {
        let line = "key direct 6x2 depth 512\n"
        let error = #expect(throws: ScheduleError.self) { try ScheduleTable(parsing: line + line, name: "f") }
        #expect(error?.description == "f:2: key is in line 1 too")
    }

    /// An error may not be as long as the file.
    @Test func longWordsAreCutShort() throws {
        let long = String(repeating: "'", count: 50_000)
        for line in ["a \(long)", "a direct \(long)", "a direct 6x2 \(long) 1", "a direct 6x2 depth \(long)"] {
            let error = #expect(throws: ScheduleError.self) { try ScheduleTable(parsing: line, name: "mine.txt") }
            let words = error?.description ?? ""
            #expect(words.hasPrefix("mine.txt:1: ") && words.utf8.count < 2000)
        }
    }

    @Test func aMissingFileIsAnError() throws {
        let error = #expect(throws: ScheduleError.self) { try ScheduleTable(file: "/nowhere/schedules.txt") }
        #expect(error?.description.contains("/nowhere/schedules.txt") ?? false)
    }

    /// What is no schedule for the contraction at hand is refused when it is prepared.
    @Test(
        arguments: [
            ("winograd 6x2 depth 512 squares 24", "winograd does not apply; possible are direct"),
            ("direct 6x2 depth 512 rows 96", "columns is missing"),
            (
                "direct 6x2 depth 512 rows 96 columns 512 splits 4",
                "splits means nothing here; direct has depth, rows, columns"
            ),
        ] as [(String, String)])
    func impossibleSchedulesAreErrors(schedule: String, words: String) throws {
        let given = try ScheduleCase(.matmul(transposeA: false, transposeB: false), [[5, 7], [7, 9]])
        let table = try ScheduleTable(parsing: "\n\(given.site.key) \(schedule)", name: "mine.txt")
        let error = #expect(throws: ScheduleError.self) { try given.run(table) }
        let description = error?.description ?? ""
        #expect(
            description.hasPrefix("mine.txt:2: \(given.site.key): ") && description.contains(words), "\(description)")
    }
}
