import Foundation
import InvarData
import InvarGraph
import Testing

@Suite struct CommandTests {
    @Test(arguments: [
        "list", "pretrain", "evaluate", "finetune", "correlate", "project", "views", "embed", "inspect", "dump",
        "bench", "index",
    ])
    func helpTeachesWithExamples(command: String) throws {
        let ended = try Tool.run([command, "--help"], in: Scratch(), environment: ["COLUMNS": "100"])
        #expect(ended.status == 0)
        #expect(ended.out.contains("Examples:"))
        #expect(ended.out.contains("invar \(command)"))
        #expect(ended.err.isEmpty)
    }

    @Test(
        arguments: [
            (["evalute"], "did you mean evaluate?", 64),
            (["pretrain", "vicreg-smal"], "did you mean vicreg-small?", 1),
            (["views", "vicreg-small", "--data", "fashon-mnist"], "did you mean fashion-mnist?", 1),
            (["dump", "vicreg-small", "--stage", "optimised"], "did you mean optimized?", 1),
            (["bench", "--workload", "los-256x2048"], "did you mean loss-256x2048?", 1),
            (["pretrain", "vicreg-small", "--optimizer", "adam"], "did you mean adamw?", 1),
            (["pretrain", "vicreg-small", "--executor", "bals"], "did you mean blas?", 1),
            (["pretrain", "vicreg-small", "--epoch", "3"], "--epochs", 64),
            (["dump", "vicreg-small", "--stage", "orser"], "did you mean order?", 1),
            (["pretrain"], "architecture", 64),
        ] as [([String], String, Int32)])
    func aWrongNameSuggestsTheNearest(arguments: [String], hint: String, status: Int32) throws {
        let scratch = try Scratch()
        let ended = try Tool.run(arguments, in: scratch)
        #expect(ended.status == status)
        #expect(!ended.bySignal)
        #expect(ended.err.contains(hint), "\(ended.err)")
        if status == 1 { #expect(ended.err.hasPrefix("error: ") && ended.err.split(separator: "\n").count == 1) }
        #expect(!scratch.exists("runs"))
    }

    @Test func listNamesArchitecturesAndData() throws {
        let ended = try Tool.run(["list"], in: Scratch())
        #expect(ended.status == 0)
        for word in [
            "vicreg-small", "vicreg-mlp", "vicreg-convnet", "28×28×1", "240,608", "2048", "fashion-mnist", "mnist",
        ] {
            #expect(ended.out.contains(word))
        }
    }

    @Test(arguments: ["captured", "differentiated", "optimized"])
    func graphsParseBack(stage: String) throws {
        let scratch = try Scratch()
        let ended = try Tool.run(
            ["dump", "vicreg-small", "--stage", stage, "--batch", "4", "--output", "dumps/graph.txt"], in: scratch)
        #expect(ended.status == 0)
        let text = try scratch.text("dumps/graph.txt")
        let graph = try Graph(parsing: text)
        #expect(graph.description + "\n" == text)
        #expect(graph.output(named: "loss") != nil)
        #expect(graph.assignments.isEmpty == false)
    }

    @Test func theProgramIsText() throws {
        let ended = try Tool.run(["dump", "vicreg-mlp", "--stage", "program", "--batch", "4"], in: Scratch())
        #expect(ended.status == 0)
        for word in [
            "program \"vicreg-mlp\" f32", "input \"view1\"", "state \"encoder.linear1.weight\"", "FLOP",
            "return \"loss\"",
        ] {
            #expect(ended.out.contains(word))
        }
    }

    @Test func aReaderThatGoesAwayIsNoError() throws {
        let ended = try Tool.shell("'\(Tool.path)' dump vicreg-small --batch 4 | head -n 1", in: Scratch())
        #expect(ended.status == 0)
        #expect(ended.out.hasPrefix("graph"))
        #expect(ended.err.isEmpty)
    }

    @Test func viewsAreAPicture() throws {
        let scratch = try Scratch()
        try scratch.makeData()
        let ended = try Tool.run(
            ["views", "vicreg-small", "--data", "data", "--count", "5", "--output", "pictures/views.png"], in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        let picture = try Picture(png: scratch.path("pictures/views.png"))
        #expect(picture.height > 200 && picture.width > 400)
        #expect(Set(picture.pixels).count > 50)
    }

    @Test func benchWritesWhatTheContractSays() throws {
        let scratch = try Scratch()
        let ended = try Tool.run(
            [
                "bench", "--workload", "loss-256x2048", "--steps", "3", "--seconds", "0.5", "--threads", "1", "--json",
                "b.json",
            ],
            in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        let result = try scratch.json("b.json")
        for key in [
            "median_s", "min_s", "steps", "compile_s", "first_step_s", "peak_rss_mib", "parameters", "flops_per_step",
            "loss", "threads",
        ] {
            #expect(result[key] is Double, "\(key)")
        }
        #expect(result["workload"] as? String == "loss-256x2048")
        #expect(result["executor"] as? String == "jit")
        #expect(result["threads"] as? Int == 1)
        // x, y standard normal: E(x − y)² = 2, hinge near 0, 2·(D − 1)/(N − 1) off the diagonal
        let loss = try #require(result["loss"] as? Double)
        #expect(abs(loss - (50 + 2 * 2047.0 / 255)) < 3)
        // for each embedding two products of 256·256·2048 multiply-adds, one of them symmetric, so that half of it may do
        #expect(try #require(result["flops_per_step"] as? Double) > 6 * 256 * 256 * 2048)
    }

    @Test func benchTakesSeveralWorkloads() throws {
        let short = ["--steps", "3", "--seconds", "0.1", "--threads", "1", "--json", "-"]
        for arguments in [
            ["--workload", "loss-256x2048,augment-32"], ["--workload", "loss-256x2048", "--workload", "augment-32"],
        ] {
            let ended = try Tool.run(["bench"] + arguments + short, in: Scratch())
            #expect(ended.status == 0, "\(ended.err)")
            let results = try JSONSerialization.jsonObject(with: Data(ended.out.utf8)) as? [[String: Any]]
            #expect(results?.map { $0["workload"] as? String } == ["loss-256x2048", "augment-32"])
        }
        let wrong = try Tool.run(["bench", "--workload", "mlp-fmnist,convnet-fmnst"] + short, in: Scratch())
        #expect(wrong.status == 1)
        #expect(wrong.err.contains("did you mean convnet-fmnist?"))
    }

    @Test(
        arguments: [
            (["bench", "--workload", "augment-32", "--memory", "1MB"], "there is no --memory"),
            (["bench", "--workload", "augment-32,augment-224", "--steps", "3"], "there is no --steps"),
            (["bench", "--workload", "effects-96", "--threads", "2"], "there is no --threads"),
            (["bench", "--workload", "loss-256x2048", "--memory", "1MB"], "are not enough"),
            (["bench", "--workload", "resnet50-infer-b1", "--memory", "1MB"], "are not enough"),
            (["pretrain", "vicreg-small", "--change-epochs"], "needs --resume"),
            (["profile", "vicreg-small", "--json", "-", "--top", "3"], "leave --top out"),
            (["inspect", "a.npy", "--matching", "a"], "leave --matching out"),
        ] as [([String], String)])
    func whatHasNoEffectIsRefused(arguments: [String], words: String) throws {
        let ended = try Tool.run(arguments, in: Scratch())
        #expect(ended.status == 1 && ended.error.contains(words), "\(ended.err)")
    }

    @Test func aLevelThatThereIsNotIsNamed() throws {
        let ended = try Tool.run(["list"], in: Scratch(), environment: ["INVAR_LOG": "debgu"])
        #expect(ended.status == 1 && ended.err.contains("INVAR_LOG \"debgu\"; did you mean debug?"), "\(ended.err)")
        #expect(try Tool.run(["list"], in: Scratch(), environment: ["INVAR_LOG": "Debug"]).status == 0)
    }

    @Test func benchOfViewsCountsImages() throws {
        let ended = try Tool.run(
            ["bench", "--workload", "augment-32", "--seconds", "0.3", "--json", "-"], in: Scratch())
        let result = try #require(try JSONSerialization.jsonObject(with: Data(ended.out.utf8)) as? [String: Any])
        #expect(try #require(result["images_per_s"] as? Double) > 100)
    }

    @Test func benchOfEffectsHasARowForEach() throws {
        let ended = try Tool.run(["bench", "--workload", "effects-96", "--steps", "1", "--json", "-"], in: Scratch())
        let results = try JSONSerialization.jsonObject(with: Data(ended.out.utf8)) as? [[String: Any]]
        let names = results?.compactMap { $0["executor"] as? String } ?? []
        #expect(names.first == "nothing" && names.contains("Perspective") && names.count == 18, "\(names)")
    }

    @Test func aTruncatedCheckpointIsAnError() throws {
        let scratch = try Scratch()
        let tensors = ["a.weight": StoredTensor(shape: [100, 10], [Float](repeating: 1, count: 1000))]
        try SafetensorsFile.write(tensors, to: scratch.path("whole.safetensors"))
        let whole = try scratch.bytes("whole.safetensors")
        let good = try Tool.run(["inspect", "whole.safetensors"], in: scratch)
        #expect(good.status == 0)
        #expect(good.out.contains("a.weight") && good.out.contains("[100, 10]") && good.out.contains("1,000 values"))
        for length in [0, 5, 8, 40, whole.count - 1] {
            try whole.prefix(length).write(to: URL(fileURLWithPath: scratch.path("cut.safetensors")))
            let ended = try Tool.run(["inspect", "cut.safetensors"], in: scratch)
            #expect(ended.status == 1)
            #expect(ended.err.hasPrefix("error: cut.safetensors"))
        }
    }

    @Test func inspectListsEveryKindOfNumber() throws {
        let scratch = try Scratch()
        let header =
            #"{"f":{"dtype":"F4","shape":[4],"data_offsets":[0,2]},"h":{"dtype":"F16","shape":[2],"data_offsets":[2,6]}}"#
        let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
        try Data(length + Array(header.utf8) + [0, 0, 0, 0x3C, 0, 0xC0]).write(
            to: URL(fileURLWithPath: scratch.path("x.safetensors")))
        let ended = try Tool.run(["inspect", "x.safetensors"], in: scratch)
        let rows = ended.out.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(ended.status == 0, "\(ended.err)")
        #expect(rows[1] == ["f", "[4]", "F4", "-", "-", "-", "-", "-"])
        #expect(rows[2] == ["h", "[2]", "F16", "-0.5", "1.5", "-2", "1", "-"])
        #expect(rows[3] == ["2", "tensors,", "6", "values"])
    }

    /// Twenty thousand of them: what takes a time that grows with their square would take minutes.
    @Test func inspectReadsManyTensors() throws {
        let scratch = try Scratch()
        let tensors = Dictionary(
            uniqueKeysWithValues: (0..<20_000).map { ("layer\($0).weight", StoredTensor(shape: [1], [Float($0)])) })
        try SafetensorsFile.write(tensors, to: scratch.path("many.safetensors"))
        let ended = try Tool.run(["inspect", "many.safetensors"], in: scratch)
        #expect(ended.status == 0 && ended.out.hasSuffix("20,000 tensors, 20,000 values\n"), "\(ended.err)")
        #expect(ended.out.split(separator: "\n").count == 20_002)
    }

    @Test func inspectCountsWhatIsNotFinite() throws {
        let scratch = try Scratch()
        let values: [Float] = [.nan, 2, 4, .infinity]
        try SafetensorsFile.write(
            ["x": StoredTensor(shape: [4], values)], metadata: ["who": "test"], to: scratch.path("x.safetensors"))
        let ended = try Tool.run(["inspect", "x.safetensors"], in: scratch)
        let row = try #require(ended.out.split(separator: "\n").first { $0.hasPrefix("x ") })
        #expect(row.split(separator: " ").map(String.init) == ["x", "[4]", "F32", "3", "1", "2", "4", "2"])
        #expect(ended.out.contains("who: test"))
    }
}
