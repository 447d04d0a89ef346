import Foundation
import Testing

/// Every command that looks at a branch, on branches that see images, that see rows of numbers, and that are of two kinds: it works, or
/// says what is missing, and is never ended by a signal.
@Suite(.serialized) struct BranchTests {
    private static let short = [
        "--data", "data", "--batch", "32", "--epochs", "1", "--threads", "1", "--workers", "1", "--plain",
    ]

    private static let looks: [[String]] = [
        ["evaluate"], ["evaluate", "--probe", "sgd", "--probe-epochs", "1", "--augment"],
        ["finetune", "--labels", "50%", "--epochs", "1"], ["correlate"], ["project", "--tensorboard", "board"],
        ["embed"],
        ["embed", "--split", "all"],
    ]

    private func makeRows(_ scratch: Scratch, _ name: String, count: Int, width: Int, shift: Int = 0) throws {
        // NumPy's format: magic, version 1.0, the header's length and the header, padded to 64 bytes
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(count), \(width)), }"
        header += String(repeating: " ", count: 63 - (10 + header.utf8.count) % 64) + "\n"
        var data = Data([0x93] + "NUMPY".utf8 + [1, 0, UInt8(header.utf8.count & 0xFF), UInt8(header.utf8.count >> 8)])
        data += header.utf8
        for i in 0..<(count * width) {
            let value = Float((i * 37 + shift) % 101) / 101 - 0.5
            withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
        }
        try data.write(to: scratch.url.appendingPathComponent(name))
    }

    @Test func rowsBesideImages() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 64)
        try makeRows(scratch, "train.npy", count: 64, width: 128)
        try makeRows(scratch, "test.npy", count: 40, width: 128)
        try makeRows(scratch, "narrow.npy", count: 40, width: 64)
        func run(_ arguments: [String]) throws -> Example.Ended {
            try Example.run("RowsBesideImages", arguments, in: scratch)
        }
        let trained = try run(
            ["pretrain", "image-and-rows", "--features", "train.npy", "--output", "run", "--monitor"] + Self.short)
        #expect(trained.status == 0 && trained.out.contains("kNN"), "\(trained.err)")
        for look in Self.looks {
            let command = look.prefix(1) + ["run"] + look.dropFirst()
            let images = try run(command + ["--branch", "1"])
            #expect(images.status == 0, "\(command): \(images.err)")
            let missing = try run(command + ["--branch", "2"])
            #expect(
                missing.status == 1 && missing.err.contains("error: branch 2 of image-and-rows takes"),
                "\(missing.err)")
            #expect(!scratch.exists("run/evaluation-branch2.json"))
        }
        for command in ["embed", "project", "correlate"] {
            let given = try run([command, "run", "--branch", "2", "--features", "test.npy"])
            #expect(given.status == 0, "\(command): \(given.err)")
            for (rows, words) in [("train.npy", "has 64 rows"), ("narrow.npy", "these rows have 64")] {
                let wrong = try run([command, "run", "--branch", "2", "--features", rows])
                #expect(wrong.status == 1 && wrong.err.contains(words), "\(wrong.err)")
            }
            let unwanted = try run([command, "run", "--features", "test.npy"])
            #expect(unwanted.status == 1 && unwanted.err.contains("leave --features out"), "\(unwanted.err)")
        }
        let rows = ["--branch", "2", "--features", "train.npy", "--test-features", "test.npy"]
        let evaluated = try run(["evaluate", "run", "--quick", "--probe", "sgd", "--probe-epochs", "1"] + rows)
        #expect(evaluated.status == 0, "\(evaluated.err)")
        #expect(scratch.exists("run/evaluation-branch2.json") && scratch.exists("run/test-branch2.csv"))
        let half = try run(["evaluate", "run", "--branch", "2", "--features", "train.npy"])
        #expect(half.status == 1 && half.err.contains("has none for the test images"), "\(half.err)")
        let cropped = try run(["evaluate", "run", "--probe", "sgd", "--augment"] + rows)
        #expect(cropped.status == 1 && cropped.err.contains("takes rows of numbers"), "\(cropped.err)")
        for other in [
            ["dump", "image-and-rows", "--batch", "4"], ["views", "image-and-rows", "--data", "data"], ["list"],
        ] {
            #expect(try run(other).status == 0, "\(other)")
        }
        for branch in ["0", "3"] {
            for command in ["evaluate", "correlate"] {
                let wrong = try run([command, "run", "--branch", branch])
                #expect(wrong.status == 1 && wrong.err.contains("--branch \(branch)"), "\(wrong.err)")
            }
        }
    }

    /// No branch sees an image: one file of rows for both, and a file for each.
    @Test func aTable() throws {
        let scratch = try Scratch()
        try makeRows(scratch, "rows.npy", count: 64, width: 64)
        try makeRows(scratch, "left.npy", count: 64, width: 32)
        try makeRows(scratch, "right.npy", count: 64, width: 32)
        let short = ["--batch", "32", "--epochs", "1", "--threads", "1", "--workers", "1", "--plain"]
        func run(_ arguments: [String]) throws -> Example.Ended {
            try Example.run("Table", arguments, in: scratch)
        }
        let table = try run(["pretrain", "digits", "--features", "rows.npy", "--output", "run"] + short)
        #expect(table.status == 0 && table.err.contains("rows.npy (64 rows of 64)"), "\(table.err)")
        #expect(try run(["embed", "run", "--split", "train"]).out.contains("64 × 64"))
        let same = try run(
            ["pretrain", "digit-halves", "--features", "left.npy", "--features", "right.npy", "--output", "none"]
                + short)
        #expect(same.status == 1 && same.err.contains("would see the same rows"), "\(same.err)")
        try makeRows(scratch, "right.npy", count: 64, width: 32, shift: 5)
        let halves = try run(
            ["pretrain", "digit-halves", "--features", "left.npy", "--features", "right.npy", "--output", "halves"]
                + short)
        #expect(halves.status == 0, "\(halves.err)")
        for branch in ["1", "2"] {
            let embedded = try run(["embed", "halves", "--branch", branch, "--split", "train"])
            #expect(embedded.status == 0 && embedded.out.contains("64 × 64"), "\(embedded.err)")
        }
    }

    /// Sines of two pitches as WAV files of 16 bits, a little longer than a second.
    private func makeSounds(_ scratch: Scratch) throws {
        func little(_ value: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        for item in 0..<24 {
            let place = "sounds/\(item < 16 ? "train" : "test")/\(item % 2 == 0 ? "low" : "high")"
            let folder = scratch.url.appendingPathComponent(place)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let turn = (item % 2 == 0 ? 0.1 : 0.5) * (1 + Double(item) / 50)
            let data = (0..<8100).flatMap { little(Int(8000 * sin(turn * Double($0))), 2) }
            let form = [(1, 2), (1, 2), (8000, 4), (16000, 4), (2, 2), (16, 2)].flatMap { little($0, $1) }
            var body = Array("WAVEfmt ".utf8) + little(16, 4) + form
            body += Array("data".utf8) + little(data.count, 4) + data
            try Data(Array("RIFF".utf8) + little(body.count, 4) + body)
                .write(to: folder.appendingPathComponent("\(item).wav"))
        }
    }

    @Test(arguments: ["waveform-beside-spectrogram", "waveforms", "spectrograms"]) func sounds(model: String) throws {
        let scratch = try Scratch()
        try makeSounds(scratch)
        let short = ["--batch", "8", "--epochs", "1", "--threads", "1", "--workers", "1", "--plain"]
        func run(_ arguments: [String]) throws -> Example.Ended {
            try Example.run("WaveformBesideSpectrogram", arguments, in: scratch)
        }
        let trained = try run(["pretrain", model, "--data", "sounds", "--output", "run"] + short)
        #expect(trained.status == 0 && trained.err.contains("train (16 sounds)"), "\(trained.err)")
        for branch in model == "waveform-beside-spectrogram" ? ["1", "2"] : ["1"] {
            let embedded = try run(["embed", "run", "--branch", branch])
            #expect(embedded.status == 0 && embedded.out.contains("8 × 128"), "\(embedded.err)")
        }
    }

    /// Branches with encoders of their own, and branches that share one.
    @Test(arguments: [
        ("TwoArchitectures", 0), ("VICRegMLP", 0), ("BYOLPlusVariance", 0),
    ]) func branchesOfImages(example: String, place: Int) throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 64)
        func run(_ arguments: [String]) throws -> Example.Ended { try Example.run(example, arguments, in: scratch) }
        let names = try run(["list"]).out.split(separator: "\n").dropFirst()
        let name = String(try #require(names.first?.split(separator: " ").first))
        let trained = try run(["pretrain", name, "--output", "run"] + Self.short)
        #expect(trained.status == 0, "\(trained.err)")
        let hasTwo = scratch.exists("run/encoder-branch2.safetensors")
        for look in Self.looks {
            let second = try run(look.prefix(1) + ["run"] + look.dropFirst() + ["--branch", "2"])
            let works = hasTwo || look[0] == "correlate"
            #expect(second.status == (works ? 0 : 1), "\(look): \(second.err)")
            if !works { #expect(second.err.contains("share their encoder"), "\(second.err)") }
        }
    }
}
