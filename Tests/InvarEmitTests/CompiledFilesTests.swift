import Foundation
import InvarEmit
import InvarJIT
import Testing

/// What the compiled files need, and what they show to those who link them.
@Suite struct CompiledFilesTests {
    static let picture = Compiler.strict + ["-fPIC"]

    private static func emission(_ name: String) throws -> Emission {
        try StepCase.names.contains(name) ? StepCase.named(name).emission : EncoderCase.named(name).emission
    }

    /// Neither the C library nor anything else: what a kernel calls is in its own file.
    @Test(arguments: EncoderCase.names + StepCase.names) func kernelsNeedNothing(_ name: String) throws {
        let objects = try Self.emission(name).objects(by: "gcc", Compiler.strict).filter { $0.hasSuffix("_kernels.o") }
        #expect(!objects.isEmpty)
        for object in objects {
            let needed = try run("nm", ["-u", object])
            // "no symbols" of a file for a processor that is not this one's
            let names = needed.output.split(separator: "\n").filter { !$0.hasSuffix("no symbols") }
            #expect(needed.isFine && names.isEmpty, "\(object): \(names)")
        }
    }

    /// A shared library needs the C library alone, and shows the functions of its header alone.
    @Test(arguments: ["tiny-resnet", "byol-adamw"]) func aLibraryShowsItsHeader(_ name: String) throws {
        let emission = try Self.emission(name)
        let library = emission.file("library") + ".so"
        let objects = try emission.objects(by: "gcc", Self.picture)
        let linked = try run("gcc", ["-shared", "-pthread", "-Wl,--no-undefined", "-o", library] + objects)
        #expect(linked.isFine, "\(linked.output)")
        let needed = try run("readelf", ["-d", library]).output.split(separator: "\n").filter {
            $0.contains("(NEEDED)")
        }
        #expect(needed.count == 1 && needed.first?.contains("libc.so") == true, "\(needed)")
        let shown = try run("nm", ["-D", "--defined-only", library]).output.split(separator: "\n").compactMap {
            $0.split(separator: " ").last.map(String.init)
        }
        #expect(!shown.isEmpty)
        for symbol in shown { #expect(emission.code.header.text.contains("\(symbol)("), "\(symbol)") }
        let stack = try run("readelf", ["-lW", library]).output.split(separator: "\n").first {
            $0.contains("GNU_STACK")
        }
        #expect(stack?.contains("RWE") == false, "the stack can be executed")
    }

    @Test(arguments: ["tiny-resnet", "tiny-mlp", "byol-adamw", "dropout-sgd"])
    func cPlusPlusReadsTheHeader(_ name: String) throws {
        let emission = try Self.emission(name)
        let words = ["-x", "c++", "-std=c++17", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"]
        let ended = try run("clang", words + [emission.code.header.path], in: emission.folder)
        #expect(ended.isFine, "\(ended.output)")
    }

    /// Two models, each with several targets, and a step of training beside them, in one program.
    @Test func modelsLiveTogether() throws {
        let (first, second) = (try EncoderCase.named("tiny-resnet"), try EncoderCase.named("tiny-mlp"))
        var objects = try StepCase.named("byol-adamw").emission.objects(by: "gcc", Compiler.strict)
        for (model, name) in [(first, "first_main"), (second, "second_main")] {
            let driver = model.emission.file("driver") + ".o"
            let words = Compiler.strict + ["-DMAIN=\(name)", "-c", "-o", driver, "test_embed.c"]
            let ended = try run("gcc", words, in: model.emission.folder)
            #expect(ended.isFine, "\(ended.output)")
            objects += [driver] + (try model.emission.objects(by: "gcc", Compiler.strict))
        }
        let program = first.emission.file("two")
        let linked = try run(
            "gcc", Compiler.strict + ["-o", program, "test_two.c"] + objects, in: first.emission.folder)
        #expect(linked.isFine, "\(linked.output)")
        for target in EmissionTarget.here {
            let outs = [first.emission.file("out"), second.emission.file("out")]
            let words = zip([first, second], outs).flatMap { model, out in
                [model.weights, model.inputs, out, target.rawValue, "2"]
            }
            let ended = try run(program, words)
            #expect(ended.isFine, "\(ended.output)")
            for (model, out) in zip([first, second], outs) {
                let complaint = difference(try Numbers.read(out), try model.expected(target))
                #expect(complaint == nil, "\(model), \(target.rawValue): \(complaint ?? "")")
            }
        }
    }
}
