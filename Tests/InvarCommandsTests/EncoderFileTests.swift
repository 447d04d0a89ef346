import Foundation
import InvarData
import Testing

/// Weights in a file, without a run: looked at, and begun with.
@Suite(.serialized) struct EncoderFileTests {
    private func pretrain(_ run: String, _ more: [String] = []) -> [String] {
        [
            "pretrain", "vicreg-small", "--data", "data", "--batch", "32", "--epochs", "1", "--output", run,
            "--threads", "1", "--workers", "1",
        ] + more
    }

    @Test func anEncoderInAFileIsLookedAtAsThatOfARun() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 64)
        #expect(try Tool.run(pretrain("runs/a"), in: scratch).status == 0)
        let whole = try SafetensorsFile(path: scratch.path("runs/a/encoder.safetensors"))
        var tensors = ["fc.weight": StoredTensor(shape: [1, 2], [1, 2] as [Float])]
        for name in whole.names { tensors["encoder." + name] = try whole.tensor(name) }
        // under `encoder.` what stands outside is of no concern, so the classifier stands inside
        tensors["encoder.fc.bias"] = StoredTensor(shape: [1], [1] as [Float])
        tensors["encoder.bn1.num_batches_tracked"] = StoredTensor(shape: [], .int64([3]))
        try SafetensorsFile.write(tensors, to: scratch.path("given.safetensors"))

        let file = ["--architecture", "vicreg-small", "--encoder", "given.safetensors", "--data", "data"]
        #expect(try Tool.run(["embed", "runs/a"], in: scratch).status == 0)
        let embedded = try Tool.run(["embed"] + file, in: scratch)
        #expect(embedded.status == 0, "\(embedded.err)")
        #expect(
            embedded.err.contains("encoder.fc.bias, fc.weight and 1 num_batches_tracked ignored"), "\(embedded.err)")
        #expect(try scratch.bytes("runs/a/test.npy") == scratch.bytes("given-test.npy"))

        let evaluated = try Tool.run(["evaluate"] + file, in: scratch)
        #expect(evaluated.status == 0, "\(evaluated.err)")
        #expect(scratch.exists("given-evaluation.json"))

        let begun = try Tool.run(pretrain("runs/b", ["--init", "given.safetensors"]), in: scratch)
        #expect(begun.status == 0 && begun.err.contains("ignored"), "\(begun.err)")
        let (a, b) = try (scratch.metrics("runs/a"), scratch.metrics("runs/b"))
        #expect(a.count == b.count && a != b)
        // at a rate of nothing the weights stay those of the file
        let still = try Tool.run(
            pretrain("runs/c", ["--init", "given.safetensors", "--learning-rate", "1e-30", "--weight-decay", "0"]),
            in: scratch)
        #expect(still.status == 0, "\(still.err)")
        let encoder = try SafetensorsFile(path: scratch.path("runs/c/encoder.safetensors"))
        #expect(encoder.names == whole.names)
        for name in whole.names where !name.contains("running_") {
            #expect(try encoder.tensor(name) == whole.tensor(name), "\(name)")
        }
    }

    @Test(
        arguments: [
            (["embed"], "give the directory of a run, or --architecture and --encoder together"),
            (["embed", "runs/a", "--encoder", "x.safetensors"], "or --architecture and --encoder together"),
            (["evaluate", "--architecture", "vicreg-small"], "or --architecture and --encoder together"),
            (["embed", "--architecture", "vicreg-smal", "--encoder", "x"], "did you mean vicreg-small?"),
            (["embed", "--architecture", "vicreg-small", "--encoder", "none.safetensors"], "none.safetensors"),
            (
                ["embed", "--architecture", "vicreg-small", "--encoder", "empty.safetensors"],
                "it has no tensor conv1.weight"
            ),
            (["pretrain", "vicreg-small", "--init", "empty.safetensors"], "it has no tensor conv1.weight"),
        ] as [([String], String)])
    func whatIsMissingIsSaid(arguments: [String], words: String) throws {
        let scratch = try Scratch()
        try scratch.makeData()
        try SafetensorsFile.write([:], to: scratch.path("empty.safetensors"))
        let ended = try Tool.run(arguments + ["--data", "data"], in: scratch)
        #expect(ended.status == 1 && ended.err.contains(words), "\(ended.err)")
        #expect(!scratch.exists("runs"))
    }
}
