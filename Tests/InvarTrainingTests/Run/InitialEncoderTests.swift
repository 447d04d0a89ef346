import Foundation
import Invar
import InvarBLAS
import InvarData
import InvarTraining
import Testing

/// A run that begins with weights of a file.
@Suite struct InitialEncoderTests {
    private static func states() throws -> [StateSpec] { try Workshop.model().captureEncoder(batch: 1).states }

    /// Tensors as another program would write them, with names that begin so.
    private static func tensors(_ prefix: String = "") throws -> [String: StoredTensor] {
        var result: [String: StoredTensor] = [:]
        for (index, spec) in try states().enumerated() {
            let values = (0..<spec.type.count).map { Float(index + 1) + Float($0) / 64 }
            result[prefix + spec.name.dropFirst("encoder.".count)] = StoredTensor(shape: spec.fileShape, values)
        }
        return result
    }

    private static let extras = [
        "fc.weight": StoredTensor(shape: [2, 4], [Float](repeating: 1, count: 8)),
        "fc.bias": StoredTensor(shape: [2], [1, 2] as [Float]),
        "bn1.num_batches_tracked": StoredTensor(shape: [], .int64([7])),
    ]

    private static func trainer(
        _ root: String, _ file: String?, start: RunStart = .new, model: JointEmbedding = Workshop.model()
    ) throws -> Trainer {
        try Trainer(
            Workshop.configuration(), model: model, dataset: Workshop.dataset(), executor: BLASExecutor(),
            directory: root, start: start, initial: file.map { try InitialEncoder($0, for: model) },
            options: Workshop.options)
    }

    @Test(arguments: ["", "encoder."]) func theRunBeginsWithTheFilesValues(prefix: String) throws {
        try Workshop.inDirectory { root in
            let file = root + "/given.safetensors"
            var given = try Self.tensors(prefix)
            for (name, tensor) in Self.extras { given[name] = tensor }
            try SafetensorsFile.write(given, to: file)
            var first: [String: StoredTensor] = [:]
            try Self.trainer(root + "/run", file).run { event in
                guard case .checkpoint(let path, step: 0) = event else { return }
                let checkpoint = try SafetensorsFile(path: path)
                for name in checkpoint.names where name.hasPrefix("encoder.") {
                    first[String(name.dropFirst("encoder.".count))] = try checkpoint.tensor(name)
                }
            }
            #expect(try first == Self.tensors())
        }
    }

    @Test func whatIsNotUsedIsSaid() throws {
        try Workshop.inDirectory { root in
            let file = root + "/given.safetensors"
            try SafetensorsFile.write(Self.tensors().merging(Self.extras) { $1 }, to: file)
            let initial = try InitialEncoder(file, for: Workshop.model())
            #expect(initial.ignored == "fc.bias, fc.weight and 1 num_batches_tracked")
            try SafetensorsFile.write(Self.tensors(), to: file)
            #expect(try InitialEncoder(file, for: Workshop.model()).ignored == nil)
        }
    }

    @Test func whatDoesNotFitIsNamed() throws {
        try Workshop.inDirectory { root in
            let file = root + "/given.safetensors"
            func message(_ change: (inout [String: StoredTensor]) -> Void) throws -> String {
                var tensors = try Self.tensors()
                change(&tensors)
                try SafetensorsFile.write(tensors, to: file)
                return Workshop.message { _ = try InitialEncoder(file, for: Workshop.model()) } ?? "no error"
            }
            let wrong = StoredTensor(shape: [3], [1, 2, 3] as [Float])
            let missing = try message { $0["bn1.running_var"] = nil }
            #expect(missing.contains("it has no tensor bn1.running_var"), "\(missing)")
            let shape = try message { $0["bn1.bias"] = wrong }
            #expect(shape.contains("bn1.bias has the shape [3], [4] is wanted"), "\(shape)")
            let unknown = try message { $0["layer9.conv1.weight"] = wrong }
            #expect(unknown.contains("layer9.conv1.weight"), "\(unknown)")
            let nothing = try message { $0 = [:] }
            #expect(nothing.contains("it has no tensor"), "\(nothing)")
        }
    }

    /// Once there is a checkpoint, the file is not needed any more; another one is refused.
    @Test func aResumedRunKnowsWhatItBeganWith() throws {
        try Workshop.inDirectory { root in
            let (file, other) = (root + "/given.safetensors", root + "/other.safetensors")
            try SafetensorsFile.write(Self.tensors(), to: file)
            var changed = try Self.tensors()
            changed["bn1.bias"] = StoredTensor(shape: [4], [9, 9, 9, 9] as [Float])
            try SafetensorsFile.write(changed, to: other)
            let whole = try Self.trainer(root + "/whole", file).numbers()
            let begun = try Self.trainer(root + "/run", file).numbers(stopAfter: 5)
            let message = Workshop.message { _ = try Self.trainer(root + "/run", other, start: .resume) }
            #expect(message?.contains("it began with the encoder of \(file)") == true, "\(message ?? "")")
            let rest = try Self.trainer(root + "/run", nil, start: .resume).numbers()
            #expect(begun + rest == whole)
            #expect(try RunRecord(path: root + "/run/run.json").run.initial?.path == file)

            let plain = try Self.trainer(root + "/plain", nil).numbers(stopAfter: 5)
            #expect(plain.first?.loss != whole.first?.loss)
            let late = Workshop.message { _ = try Self.trainer(root + "/plain", file, start: .resume) }
            #expect(late?.contains("it began with random values") == true, "\(late ?? "")")
        }
    }

    @Test func withoutACheckpointTheFileIsWantedAgain() throws {
        try Workshop.inDirectory { root in
            let file = root + "/given.safetensors"
            try SafetensorsFile.write(Self.tensors(), to: file)
            _ = try Self.trainer(root + "/run", file).numbers(stopAfter: 1)
            try FileManager.default.removeItem(atPath: RunDirectory(root + "/run").lastCheckpoint)
            let message = Workshop.message { _ = try Self.trainer(root + "/run", nil, start: .resume) }
            #expect(message?.contains("give the file again") == true, "\(message ?? "")")
        }
    }

    @Test func bothBranchesBeginWithIt() throws {
        try Workshop.inDirectory { root in
            let file = root + "/given.safetensors"
            try SafetensorsFile.write(Self.tensors(), to: file)
            let two = JointEmbedding("two", image: Workshop.model().image) {
                Encoder {
                    Conv(4, kernel: 3, stride: 2); BatchNorm(); ReLU()
                    GlobalAveragePool()
                }
                Loss { Variance() }
                Branches(.separateWeights)
            }
            var seen: [StoredTensor] = []
            try Self.trainer(root + "/run", file, model: two).run { event in
                guard case .checkpoint(let path, step: 0) = event else { return }
                let checkpoint = try SafetensorsFile(path: path)
                seen += try ["branch1", "branch2"].map { try checkpoint.tensor("\($0).encoder.conv1.weight") }
            }
            let given = try #require(try Self.tensors()["conv1.weight"])
            #expect(seen == [given, given])
        }
    }
}
