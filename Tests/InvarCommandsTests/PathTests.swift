import Foundation
import Invar
import InvarCommands
import InvarData
import Testing

/// Paths as they come: empty, with a tilde, with bytes that are no UTF-8, to devices.
@Suite struct PathTests {
    /// Every option and argument that is a path, of every command.
    static let paths: [[String]] = [
        ["pretrain", "vicreg-small", "--output", ""], ["pretrain", "vicreg-small", "--data", ""],
        ["pretrain", "vicreg-small", "--features", ""], ["pretrain", "vicreg-small", "--init", ""],
        ["pretrain", "vicreg-small", "--schedules", ""],
        ["compare", "vicreg-small", "byol-small", "--output", ""],
        ["compare", "vicreg-small", "byol-small", "--data", ""],
        ["compare", "vicreg-small", "byol-small", "--features", ""],
        ["evaluate", ""], ["evaluate", "run", "--data", ""],
        ["evaluate", "--architecture", "vicreg-small", "--encoder", "", "--data", "d"],
        ["finetune", "", "--labels", "1%"], ["finetune", "run", "--labels", "1%", "--data", ""],
        ["correlate", ""], ["correlate", "run", "--data", ""], ["correlate", "run", "--output", ""],
        ["project", ""], ["project", "run", "--data", ""], ["project", "run", "--output", ""],
        ["project", "run", "--tensorboard", ""],
        ["views", "vicreg-small", "--output", ""], ["views", "vicreg-small", "--data", ""],
        ["embed", ""], ["embed", "run", "--output", ""], ["embed", "run", "--data", ""],
        ["inspect", ""], ["dump", "vicreg-small", "--output", ""], ["bench", "--json", ""],
        ["tune", "vicreg-small", "--output", ""], ["profile", "vicreg-small", "--json", ""],
        ["profile", "vicreg-small", "--trace", ""],
    ]

