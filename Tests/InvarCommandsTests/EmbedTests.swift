import Foundation
import InvarData
import InvarRuntime
import Testing

/// What each row of `embed` is of.
@Suite(.serialized) struct EmbedTests {
    /// Two classes, one with a name that a table must quote; some images are no images.
    private func fill(_ scratch: Scratch) throws -> (images: [String: [String]], broken: Set<String>) {
        var images: [String: [String]] = [:]
        var broken: Set<String> = []
        for (part, count) in [("train", 10), ("test", 6)] {
            for (label, name) in ["a, \"b\"", "plain"].enumerated() {
                let folder = scratch.path("set/\(part)/\(name)")
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                for i in 0..<count {
                    let path = "\(part)/\(name)/im\(i).png"
                    images[part, default: []].append(path)
                    if i % 4 == 2 {
                        broken.insert(path)
                        try Data("broken".utf8).write(to: URL(fileURLWithPath: scratch.path("set/" + path)))
                        continue
                    }
                    var random = CounterRandom(seed: 9, item: 100 * label + i)
                    var picture = Picture(height: 14, width: 14, channels: 1)
                    for j in picture.pixels.indices {
                        picture.pixels[j] = UInt8(random.integer(below: 100) + 150 * label)
                    }
                    try picture.write(png: scratch.path("set/" + path))
                }
            }
        }
        return (images, broken)
    }

    /// RFC 4180, for texts without line ends in cells.
    private func cells(_ line: Substring) -> [String] {
        var (cells, isQuoted) = ([""], false)
        for letter in line {
            switch letter {
            case "\"":
                // the second of two is a quote
                if isQuoted == false, line.contains("\""), !cells[cells.count - 1].isEmpty {
                    cells[cells.count - 1] += "\""
                }
                isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(letter)
            }
        }
        return cells
    }

    @Test func everyImageHasALine() throws {
        let scratch = try Scratch()
        let (images, broken) = try fill(scratch)
        let trained = try Tool.run(
            [
                "pretrain", "vicreg-small", "--data", "set", "--batch", "8", "--epochs", "1", "--output", "run",
                "--threads", "1", "--workers", "1",
            ], in: scratch)
        #expect(trained.status == 0, "\(trained.err)")
        func embed(_ split: String) throws -> (values: StoredTensor, labels: StoredTensor, lines: [[String]]) {
            let ended = try Tool.run(["embed", "run", "--split", split, "--output", "e/"], in: scratch)
            #expect(ended.status == 0, "\(ended.err)")
            let text = try scratch.text("e/\(split).csv")
            return (
                try NpyFile.read(scratch.path("e/\(split).npy")),
                try NpyFile.read(scratch.path("e/\(split)-labels.npy")),
                text.split(separator: "\n").map(cells)
            )
        }
        let (train, test, all) = try (embed("train"), embed("test"), embed("all"))
        for (part, found) in [("train", train), ("test", test)] {
            #expect(found.lines[0] == ["row", "split", "label", "class", "file", "status"])
            let lines = found.lines.dropFirst()
            #expect(lines.map { $0[4] } == images[part])
            var row = 0
            for line in lines {
                #expect(line[1] == part && line[3] == (line[4].contains("plain") ? "plain" : "a, \"b\""), "\(line)")
                #expect(line[2] == (line[4].contains("plain") ? "1" : "0"))
                if broken.contains(line[4]) {
                    #expect(line[0].isEmpty && !line[5].isEmpty && line[5] != "ok", "\(line)")
                } else {
                    #expect(line[0] == "\(row)" && line[5] == "ok")
                    #expect(found.labels.floats[row] == Float(line[2]))
                    row += 1
                }
            }
            #expect(found.values.shape == [row, 128] && found.labels.shape == [row])
        }
        // both splits, one after the other
        #expect(all.values.floats == train.values.floats + test.values.floats)
        #expect(all.labels.floats == train.labels.floats + test.labels.floats)
        #expect(all.lines.count == train.lines.count + test.lines.count - 1)
        let rows = all.lines.dropFirst().compactMap { Int($0[0]) }
        #expect(rows == Array(0..<all.values.shape[0]))
        #expect(Array(all.lines[1..<train.lines.count]) == Array(train.lines.dropFirst()))
        let wrong = try Tool.run(["embed", "run", "--split", "tset"], in: scratch)
        #expect(
            wrong.status == 1 && wrong.err.contains("did you mean test?") && wrong.err.contains("all"), "\(wrong.err)")
    }

    @Test func cellsAreQuotedWhereTheyMustBe() {
        #expect(CsvText.line(["a", "b c", ""]) == "a,b c,\n")
        #expect(
            CsvText.line(["a,b", "say \"x\"", "two\nlines", "r\r\n", " s"])
                == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"r\r\n\",\" s\"\n")
        #expect(CsvText.line(["\"\u{301}"]) == "\"\"\"\u{301}\"\n")
    }
}
