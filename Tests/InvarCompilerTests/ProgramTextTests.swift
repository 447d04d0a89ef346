import Invar
import InvarCompiler
import InvarGraph
import InvarReference
import InvarTraining
import TestSupport
import Testing

/// A program as text: printed and parsed, it is the same program, and it can be written by hand and run.
@Suite struct ProgramTextTests {
    private func roundTrip(_ program: Program) throws {
        let text = program.description
        let parsed = try Program(parsing: text)
        #expect(parsed == program)
        #expect(parsed.description == text)
    }

    @Test(
        arguments: Zoo.all.filter { ["vicreg-small", "vicreg-mlp", "byol-small", "vicreg-resnet18"].contains($0.name) })
    func trainingSteps(_ model: JointEmbedding) throws {
        try roundTrip(TrainingStep.build(model, optimizer: .lars(LARS()), batch: 4).program)
    }

    @Test(arguments: 1...200) func randomPrograms(seed: Int) throws {
        let graph = try RandomGraph.make(seed: seed)
        try roundTrip(compile(graph))
        try roundTrip(Program(planning: graph))
    }

    @Test func namesMayHoldAnything() throws {
        let builder = GraphBuilder("a \"b\" \\ // c\n")
        let x = builder.input("x // \"y\"", TensorType([3]))
        builder.output("} = b0", exp(x))
        try roundTrip(compile(try builder.finish()))
    }

    /// y[i] = Σⱼ max(x[i, j] + b[j], 0), as somebody would write it down.
    private static let byHand = """
        program "by hand" f64 arena 0 {
          b0 : f64[2,3] input
          b1 : f64[3] input
          b2 : f64[2] state
          input "x" = b0
          input "b" = b1
          state "y" = b2
          0: b2 = loop(b0, b1) {
            for 2, 3 reduced      // the sum runs over the second axis
            x0 = $0[3,1]
            x1 = $1[0,1]
            v0 = load x0
            v1 = load x1
            v2 = add(v0, v1)
            v3 = constant 0
            v4 = maximum(v2, v3)
            sum v4
          }
          return "y" = b2
        }
        """

    @Test(arguments: executors) func aProgramByHand(_ executor: TestedExecutor) throws {
        let session = try executor.prepare(try Program(parsing: Self.byHand), threads: 1)
        session.memory.setInput("x", [1, -2, 3, 4, 5, -6])
        session.memory.setInput("b", [0.5, 1, -10])
        session.run()
        #expect(session.memory.output("y") == [1.5, 10.5])
    }

    /// What is replaced in the program above, by what, and a part of what is said about it.
    static let mistakes = [
        ("f64[2,3] input", "f32[2,3] input", "line 2: error: f32[2,3] in a program of f64"),
        ("f64[2,3] input", "f64[2,3] arena 8", "does not lie in the arena's 0 bytes"),
        ("f64[2,3] input", "f64[2,4611686018427387904] input", "more elements than any memory"),
        ("$0[3,1]", "$0[4,1]", "x0 reads where operand $0 of 2 has no memory"),
        ("$0[3,1]", "$0[-3,1]", "no strides"),
        ("$0[3,1]", "$0[9223372036854775807,9223372036854775807]", "no strides"),
        ("$1[0,1]", "$2[0,1]", "operand $2 of 2"),
        ("$1[0,1]", "contraction[0,1]", "a contraction that is not there"),
        ("add(v0, v1)", "add(v0, v2)", "v2 reads what is not defined above"),
        ("add(v0, v1)", "add(v0)", "“add” of 1 values is no instruction"),
        ("load x1", "load x2", "v1 reads what is not defined above"),
        ("sum v4", "sum v5", "there is no v5"),
        ("sum v4", "store v4[3,1]", "has no memory"),
        ("for 2, 3 reduced", "for 2 reduced, 3", "a reduced result of 3 elements"),
        ("for 2, 3 reduced", "for 2, 0 reduced", "sizes must be positive"),
        ("0: b2 =", "0: b2, b2 =", "2 results, and a nest that makes 1"),
        ("0: b2 =", "0: b3 =", "there is no buffer b3 above"),
        ("0: b2 =", "0: b0+5[2] =", "is not all in its buffer"),
        ("loop(", "lop(", "“lop” is no kernel"),
    ]

    @Test(arguments: mistakes) func mistakesAreSaid(_ mistake: (what: String, by: String, says: String)) throws {
        let text = Self.byHand.replacing(mistake.what, with: mistake.by)
        #expect(text != Self.byHand)
        let error = #expect(throws: ParseError.self) { try Program(parsing: text) }
        #expect(error?.description.contains(mistake.says) == true, "\(error.map(\.description) ?? "nothing")")
    }

    /// Damaged texts of a real program are refused or are programs: none of them ends the process.
    @Test func damagedTexts() throws {
        let text = try Array(
            TrainingStep.build(Zoo.vicregSmall, optimizer: .sgd(SGD()), batch: 2).program.description.utf8)
        var random = SplitMix(seed: 7)
        var refused = 0
        for _ in 0..<300 {
            var damaged = text
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<damaged.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: damaged[place] = UInt8.random(in: 32..<127, using: &random)
                case 1: damaged.remove(at: place)
                default: damaged.insert(UInt8(ascii: "0") + UInt8.random(in: 0..<10, using: &random), at: place)
                }
            }
            guard let program = try? Program(parsing: String(decoding: damaged, as: UTF8.self)) else {
                refused += 1
                continue
            }
            #expect(try Program(parsing: program.description) == program)
        }
        #expect(refused > 100)
    }
}
