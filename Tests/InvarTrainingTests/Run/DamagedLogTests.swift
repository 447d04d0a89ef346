import Foundation
import InvarTraining
import Testing

/// A damaged line costs itself, and not those that follow.
@Suite struct DamagedLogTests {
    /// The log of a run that stopped after step 6, each line changed by `change`; then resumed to its end.
    private func resumed(_ change: (inout [String]) -> Void) throws -> (before: [String], after: [String]) {
        try Workshop.inDirectory { root in
            let path = RunDirectory(root).metrics
            _ = try Workshop.trainer(root).numbers(stopAfter: 6)
            var lines = try Workshop.lines(path)
            // six steps, and an epoch
            #expect(lines.count == 7)
            change(&lines)
            try lines.map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
            _ = try Workshop.trainer(root, start: .resume).numbers()
            return (lines, try Workshop.lines(path))
        }
    }

    @Test(arguments: 0..<7) func everyOtherLineStays(place: Int) throws {
        let (before, after) = try resumed { $0[place] = "x" + $0[place].dropFirst() }
        #expect(Array(after.prefix(7)) == before)
        // all steps, and all epochs
        #expect(after.count == 15)
    }

    /// A digit of the step itself: it is another step then, and still one line.
    @Test(arguments: [("\"step\":2", "\"step\":92"), ("\"step\":2", "\"step\":-2"), ("\"step\":6", "\"step\":1")])
    func aDamagedStepCostsNoOther(good: String, bad: String) throws {
        let (before, after) = try resumed { lines in
            lines = lines.map { $0.contains("\"kind\":\"step\"") ? $0.replacingOccurrences(of: good, with: bad) : $0 }
        }
        #expect(before.contains { $0.contains(bad) })
        #expect(Array(after.prefix(7)) == before)
        #expect(after.count == 15)
    }

    /// A newline that became something else joins two lines, or leaves the last one open.
    @Test func damagedNewlines() throws {
        try Workshop.inDirectory { root in
            let path = RunDirectory(root).metrics
            _ = try Workshop.trainer(root).numbers(stopAfter: 6)
            var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            let newlines = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
            bytes[newlines[1]] = UInt8(ascii: "*")
            bytes[newlines[6]] = UInt8(ascii: "*")
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            _ = try Workshop.trainer(root, start: .resume).numbers()
            let after = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(Array(after.prefix(bytes.count + 1)) == bytes + [UInt8(ascii: "\n")])
            #expect(try Workshop.lines(path).count == 14)
        }
    }
}
