import Foundation
import InvarEmit
import InvarJIT
import InvarTraining
import Testing

/// Emitted steps of training beside the JIT's: after three of them all of the state, and each step's terms, have the
/// same bits.
@Suite struct StepBitTests {
    private static let targets = [EmissionTarget.v3, .v4].filter(\.isHere)

    private static func complaints(_ got: [String: [Float]], _ wanted: [String: [Float]]) -> [String] {
        wanted.keys.sorted().compactMap { name in
            difference(got[name] ?? [], wanted[name] ?? []).map { "\(name): \($0)" }
        }
    }

    @Test(arguments: StepCase.names, Compiler.allCases)
    func cHasTheBitsOfTheJIT(_ name: String, _ compiler: Compiler) throws {
        let model = try StepCase.named(name)
        let program = try model.program(compiler)
        for target in Self.targets {
            let wanted = try model.expected(target)
            for threads in compiler == .gcc ? [1, 2, 4] : [2] {
                let got = try model.trained(program, target, threads: threads).trained
                let complaints =
                    [difference(got.terms, wanted.terms).map { "terms: \($0)" }].compactMap(\.self)
                    + Self.complaints(got.states, wanted.states)
                #expect(complaints.isEmpty, "\(target.rawValue), \(threads) threads: \(complaints)")
            }
        }
    }

    /// The steps do something: another state than the first, and another loss each time.
    @Test(arguments: StepCase.names) func stepsTrain(_ name: String) throws {
        let model = try StepCase.named(name)
        for target in Self.targets {
            let trained = try model.expected(target)
            for spec in model.step.states where spec.role == .parameter {
                #expect(trained.states[spec.name] != spec.initialValues(seed: 5), "\(spec.name)")
                #expect(trained.states[spec.name]?.allSatisfy(\.isFinite) == true, "\(spec.name)")
            }
            #expect(Set(trained.terms).count >= StepCase.steps)
        }
    }

    /// A state that was saved, and loaded by another process, goes on with the same bits: random inputs of layers too.
    @Test(arguments: ["byol-adamw", "dropout-sgd"]) func aSavedStateGoesOn(_ name: String) throws {
        let model = try StepCase.named(name)
        let program = try model.program()
        for target in Self.targets {
            let first = try model.trained(program, target, threads: 1, steps: 1)
            let last = try model.trained(program, target, threads: 1, from: first.file)
            let complaints = Self.complaints(last.trained.states, try model.expected(target).states)
            #expect(complaints.isEmpty, "\(target.rawValue): \(complaints)")
        }
    }

    /// The encoder that C writes is the one that Swift reads.
    @Test(arguments: ["convnet-sgd", "byol-adamw"]) func swiftReadsTheEncoder(_ name: String) throws {
        let model = try StepCase.named(name)
        guard let target = Self.targets.first else { return }
        let file = try model.trained(model.program(), target, threads: 1).file + ".encoder"
        let states = try model.step.model.captureEncoder(batch: 1).states
        let contents = try EncoderFile.read(file, states: states, architecture: model.step.model.name)
        let trained = try model.expected(target).states
        #expect(contents.ignored.isEmpty)
        #expect(try EncoderFile.architecture(of: file) == model.step.model.name)
        for spec in states { #expect(contents.values[spec.name] == trained[spec.name], "\(spec.name)") }
    }

    /// A bit of a value that turned over is found by the checksum.
    @Test func aDamagedValueIsFound() throws {
        let model = try StepCase.named("byol-adamw")
        guard let target = Self.targets.first else { return }
        let saved = try model.trained(model.program(), target, threads: 1).file
        var bytes = try Data(contentsOf: URL(filePath: saved))
        bytes[bytes.count - 200] ^= 4
        let damaged = model.emission.file("damaged")
        try bytes.write(to: URL(filePath: damaged))
        let ended = try run(
            model.program(), [damaged, model.inputs, model.emission.file("out"), "terms", target.rawValue, "1", "3"])
        #expect(ended.status == 14 && ended.output.contains("checksum"), "\(ended.status) \(ended.output)")
    }
}
