import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// The text form: what is printed parses back to the same graph, and what is no graph is refused with the line.
@Suite struct TextTests {
    static func random(_ seed: Int) throws -> Graph {
        var options = RandomGraphOptions()
        options.isDifferentiated = seed % 3 == 0
        return try RandomGraph.make(seed: seed, options)
    }

    @Test func randomGraphsComeBack() throws {
        var covered: Set<String> = []
        for seed in 0..<400 {
            let graph = try Self.random(seed)
            covered.formUnion(graph.nodes.map(\.op.mnemonic))
            for graph in [graph, optimize(graph)] {
                let back = try Graph(parsing: graph.description)
                #expect(back == graph, "seed \(seed)")
                #expect(back.description == graph.description, "seed \(seed)")
                #expect(graph.problems() == [], "seed \(seed)")
            }
        }
        #expect(Self.mnemonics.subtracting(covered) == [], "every op is printed and parsed")
    }

    static let mnemonics = Set(
        (Unary.allCases.map { Op.unary($0) } + Binary.allCases.map { .binary($0) }
            + Comparison.allCases.map { .compare($0) } + Reduction.allCases.map { .reduce($0, axes: []) }
            + [
                .input(""), .state(""), .constant(0), .iota(axis: 0), .select, .stopGradient, .reshape, .broadcast,
                .transpose([]), .slice(starts: []), .pad(low: []), .concatenate(axis: 0),
                .matmul(transposeA: false, transposeB: false), .convolution(Window(1)),
                .convolutionInputGradient(Window(1)), .convolutionWeightGradient(Window(1)), .maxPool(Window(1)),
                .maxPoolGradient(Window(1)), .cholesky, .triangularSolve(transposed: false), .assign(""),
            ]).map(\.mnemonic))

