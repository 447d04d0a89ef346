import Foundation
import InvarEmit
import InvarJIT
import TestSupport
import Testing

/// Emitted encoders beside the JIT's: the same bits, for each compiler, target and number of threads. A batch that is
/// filled up or split is one of them: the programs ask for 1, 2, … images.
@Suite struct EncoderBitTests {
    @Test(arguments: EncoderCase.names, Compiler.allCases)
    func cHasTheBitsOfTheJIT(_ name: String, _ compiler: Compiler) throws {
        let model = try EncoderCase.named(name)
        let program = try model.emission.program("embed", by: compiler.rawValue)
        for target in EmissionTarget.here {
            let wanted = try model.expected(target)
            for threads in compiler == .gcc ? [1, 2, 4] : [2] {
                let out = model.emission.file("out")
                let ended = try run(program, [model.weights, model.inputs, out, target.rawValue, "\(threads)"])
                #expect(ended.isFine, "\(target.rawValue): \(ended.status) \(ended.output)")
                let got = try Numbers.read(out)
                let complaint = difference(got, wanted)
                #expect(complaint == nil, "\(target.rawValue), \(threads) threads: \(complaint ?? "")")
            }
        }
    }

    /// Targets agree to rounding: sums are taken in another order, and x86-64-v2 has no fused multiplication.
    @Test(arguments: EncoderCase.names) func targetsAgree(_ name: String) throws {
        let model = try EncoderCase.named(name)
        let wanted = try model.expected(.v2)
        for target in EmissionTarget.here {
            let worst = largestDifference(try model.expected(target), wanted)
            #expect(worst < 1e-5, "\(target.rawValue): \(worst)")
        }
    }

    /// Arm's code in an emulator has the bits that the JIT has on a processor with fused multiplication, with vectors
    /// as narrow as Arm's; the other widths differ from that in the order of sums.
    @Test(
        .enabled(
            if: isThere("aarch64-linux-gnu-gcc") && isThere("qemu-aarch64") && EmissionTarget.v3.isHere,
            "no aarch64-linux-gnu-gcc or qemu-aarch64 here (apt install gcc-aarch64-linux-gnu qemu-user)"),
        arguments: EncoderCase.names)
    func armHasTheBitsOfNarrowVectors(_ name: String) throws {
        let model = try EncoderCase.named(name)
        let program = try model.emission.program(
            "embed", by: "aarch64-linux-gnu-gcc", Compiler.strict + ["-static"])
        let out = model.emission.file("out")
        let ended = try run("qemu-aarch64", [program, model.weights, model.inputs, out, "aarch64", "2"])
        #expect(ended.isFine, "\(ended.status) \(ended.output)")
        let narrow = JITExecutor(vectorBits: 128, cache: TestKernels.cache())
        let wanted = try model.results(of: CompiledEncoder(model.emission.model, narrow))
        let complaint = difference(try Numbers.read(out), wanted)
        #expect(complaint == nil, "\(complaint ?? "")")
    }
}
