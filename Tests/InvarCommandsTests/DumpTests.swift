import Foundation
import Testing

@Suite struct DumpTests {
    @Test(arguments: ["json", "dot", "html"])
    func everyFormatIsWritten(format: String) throws {
        let scratch = try Scratch()
        let arguments = ["dump", "vicreg-mlp", "--batch", "4", "--format", format]
        let printed = try Tool.run(arguments, in: scratch)
        #expect(printed.status == 0 && printed.err.isEmpty, "\(printed.err)")
        let written = try Tool.run(arguments + ["--output", "dumps/d.\(format)"], in: scratch)
        #expect(written.status == 0)
        #expect(try scratch.text("dumps/d.\(format)") == printed.out)
        let begins = ["json": "{\n", "dot": "digraph", "html": "<!DOCTYPE html>"]
        #expect(printed.out.hasPrefix(try #require(begins[format])))
    }

    @Test func statisticsAreATableOrJSON() throws {
        let table = try Tool.run(["dump", "vicreg-mlp", "--batch", "4", "--stats"], in: Scratch())
        #expect(table.out.hasPrefix("PASS"))
        #expect(table.out.contains("differentiate") && table.out.contains("fuse-elementwise"))
        let json = try Tool.run(["dump", "vicreg-mlp", "--batch", "4", "--stats", "--format", "json"], in: Scratch())
        let object = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any]
        #expect((object?["passes"] as? [Any])?.count == table.out.split(separator: "\n").count - 1)
    }

    @Test func aDifferenceBeginsWithCounts() throws {
        let ended = try Tool.run(["dump", "vicreg-mlp", "--batch", "4", "--diff", "fuse elementwise"], in: Scratch())
        #expect(ended.status == 0)
        #expect(ended.out.hasPrefix("fuse-elementwise: "))
        #expect(ended.out.contains(" unchanged, ") && ended.out.contains("\n@@ encoder.bn1 @@\n"))
    }

    @Test(
        arguments: [
            (["--format", "jsn"], "did you mean json?"), (["--stage", "programme"], "did you mean program?"),
            (["--node", "encoder.linear11"], "did you mean encoder.linear1?"),
            (["--diff", "fusion"], "fuse-elementwise"),
            (["--depth", "0", "--format", "dot"], "--depth 0"), (["--depth", "2"], "for drawings"),
            (["--memory", "lots"], "such as 500MB"), (["--memory", "1MB"], "are not enough"),
            (["--stats", "--diff", "differentiate"], "ask for one"),
            (["--stats", "--format", "svg"], "--stats is a table"),
        ] as [([String], String)])
    func mistakesAreOneLine(arguments: [String], words: String) throws {
        let ended = try Tool.run(["dump", "vicreg-mlp", "--batch", "4"] + arguments, in: Scratch())
        #expect(ended.status == 1)
        #expect(ended.out.isEmpty)
        #expect(ended.err.hasPrefix("error: ") && ended.err.split(separator: "\n").count == 1)
        #expect(ended.err.contains(words), "\(ended.err)")
    }

    /// Folders of dumps and files of schedules are bytes, as all paths are.
    @Test func pathsNeedNotBeUTF8() throws {
        let scratch = try Scratch()
        let step = "'\(Tool.path)' bench --workload loss-256x2048 --steps 1 --seconds 0.1 --threads 1"
        let ended = try Tool.shell(
            """
            place=$(printf 'caf\\351'); export INVAR_DUMP=program INVAR_DUMP_DIR="$place/dumps"
            '\(Tool.path)' profile vicreg-mlp --batch 4 --steps 1 --executor blas --top 1 > /dev/null || exit 2
            test -s "$place/dumps/vicreg-mlp.program.txt" || exit 3
            printf 'key.that.is.nowhere direct 6x2 depth 512\\n' > "$place/s.txt"
            \(step) --schedules "$place/s.txt" && INVAR_SCHEDULES="$place/s.txt" \(step)
            """, in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        #expect(
            ended.err.components(separatedBy: "schedules of caf\\xe9/s.txt: 1 contraction").count == 3, "\(ended.err)")
    }

    @Test func theEnvironmentDumpsWhateverIsCompiled() throws {
        let scratch = try Scratch()
        try scratch.makeData()
        let environment = [
            "INVAR_DUMP": "captured,program", "INVAR_DUMP_DIR": "dumps", "INVAR_DUMP_FORMAT": "json",
            "INVAR_VERIFY": "1",
        ]
        let arguments = [
            "pretrain", "vicreg-mlp", "--data", "data", "--epochs", "1", "--batch", "32", "--output", "run",
        ]
        let ended = try Tool.run(arguments, in: scratch, environment: environment)
        #expect(ended.status == 0, "\(ended.err)")
        #expect(try scratch.json("dumps/vicreg-mlp.captured.json")["graph"] as? String == "vicreg-mlp")
        #expect(try scratch.json("dumps/vicreg-mlp.program.json")["arenaBytes"] as? Int ?? 0 > 0)
        let wrong = try Tool.run(arguments, in: scratch, environment: ["INVAR_DUMP": "graf"])
        #expect(wrong.status == 1)
        #expect(wrong.err.contains("INVAR_DUMP: there is no stage \"graf\""))
    }
}
