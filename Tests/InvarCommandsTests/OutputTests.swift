import Foundation
import InvarData
import InvarGraph
import Testing

/// What cannot be printed, and what must not reach a terminal.
@Suite struct OutputTests {
    private func shell(_ script: String, in scratch: Scratch) throws -> Tool.Ended {
        try Tool.shell("invar='\(Tool.path)'; " + script, in: scratch)
    }

    @Test(arguments: [
        "list", "dump vicreg-mlp --batch 4 --stage captured", "dump vicreg-mlp --batch 4 --format json",
        "inspect x.safetensors", "--help", "help embed", "pretrain --help",
    ])
    func lostOutputIsAnError(arguments: String) throws {
        let scratch = try Scratch()
        try SafetensorsFile.write(["x": StoredTensor(shape: [1], [1])], to: scratch.path("x.safetensors"))
        for stream in [">/dev/full", ">&-"] {
            let ended = try shell("$invar \(arguments) \(stream)", in: scratch)
            #expect(ended.status == 1 && !ended.bySignal)
            #expect(ended.err.hasPrefix("error: the standard output cannot be written ("), "\(ended.err)")
            #expect(ended.err.split(separator: "\n").count == 1)
        }
        #expect(try shell("$invar \(arguments) >/dev/null", in: scratch).status == 0)
    }

    /// A run is worth more than what is said about it.
    @Test func trainingGoesOnWithoutOutput() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 64)
        let ended = try shell(
            "$invar pretrain vicreg-small --data data --batch 32 --epochs 1 --output run --threads 1 >/dev/full",
            in: scratch)
        #expect(ended.status == 1 && ended.err.contains("standard output cannot be written"), "\(ended.err)")
        #expect(scratch.exists("run/encoder.safetensors"))
    }

    /// Where the standard output is closed, the first file to be opened gets its number.
    @Test func nothingIsPrintedIntoAFile() throws {
        let scratch = try Scratch()
        let arguments = "dump vicreg-mlp --batch 4 --stage captured --output"
        #expect(try shell("$invar \(arguments) a.txt", in: scratch).status == 0)
        #expect(try shell("$invar \(arguments) b.txt >&- 2>&- <&-", in: scratch).status == 1)
        #expect(try scratch.bytes("a.txt") == scratch.bytes("b.txt"))
    }

    /// `| head` is no error, also where SIGPIPE was ignored by whoever started the process.
    @Test(arguments: ["", "trap '' PIPE; "]) func aReaderThatGoesAway(before: String) throws {
        let script = "(\(before)$invar dump vicreg-small --batch 4 --format json 2>errors; echo $? >status) | head -n 1"
        let scratch = try Scratch()
        let ended = try shell(script, in: scratch)
        #expect(ended.out == "{\n")
        #expect(try scratch.text("errors").isEmpty)
        // 128 + SIGPIPE
        #expect(try scratch.text("status") == "141\n")
    }

    @Test func controlCharactersBecomeVisible() {
        #expect(visible("plain, ä × 猫 👩‍🔬") == "plain, ä × 猫 👩‍🔬")
        #expect(visible("\u{1B}[31mred\u{7}") == "\\u{1b}[31mred\\u{7}")
        #expect(visible("a\r\nb\tc") == "a\\u{d}\\nb\\tc")
        #expect(visible("a\nb\tc\r", keepingLines: true) == "a\nb\tc\\u{d}")
        for value in Array(0..<0x20) + Array(0x7F..<0xA0) + [0x200E, 0x202E, 0x2066, 0x2028, 0x2029, 0x61C, 0xFEFF] {
            let scalar = Unicode.Scalar(UInt32(value)) ?? " "
            #expect(visible("<\(scalar)>").unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 })
        }
        #expect(xmlEscaped("<a href=\"x\">'&\u{1B}") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;\\u{1b}")
    }

    /// Nothing that a terminal would obey.
    private func isSafe(_ text: String) -> Bool { visible(text, keepingLines: true) == text }

    @Test func namesOfTensorsAndMetadata() throws {
        let scratch = try Scratch()
        try SafetensorsFile.write(
            ["t\u{1B}[31m\nfake": StoredTensor(shape: [1], [1]), "\u{202E}gpj": StoredTensor(shape: [1], [1])],
            metadata: ["a": "\u{1B}]0;title\u{7}\u{1B}[2J", "b\nc": "d\u{9B}31m"], to: scratch.path("e.safetensors"))
        let ended = try Tool.run(["inspect", "e.safetensors"], in: scratch)
        #expect(ended.status == 0 && isSafe(ended.out), "\(ended.out)")
        // a title, two tensors, what they come to, two pieces of metadata
        #expect(ended.out.split(separator: "\n").count == 6)
        #expect(ended.out.contains("t\\u{1b}[31m\\nfake") && ended.out.contains("b\\nc: d\\u{9b}31m"))
    }

    @Test func namesOfFilesClassesAndArguments() throws {
        let scratch = try Scratch()
        let name = "\u{1B}[31mred\u{7}\nerror: made up"
        try FileManager.default.createDirectory(
            atPath: scratch.path("set/train/\(name)"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: scratch.path(name), withIntermediateDirectories: true)
        for arguments in [
            ["views", "vicreg-resnet18", "--data", "set/train/\(name)"], ["views", "vicreg-resnet18", "--data", name],
            ["inspect", name + ".safetensors"], ["evaluate", name], ["dump", name], [name], ["list", "--\(name)"],
            ["list", name], ["dump", "vicreg-mlp", "--stage", name],
        ] {
            let ended = try Tool.run(arguments, in: scratch)
            #expect(ended.status != 0 && isSafe(ended.err) && isSafe(ended.out), "\(arguments): \(ended.err)")
            #expect(ended.err.contains("\\u{1b}[31m"), "\(arguments): \(ended.err)")
            #expect(!ended.err.split(separator: "\n").contains { $0.hasPrefix("error: made up") }, "\(ended.err)")
        }
    }

    /// A data set may be called as it likes; the picture stays a picture.
    @Test func namesInThePictureOfAComparison() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 32)
        let name = "a<b>&\"x\u{1B}"
        try FileManager.default.moveItem(atPath: scratch.path("data"), toPath: scratch.path(name))
        let ended = try Tool.run(
            [
                "compare", "vicreg-small", "simsiam-small", "--data", name, "--epochs", "1", "--batch", "16",
                "--threads",
                "1", "--workers", "1", "--output", "out",
            ], in: scratch)
        #expect(ended.status == 0 && isSafe(ended.out) && isSafe(ended.err), "\(ended.err)")
        let picture = try scratch.text("out/comparison.svg")
        #expect(picture.contains(">a&lt;b&gt;&amp;\"x\\u{1b}: 32 images"), "\(picture.prefix(600))")
        let settings = try scratch.json("out/comparison.json")["settings"] as? [String: Any]
        #expect(settings?["data"] as? String == name)
    }
}
