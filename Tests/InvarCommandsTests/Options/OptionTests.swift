import Foundation
import Testing

/// Every option of every command does something. A command that took one and ignored it would otherwise pass all tests that give
/// it impossible values.
@Suite struct OptionTests {
    static let rows =
        pretrainRows + compareRows + evaluateRows + finetuneRows + encoderRows + dataRows + featuresRows + lookingRows
        + dumpRows + stepRows + exportRows + emitRows + indexRows + reportRows

    static let commands = rows.reduce(into: [String]()) { if !$0.contains($1.command) { $0.append($1.command) } }

    /// A new option needs a row, and a row an option.
    @Test func theTableIsWhole() throws {
        let known = try CommandOption.all()
        let rows = Self.rows.map { CommandOption(command: $0.command, name: $0.option) }
        let words = known.subtracting(rows).map(\.description).sorted()
        #expect(words == [], "no row shows what these do")
        #expect(Set(rows).subtracting(known).map(\.description).sorted() == [], "there are no such options")
        #expect(rows.count == Set(rows).count, "two rows for one option")
    }

    @Test(arguments: commands) func eachOptionArrives(command: String) throws {
        let workbench = try Workbench()
        for row in Self.rows where row.command == command {
            do {
                #expect(try row.arrives(workbench), "\(command) \(row.option): no effect\n\(workbench.last)")
            } catch {
                Issue.record("\(command) \(row.option): \(error)\n\(workbench.last)")
            }
        }
    }
}
