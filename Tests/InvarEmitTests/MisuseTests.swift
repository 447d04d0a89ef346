import Foundation
import InvarData
import InvarEmit
import InvarJIT
import Testing

/// Wrong arguments, damaged files and files of other models: an error, never a crash. The programs are compiled with
/// the sanitizers for addresses and undefined behaviour. `scripts/emitted` does more of it.
@Suite struct MisuseTests {
    static let sanitized =
        ["-std=c11", "-O1", "-g", "-pthread", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"]

    private static func emission(_ name: String) throws -> Emission {
        try StepCase.names.contains(name) ? StepCase.named(name).emission : EncoderCase.named(name).emission
    }

    private static func defining(_ name: String) throws -> [String] {
        try StepCase.names.contains(name) ? StepCase.named(name).definitions : []
    }

    @Test(arguments: ["tiny-resnet", "tiny-mlp", "byol-adamw", "dropout-sgd"])
    func wrongArgumentsAreRefused(_ name: String) throws {
        let program = try Self.emission(name).program("arguments", Self.sanitized)
        let ended = try run(program, [])
        #expect(ended.isFine, "\(ended.output)")
    }

    @Test(arguments: [("tiny-resnet", 20_000), ("byol-adamw", 5_000)])
    func damagedFilesAreRefused(_ name: String, _ mutants: Int) throws {
        let program = try Self.emission(name).program("fuzz", Self.sanitized)
        let ended = try run(program, ["\(mutants)"])
        #expect(ended.isFine, "\(ended.output)")
    }

    @Test(arguments: ["tiny-resnet", "odd-convolutions"]) func callersShareWeights(_ name: String) throws {
        let ended = try run(try Self.emission(name).program("threads"), [])
        #expect(ended.isFine, "\(ended.output)")
    }

    /// A file of another model, one whose numbers are of another kind, and one that lacks a tensor: it is said what is
    /// wrong.
    @Test func foreignWeightsAreRefused() throws {
        let model = try EncoderCase.named("tiny-resnet")
        let program = try model.emission.program("embed")
        let weightsStatus: Int32 = 14
        func refused(_ path: String) throws -> String {
            let ended = try run(program, [path, model.inputs, model.emission.file("out"), "best", "1"])
            #expect(ended.status == weightsStatus && !ended.bySignal, "\(ended.status)")
            return ended.output
        }
        #expect(try refused(EncoderCase.named("tiny-vit").weights).contains("is it of another model?"))
        #expect(try refused(EncoderCase.named("tiny-mlp").weights).contains("another shape"))
        let file = try SafetensorsFile(path: model.weights)
        var tensors: [String: StoredTensor] = [:]
        for name in file.names { tensors[name] = try file.tensor(name) }
        func written(_ change: (inout [String: StoredTensor]) -> Void) throws -> String {
            var changed = tensors
            change(&changed)
            let path = model.emission.file("changed")
            try SafetensorsFile.write(changed, to: path)
            return path
        }
        let name = "conv1.weight"
        #expect(try refused(written { $0[name] = nil }).contains(name))
        #expect(
            try refused(written { $0[name] = StoredTensor(shape: [16, 3, 3], [Float](repeating: 0, count: 144)) })
                .contains("another shape"))
        let halves = try written {
            $0[name] = StoredTensor(shape: [16, 3, 3, 3], .bytes(.float16, [UInt8](repeating: 0, count: 864)))
        }
        #expect(try refused(halves).contains("32-bit floats"))
        // what is no tensor of this model is passed over, as `load_state_dict(strict=False)` does
        let more = try written { $0["fc.weight"] = StoredTensor(shape: [2], [1, 2]) }
        let ended = try run(program, [more, model.inputs, model.emission.file("out"), "best", "1"])
        #expect(ended.isFine, "\(ended.output)")
    }
}