    @Test func theFormIsFixed() throws {
        let builder = GraphBuilder("tiny")
        let x = builder.input("x", TensorType([4, 2]))
        builder.name = "encoder.linear1"
        builder.site = Site("Models/MLP.swift", 9)
        let w = builder.state("w", TensorType([3, 2]))
        let loss = matmul(x, w, transposeB: true).sum()
        builder.output("loss", loss)
        #expect(
            try builder.finish().description == """
                graph "tiny" {
                  %0 = input name="x" : f32[4,2]
                  %1 = state name="w" : f32[3,2] in "encoder.linear1" at "Models/MLP.swift:9"
                  %2 = matmul(%0, %1) transposeA=false transposeB=true : f32[4,3] in "encoder.linear1" at "Models/MLP.swift:9"
                  %3 = reduce.sum(%2) axes=[0,1] : f32[1,1] in "encoder.linear1" at "Models/MLP.swift:9"
                  %4 = reshape(%3) : f32[] in "encoder.linear1" at "Models/MLP.swift:9"
                  return "loss" = %4
                }
                """)
    }

    @Test(arguments: ["", "\"", "\\", "a\"\u{301}b", "\r\n", "\n\n", "\\n", "日本", "\u{0}\t", "// %1 }"])
    func anyNameComesBack(_ name: String) throws {
        var graph = Graph(name)
        let x = graph.insert(Node(.input(name), type: TensorType([1]), name: name, site: Site(name, -3)))
        graph.output(name, x)
        #expect(try Graph(parsing: graph.description) == graph)
    }

    @Test(arguments: [0.1, -0.0, 2.5e-308, 1e300, -.infinity, .infinity, 1.0 / 3, 16_777_217])
    func anyNumberComesBack(_ value: Double) throws {
        var graph = Graph()
        _ = graph.insert(Node(.constant(value), type: TensorType([])))
        let back = try Graph(parsing: graph.description)
        guard case .constant(let found) = back.nodes[0].op else { throw Failure() }
        #expect(found.bitPattern == value.bitPattern)
    }

    struct Failure: Error {}

    static let refused: [(text: String, error: String)] = [
        ("", "line 1: error: expected “graph”, found the end"),
        ("graph \"g\" {", "line 1: error: expected “%”, found the end"),
        ("graph \"g {\n}", "line 2: error: a name's closing quote is missing"),
        (
            "graph \"g\" {\n  %0 = input name=\"x\" : f32[2]\n  %1 = exq(%0) : f32[2]\n}",
            "line 3: error: “exq” is no op"
        ),
        ("graph \"g\" {\n%1 = input name=\"x\" : f32[2]\n}", "line 2: error: expected %0"),
        ("graph \"g\" {\n%0 = exp(%0) : f32[2]\n}", "line 2: error: %0 is not defined above"),
        (
            "graph \"g\" {\n%0 = input name=\"x\" : f16[2]\n}",
            "line 2: error: “f16” is no element type; there are [\"f32\", \"f64\"]"
        ),
        (
            "graph \"g\" {\n\n%0 = input name=\"x\" : f32[2]\n%1 = exp(%0) : f32[3]\n}",
            "line 4: error: exp: gives f32[2], not f32[3]"
        ),
        (
            "graph \"g\" {\n%0 = input name=\"x\" : f32[2]\n%1 = input name=\"x\" : f32[2]\n}",
            "line 3: error: %1 is the same as %0"
        ),
        ("graph \"g\" {\n%0 = constant value=nan : f32[2]\n}", "line 2: error: “nan” is no number"),
        ("graph \"g\" {\nreturn \"y\" = %0\n}", "line 2: error: %0 is not defined above"),
        (
            "graph \"g\" {\n%0 = input name=\"x\" : f32[99999999999,99999999999]\n}",
            "line 2: error: input: f32[99999999999,99999999999] has more elements than any memory"
        ),
        (
            "graph \"g\" {\n%0 = input name=\"x\" : f32[1] copy -1\n}",
            "line 2: error: copies are counted from 1, found -1"
        ),
        ("graph \"g\" {\n}\nmore", "line 3: error: text goes on after the graph"),
        (
            "graph \"g\" {\n%0 = input name=\"x\" : f32[1]\n%1 = matmul(%0, %0) transposeA=yes transposeB=true : f32[1]\n}",
            "line 3: error: transposeA is true or false, not “yes”"
        ),
    ]

    @Test(arguments: refused.indices) func refuses(_ index: Int) {
        let (text, error) = Self.refused[index]
        #expect { try Graph(parsing: text) } throws: { "\($0)" == error }
    }

    /// Zeros of either sign are two values, wherever they are.
    @Test func negativeZerosOfKernelsStayApart() throws {
        var graph = Graph("zeros")
        let x = graph.insert(Node(.input("x"), type: TensorType([2])))
        func reciprocalOf(_ zero: Double) -> NodeID {
            var inner = Graph("fused")
            let operand = inner.insert(Node(.input("0"), type: TensorType([2])))
            let constant = inner.insert(Node(.constant(zero), type: TensorType([2])))
            inner.output("0", inner.insert(Node(.binary(.divide), [operand, constant], type: TensorType([2]))))
            return graph.insert(Node(.fused(Fused(inner)), [x], type: TensorType([2])))
        }
        #expect(reciprocalOf(0.0) != reciprocalOf(-0.0))
        #expect(reciprocalOf(-0.0) == reciprocalOf(-0.0))
        #expect(try Graph(parsing: graph.description).description == graph.description)
    }

    /// A site, a word, a number, each longer than anybody wants to read in an error.
    @Test(arguments: ["at \"LONG\"", "adjoint %LONG", "copy LONG", "LONG"])
    func longWordsAreCutShort(_ end: String) {
        let long = String(repeating: "e\u{301}9", count: 20_000)
        let text = "graph \"g\" {\n%0 = input name=\"x\" : f32[1] \(end.replacing("LONG", with: long))\n}"
        #expect { try Graph(parsing: text) } throws: {
            let words = "\($0)"
            return words.hasPrefix("line 2: error: ") && words.utf8.count < 1000
        }
    }

    @Test func deepNestingIsRefused() {
        let text = "graph \"g\" {\n" + String(repeating: "%0 = fused : f32[1] graph \"f\" {", count: 100_000)
        #expect { try Graph(parsing: text) } throws: { "\($0)" == "line 2: error: a fused graph cannot hold another" }
    }
}
