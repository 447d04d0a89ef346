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
        // the images are no run's own, and so their name is in that of the file
        let files = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
        let beside = try #require(
            files.first { $0.hasPrefix("given-test-data-") && $0.hasSuffix(".npy") && !$0.contains("labels") })
        #expect(try scratch.bytes("runs/a/test.npy") == scratch.bytes(beside))

        let evaluated = try Tool.run(["evaluate"] + file, in: scratch)
        #expect(evaluated.status == 0, "\(evaluated.err)")
        let written = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
        #expect(written.contains { $0.hasPrefix("given-evaluation-data-") && $0.hasSuffix(".json") })

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

    /// Weights in half and in double precision are those that they stand for.
    @Test(arguments: ["F16", "BF16", "F64"]) func weightsOfOtherPrecisions(kind: String) throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 64)
        #expect(try Tool.run(pretrain("runs/a"), in: scratch).status == 0)
        let whole = try SafetensorsFile(path: scratch.path("runs/a/encoder.safetensors"))
        var (other, rounded) = ([String: StoredTensor](), [String: StoredTensor]())
        for name in whole.names {
            let tensor = try whole.tensor(name)
            other[name] = self.tensor(tensor, kind)
            rounded[name] = StoredTensor(shape: tensor.shape, other[name]?.floats ?? [])
        }
        try SafetensorsFile.write(other, to: scratch.path("other.safetensors"))
        try SafetensorsFile.write(rounded, to: scratch.path("rounded.safetensors"))
        for file in ["other", "rounded"] {
            let begun = try Tool.run(pretrain("runs/\(file)", ["--init", "\(file).safetensors"]), in: scratch)
            #expect(begun.status == 0, "\(begun.err)")
        }
        #expect(try scratch.metrics("runs/other") == scratch.metrics("runs/rounded"))
        let name = try #require(whole.names.first)
        other[name] = StoredTensor(
            shape: try whole.tensor(name).shape,
            .bytes(.int8, [UInt8](repeating: 1, count: try whole.tensor(name).count)))
        try SafetensorsFile.write(other, to: scratch.path("integers.safetensors"))
        let refused = try Tool.run(pretrain("runs/c", ["--init", "integers.safetensors"]), in: scratch)
        #expect(
            refused.status == 1 && refused.err.contains("\(name) holds I8; F32, F16, BF16 or F64 is wanted"),
            "\(refused.err)")
        var broken = rounded
        broken[name] = StoredTensor(
            shape: try whole.tensor(name).shape, [Float](repeating: .nan, count: try whole.tensor(name).count))
        try SafetensorsFile.write(broken, to: scratch.path("nan.safetensors"))
        let diverged = try Tool.run(pretrain("runs/c", ["--init", "nan.safetensors"]), in: scratch)
        #expect(diverged.status == 1 && diverged.err.contains("not finite"), "\(diverged.err)")
        #expect(!scratch.exists("runs/c"))
    }

    private func tensor(_ tensor: StoredTensor, _ kind: String) -> StoredTensor {
        func words(_ words: [UInt16]) -> [UInt8] { words.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
        return switch kind {
        case "F16":
            StoredTensor(shape: tensor.shape, .bytes(.float16, words(tensor.floats.map { Float16($0).bitPattern })))
        case "BF16":
            StoredTensor(
                shape: tensor.shape, .bytes(.bfloat16, words(tensor.floats.map { UInt16($0.bitPattern >> 16) })))
        default: StoredTensor(shape: tensor.shape, .float64(tensor.floats.map { Double($0) }))
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
