import InvarEmit
import InvarJIT
import Testing

/// A processor that lacks a target's instructions: an error with words, never an illegal instruction.
@Suite(
    .enabled(if: isThere("qemu-x86_64"), "no qemu-x86_64 here (apt install qemu-user)"))
struct ProcessorTests {
    private static let processor: Int32 = 11

    private func ended(_ name: String, _ target: String, on processor: String) throws -> (Ended, String) {
        let model = try EncoderCase.named(name)
        let out = model.emission.file("out")
        let program = try model.emission.program("embed")
        let ended = try run("qemu-x86_64", ["-cpu", processor, program, model.weights, model.inputs, out, target, "1"])
        return (ended, out)
    }

    @Test func anOldProcessorRunsWhatItHas() throws {
        let model = try EncoderCase.named("tiny-resnet")
        for target in ["best", "x86-64-v2"] {
            let (ended, out) = try ended("tiny-resnet", target, on: "Nehalem")
            #expect(ended.isFine, "\(ended.status) \(ended.output)")
            let complaint = difference(try Numbers.read(out), try model.expected(.v2))
            #expect(complaint == nil, "\(complaint ?? "")")
        }
    }

    @Test(arguments: ["x86-64-v3", "x86-64-v4"]) func anOldProcessorIsToldWhatItLacks(_ target: String) throws {
        let (ended, _) = try ended("tiny-resnet", target, on: "Nehalem")
        #expect(ended.status == Self.processor && !ended.bySignal, "\(ended.status)")
        #expect(ended.output.contains("instructions"), "\(ended.output)")
    }

    @Test func withoutAnyTargetThereIsAnError() throws {
        let program = try StepCase.named("byol-adamw").emission.program("fuzz")
        let ended = try run("qemu-x86_64", ["-cpu", "Nehalem", program, "1"])
        #expect(ended.status == Self.processor && !ended.bySignal, "\(ended.status) \(ended.output)")
    }
}
