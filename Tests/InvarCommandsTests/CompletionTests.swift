import Foundation
import Testing

/// What bash offers after TAB, asked of a bash that has read the script.
@Suite struct CompletionTests {
    /// - Parameter words: the command line; the last one is being typed.
    private static func offered(_ words: String..., in directory: Scratch) throws -> Set<String> {
        let script = """
            PATH=\(URL(fileURLWithPath: Tool.path).deletingLastPathComponent().path):$PATH
            source <(invar --generate-completion-script bash)
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            COMP_LINE="$*"
            COMP_POINT=${#COMP_LINE}
            _invar invar "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let ended = try Tool.start(
            ["-c", script, "bash", "invar"] + words, in: directory, executable: "/bin/bash"
        ).wait()
        // `compopt` wants to be called by a completion that bash began itself
        #expect(ended.status == 0, "\(ended.err)")
        return Set(ended.out.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    }

    @Test func architectures() throws {
        #expect(try Self.offered("pretrain", "vicreg-sm", in: Scratch()) == ["vicreg-small"])
        #expect(try Self.offered("compare", "vicreg-small", "byol-sm", in: Scratch()) == ["byol-small"])
    }

    @Test func wordsOfOptions() throws {
        #expect(try Self.offered("pretrain", "vicreg-small", "--executor", "b", in: Scratch()) == ["blas"])
        #expect(try Self.offered("dump", "vicreg-small", "--diff", "fuse-s", in: Scratch()) == ["fuse-sideways"])
        #expect(try Self.offered("embed", "--split", "t", in: Scratch()) == ["train", "test"])
        #expect(try Self.offered("views", "vicreg-small", "--data", "fashion", in: Scratch()) == ["fashion-mnist"])
    }

    @Test func runs() throws {
        let directory = try Scratch()
        for (path, file) in [("runs/first", "run.json"), ("runs/second", "notes.txt"), ("other", "run.json")] {
            let folder = directory.url.appendingPathComponent(path)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("{}".utf8).write(to: folder.appendingPathComponent(file))
        }
        #expect(try Self.offered("evaluate", "", in: directory).isSuperset(of: ["other", "runs/first"]))
        #expect(try Self.offered("evaluate", "runs/", in: directory) == ["runs/first"])
    }
}
