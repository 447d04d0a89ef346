import Foundation
import Invar
import InvarData
import InvarGraph
import InvarRuntime
import InvarTraining
import Testing

/// A checkpoint that is not what it should be is an error that names it, before anything is changed.
@Suite struct CheckpointTests {
    private static func message(resuming path: String, model: JointEmbedding = Workshop.model()) -> String? {
        Workshop.message { _ = try Workshop.trainer(path, model: model, start: .resume) }
    }

    private static func begin(_ path: String) throws -> String {
        _ = try Workshop.trainer(path).numbers(stopAfter: 5)
        return RunDirectory(path).lastCheckpoint
    }

    private static func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    @Test func holdsEverythingUnderTorchsNamesAndLayouts() throws {
        try Workshop.inDirectory { root in
            let path = try Self.begin(root)
            let file = try SafetensorsFile(path: path)
            #expect(file.entries["encoder.conv1.weight"]?.shape == [4, 1, 3, 3])
            #expect(file.entries["optimizer.first/encoder.conv1.weight"]?.shape == [4, 1, 3, 3])
            #expect(file.entries["encoder.bn1.running_mean"]?.shape == [4])
            #expect(try file.tensor("optimizer.step").floats == [5])
            let checkpoint = try Checkpoint(path: path)
            #expect(checkpoint.progress.step == 5 && checkpoint.progress.totals.steps == 1)
            let encoder = try SafetensorsFile(path: RunDirectory(root).encoder())
            #expect(
                encoder.names == ["bn1.bias", "bn1.running_mean", "bn1.running_var", "bn1.weight", "conv1.weight"])
            #expect(try encoder.tensor("conv1.weight") == file.tensor("encoder.conv1.weight"))
        }
    }

    @Test func encoderReadsBackInTheGraphsLayout() throws {
        try Workshop.inDirectory { root in
            let path = try Self.begin(root)
            let states = try Workshop.model().captureEncoder(batch: 1).states
            let alone = try EncoderFile.read(RunDirectory(root).encoder(), states: states, architecture: "tiny").values
            #expect(try EncoderFile.read(path, states: states, architecture: "tiny").values == alone)
            let weight = try #require(states.first { $0.name == "encoder.conv1.weight" })
            let stored = try SafetensorsFile(path: path).tensor(weight.name)
            #expect(alone[weight.name] == weight.values(stored) && alone[weight.name] != stored.floats)
            let wide = try Workshop.model(width: 5).captureEncoder(batch: 1).states
            let message = Workshop.message {
                _ = try EncoderFile.read(RunDirectory(root).encoder(), states: wide, architecture: "wide")
            }
            #expect(
                message?.contains("no encoder of wide, but of tiny") == true
                    && message?.contains("[5, 1, 3, 3]") == true)
        }
    }

    @Test(arguments: [[], [7], [2, 3], [4, 2, 5], [3, 3, 2, 5], [1, 2, 3, 1]]) func layoutsRoundTrip(_ shape: [Int]) {
        for layout in [StateSpec.Layout.plain, .convolution] {
            let spec = StateSpec(
                name: "w", type: TensorType(shape), role: .parameter, initializer: .zeros, layout: layout)
            let values = (0..<spec.type.count).map { Float($0) }
            #expect(spec.values(spec.stored(values)) == values)
            #expect(spec.stored(values).shape == spec.fileShape)
        }
        let spec = StateSpec(
            name: "w", type: TensorType([1, 2, 3, 4]), role: .parameter, initializer: .zeros, layout: .convolution)
        // H×W×I×O place (0, 1, 2, 3) is O×I×H×W place (3, 2, 0, 1)
        #expect(spec.stored((0..<24).map { Float($0) }).floats[(3 * 3 + 2) * 2 + 1] == 23)
    }

    @Test func truncatedIsRefusedAtEveryLength() throws {
        try Workshop.inDirectory { root in
            let path = try Self.begin(root)
            let whole = try Self.bytes(path)
            let before = try Self.bytes(RunDirectory(root).metrics)
            for length in [0, 1, 7, 8, 9, 100, whole.count / 2, whole.count - 1] {
                try whole.prefix(length).write(to: URL(fileURLWithPath: path))
                let message = Self.message(resuming: root)
                #expect(message?.contains(path) == true, "\(length): \(message ?? "resumed")")
            }
            #expect(try Self.bytes(RunDirectory(root).metrics) == before)
        }
    }

    @Test func anyChangedByteIsNoticedOrHarmless() throws {
        try Workshop.inDirectory { root in
            let path = try Self.begin(root)
            let whole = try Self.bytes(path)
            let states = try TrainingStep.build(Workshop.model(), optimizer: .adamW(AdamW()), batch: 9).states
            let original = try Checkpoint(path: path)
            let good = try original.values(states)
            var random = CounterRandom(seed: 5, name: "mutations")
            var refused = 0
            for _ in 0..<1500 {
                var bytes = whole
                for _ in 0...random.integer(below: 3) {
                    bytes[random.integer(below: bytes.count)] = UInt8(truncatingIfNeeded: random.bits())
                }
                try bytes.write(to: URL(fileURLWithPath: path))
                do {
                    // what is accepted has the values that were written, and stands where it stood
                    let changed = try Checkpoint(path: path)
                    #expect(try changed.values(states) == good)
                    #expect(changed.progress == original.progress && changed.run == original.run)
                } catch {
                    refused += 1
                    #expect("\(error)".contains(path))
                }
            }
            #expect(refused > 1000)
        }
    }

    @Test func foreignIsRefusedWithWhatDiffers() throws {
        try Workshop.inDirectory { root in
            _ = try Self.begin("\(root)/a")
            #expect(
                Self.message(resuming: "\(root)/a", model: Workshop.model("other"))?.contains(
                    "was tiny, and is now other") == true)
            #expect(
                Self.message(resuming: "\(root)/a", model: Workshop.model(width: 5))?.contains("was changed since")
                    == true)
            #expect(
                Self.message(resuming: "\(root)/a", model: Workshop.model(covariance: 2))?.contains("was changed since")
                    == true)
            // another run's checkpoint in this run's place
            _ = try Workshop.trainer("\(root)/b", model: Workshop.model(width: 5)).numbers(stopAfter: 1)
            let (mine, theirs) = (RunDirectory("\(root)/a").lastCheckpoint, RunDirectory("\(root)/b").lastCheckpoint)
            try Self.bytes(theirs).write(to: URL(fileURLWithPath: mine))
            #expect(Self.message(resuming: "\(root)/a")?.contains("is of another run") == true)
            // the encoder in the checkpoint's place
            try Self.bytes(RunDirectory("\(root)/a").encoder()).write(to: URL(fileURLWithPath: mine))
            #expect(
                Self.message(resuming: "\(root)/a")?.contains("is no checkpoint of Invar (it says \"invar.encoder\")")
                    == true)
        }
    }

    @Test func newerOrAlteredIsRefused() throws {
        try Workshop.inDirectory { root in
            let path = try Self.begin(root)
            let file = try SafetensorsFile(path: path)
            var tensors: [String: StoredTensor] = [:]
            for name in file.names { tensors[name] = try file.tensor(name) }
            func rewrite(_ change: (inout [String: StoredTensor], inout [String: String]) -> Void) throws -> String? {
                var (changed, metadata) = (tensors, file.metadata)
                change(&changed, &metadata)
                try SafetensorsFile.write(changed, metadata: metadata, to: path)
                return Self.message(resuming: root)
            }
            #expect(try rewrite { _, _ in } == nil)
            #expect(try rewrite { $1["version"] = "3" }?.contains("version 3") == true)
            for key in ["invar", "progress", "run", "tensors", "checksum"] {
                // a space changes no meaning
                let message = try rewrite {
                    $1[key]?.append(" "); _ = $0
                }
                #expect(message?.contains("checksum") == true, "\(key): \(message ?? "resumed")")
            }
            let moved = try rewrite {
                $1["progress"] = #"{"step":4,"totals":{"loss":0,"seconds":0,"steps":0,"terms":[]}}"#; _ = $0
            }
            #expect(moved?.contains("checksum") == true, "\(moved ?? "resumed")")
            #expect(
                try rewrite {
                    $0["encoder.bn1.bias"] = nil; _ = $1
                }?.contains("encoder.bn1.bias is missing") == true)
            #expect(
                try rewrite {
                    $0["encoder.bn1.bias"] = StoredTensor(shape: [3], [0, 0, 0]); _ = $1
                }?
                .contains("encoder.bn1.bias is F32[3], F32[4] is wanted") == true)
            #expect(
                try rewrite {
                    $0["extra"] = StoredTensor(shape: [1], [0]); _ = $1
                }?.contains("extra is not in") == true)
            #expect(
                try rewrite {
                    $0["encoder.bn1.bias"] = StoredTensor(shape: [4], [0, 0, 0, 9]); _ = $1
                }?
                .contains("checksum") == true)
            #expect(try rewrite { $1["progress"] = "{}" }?.contains("damaged") == true)
        }
    }

    /// Invar 0.1.0 until the version was raised: a checksum of the tensors, and none of what stands beside them.
    @Test func theFirstVersionIsReadAndWhatItSaysIsChecked() throws {
        try Workshop.inDirectory { root in
            let whole = try Workshop.trainer("\(root)/whole").numbers()
            let path = try Self.begin("\(root)/a")
            let file = try SafetensorsFile(path: path)
            var tensors: [String: StoredTensor] = [:]
            for name in file.names { tensors[name] = try file.tensor(name) }
            func write(progress: String? = nil) throws {
                var metadata = file.metadata
                (metadata["version"], metadata["checksum"], metadata["tensors"]) = ("1", metadata["tensors"], nil)
                if let progress { metadata["progress"] = progress }
                try SafetensorsFile.write(tensors, metadata: metadata, to: path)
            }
            for (step, steps, loss) in [
                ("2", "0", "0"), ("8", "0", "1e999"), ("5", "9223372036854775807", "1"),
                ("5", "-9223372036854775808", "1"), ("-4", "0", "0"), ("9223372036854775807", "3", "0"),
                ("4611686018427387904", "0", "0"), ("5", "1", "1e400"),
            ] {
                try write(
                    progress: #"{"step":\#(step),"totals":{"loss":\#(loss),"seconds":1,"steps":\#(steps),"terms":[]}}"#)
                let message = Self.message(resuming: "\(root)/a")
                #expect(message?.contains(path) == true && message?.contains("damaged") == true, "\(message ?? "-")")
            }
            try write()
            #expect(try Workshop.trainer("\(root)/a", start: .resume).numbers() == Array(whole[5...]))
            #expect(try SafetensorsFile(path: path).metadata["version"] == "2")
        }
    }
}