    @Test(arguments: paths) func nothingIsNoPath(arguments: [String]) throws {
        let scratch = try Scratch()
        let ended = try Tool.run(arguments, in: scratch)
        #expect(ended.status == 64 && ended.out.isEmpty)
        #expect(ended.err.contains("it is empty, perhaps a variable that is not set"), "\(ended.err)")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).allSatisfy { $0.hasPrefix("output-") }
        )
    }

    /// As the shell reads it where it sees it; `--output=~/x` it does not see.
    @Test func tildeIsHomeEverywhere() throws {
        let scratch = try Scratch()
        try scratch.makeData()
        let home = ["HOME": scratch.path("home")]
        let views = ["views", "vicreg-small", "--count", "2", "--data", "data"]
        for output in [["--output=~/x/v.png"], ["--output", "~/y.png"]] {
            let ended = try Tool.run(views + output, in: scratch, environment: home)
            #expect(ended.status == 0, "\(ended.err)")
        }
        #expect(scratch.exists("home/x/v.png") && scratch.exists("home/y.png"))
        let trained = try Tool.run(
            ["pretrain", "vicreg-small", "--data", "data", "--batch", "64", "--epochs", "1", "--output=~/run"],
            in: scratch, environment: home)
        #expect(trained.status == 0 && scratch.exists("home/run/encoder.safetensors"), "\(trained.err)")
        // what it made is found by the same name
        let embedded = try Tool.run(["embed", "~/run", "--output", "~/run/e"], in: scratch, environment: home)
        #expect(embedded.status == 0 && scratch.exists("home/run/e.npy"), "\(embedded.err)")
        // another's home is a name like any other
        let other = try Tool.run(views + ["--output", "~root/v.png"], in: scratch, environment: home)
        #expect(other.status == 0 && scratch.exists("~root/v.png"), "\(other.err)")
        #expect(!scratch.exists("~"))
        let homeless = try Tool.shell(
            "unset HOME; exec '\(Tool.path)' views vicreg-small --output '~/v.png'", in: scratch)
        #expect(homeless.status == 64 && homeless.err.contains("$HOME is not set"), "\(homeless.err)")
    }

    /// Names are bytes: what is written, and found again, has those that were given.
    @Test func namesThatAreNotUTF8AreKept() throws {
        let scratch = try Scratch()
        try scratch.makeData()
        let script = """
            set -e; i='\(Tool.path)'; o=$(printf 'o\\351')
            "$i" views vicreg-small --data data --count 2 --output "$o/v.png"; test -s "$o/v.png"
            "$i" pretrain vicreg-small --data data --batch 64 --epochs 1 --executor blas --output "$o/run"
            "$i" pretrain vicreg-small --output "$o/run" --resume
            "$i" embed "$o/run" --output "$o/e"; test -s "$o/e.npy"
            "$i" inspect "$o/run"; cd "$o"; "$i" dump vicreg-mlp --batch 8 --output d.txt; test -s d.txt; cd ..
            test $(ls -d o*/ | wc -l) = 1
            """
        let ended = try Tool.shell(script, in: scratch)
        #expect(ended.status == 0, "\(ended.out)\(ended.err)")
        // and people see which they are
        #expect(ended.out.contains("o\\xe9/v.png"), "\(ended.out)")
    }

    @Test func plantedNamesAndDevices() throws {
        let scratch = try Scratch()
        try scratch.makeData()
        try "precious".write(toFile: scratch.path("victim"), atomically: true, encoding: .utf8)
        let views = ["views", "vicreg-small", "--count", "2", "--data", "data", "--output"]
        #expect(symlink("victim", scratch.path(".v.png.partial")) == 0)
        #expect(try Tool.run(views + ["v.png"], in: scratch).status == 0)
        #expect(try scratch.text("victim") == "precious" && Picture(png: scratch.path("v.png")).height > 0)
        #expect(throws: (any Error).self) {
            try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("v.png"))
        }
        // waits for nobody
        #expect(mkfifo(scratch.path(".w.png.partial"), 0o600) == 0)
        #expect(try Tool.run(views + ["w.png"], in: scratch).status == 0)
        #expect(try Picture(png: scratch.path("w.png")).height > 0)
        #expect(symlink("/dev/full", scratch.path("full")) == 0)
        let full = try Tool.run(views + ["full"], in: scratch)
        #expect(full.status == 1 && full.err.contains("No space left on device"), "\(full.err)")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("full")) == "/dev/full")
    }

    /// A number below 0 is a wrong number, and no option.
    @Test(arguments: [
        (["--epochs", "-1"], "-1 epochs; 1 to"), (["--learning-rate", "-0.5"], "learning rate is -0.5"),
        (["--weight-decay", "-1e-3"], "-0.001"), (["--warmup-epochs", "-inf"], "-inf"),
    ]) func numbersBelowZeroAreNumbers(option: [String], words: String) throws {
        let scratch = try Scratch()
        try scratch.makeData()
        let ended = try Tool.run(
            ["pretrain", "vicreg-small", "--data", "data", "--output", "run"] + option, in: scratch)
        #expect(ended.status == 1 && ended.err.contains(words), "\(ended.err)")
        #expect(!scratch.exists("run"))
    }
}

/// Names of architectures are arguments, and directories.
@Suite struct ArchitectureNameTests {
    private func model(_ name: String, line: Int = 7) -> JointEmbedding {
        JointEmbedding(name, image: Image(channels: 1, height: 4, width: 4), fileID: "Mine/main.swift", line: line) {
            Encoder {
                Flatten(); Linear(4)
            }
            Loss { Invariance() }
        }
    }

    private func message(_ models: [JointEmbedding]) -> String? {
        do {
            try Architectures.Known(listed: Array(models.dropLast()), more: Array(models.suffix(1))).check()
            return nil
        } catch { return "\(error)" }
    }

    @Test(arguments: ["", "a/b", "/", "..", ".", "-a", "~a", "a\nb", "a\u{1B}[31m", String(repeating: "x", count: 300)])
    func namesThatAreNoDirectoryAreRefused(name: String) {
        let found = message([model("good"), model(name)])
        #expect(found?.hasPrefix("Mine/main.swift:7: the name ") == true, "\(found ?? "accepted")")
    }

    @Test(arguments: ["vicreg-small", "my model", "modèle", "a.b", "a~", "x_1+2"]) func othersAreNot(name: String) {
        #expect(message([model("good"), model(name)]) == nil)
    }

    @Test func twoOfOneNameAreNamedByTheirLines() {
        let found = message([model("a", line: 3), model("b", line: 4), model("a", line: 5)])
        #expect(found?.contains("Mine/main.swift:3 and Mine/main.swift:5") == true, "\(found ?? "accepted")")
        #expect(message([model("a"), model("b")]) == nil)
    }
}
