import InvarEmit
import InvarJIT
import Testing

/// Emitted steps of training beside the JIT's: after three of them all of the state, and each step's terms, have the same bits.
@Suite struct StepBitTests {
    @Test(arguments: StepCase.names, Compiler.allCases)
    func cHasTheBitsOfTheJIT(_ name: String, _ compiler: Compiler) throws {
        let model = try StepCase.named(name)
        let program = try model.emission.program("train", by: compiler.rawValue, defining: model.definitions)
        for target in [EmissionTarget.v3, .v4] where target.isHere {
            let wanted = try model.expected(target)
            for threads in compiler == .gcc ? [1, 2, 4] : [2] {
                let got = try model.trained(program, target, threads: threads)
                let complaint = difference(got.terms, wanted.terms)
                #expect(complaint == nil, "terms, \(target.rawValue), \(threads) threads: \(complaint ?? "")")
                for (state, values) in wanted.states {
                    let complaint = difference(got.states[state] ?? [], values)
                    #expect(complaint == nil, "\(state), \(target.rawValue), \(threads) threads: \(complaint ?? "")")
                }
            }
        }
    }

    /// The steps do something: another state than the first, and another loss each time.
    @Test(arguments: StepCase.names) func stepsTrain(_ name: String) throws {
        guard let target = EmissionTarget.here.last, target != .v2 else { return }
        let model = try StepCase.named(name)
        let trained = try model.expected(target)
        for spec in model.step.states where spec.role == .parameter {
            #expect(trained.states[spec.name] != spec.initialValues(seed: 5), "\(spec.name)")
            #expect(trained.states[spec.name]?.allSatisfy(\.isFinite) == true, "\(spec.name)")
        }
        #expect(Set(trained.terms).count >= StepCase.steps)
    }
}
