import InvarCompiler
import InvarDump
import InvarGraph
import Testing

@Suite struct CodeTests {
    /// One kernel for each kind of op.
    private func history() -> History {
        var history = Histories.of("vicreg-small")
        history.codeProvider = { program, steps, form in
            let kinds = Dictionary(grouping: steps) { program.steps[$0].kernel.mnemonic }
            return kinds.sorted { $0.value[0] < $1.value[0] }.map {
                KernelCode(name: "kernel.\($0.key)", steps: $0.value, text: "code in \(form.rawValue)")
            }
        }
        return history
    }

    @Test(arguments: CodeForm.allCases)
    func everyKernelSaysWhoRunsIt(form: CodeForm) throws {
        let history = history()
        let text = try history.dump(form.rawValue, as: .text)
        let mark = form == .llvm ? ";" : "#"
        let code = text.split(separator: "\n").filter { !$0.hasPrefix(mark) }
        #expect(code.allSatisfy { $0 == "code in \(form.rawValue)" })
        #expect(code.count == Set(history.program.steps.map(\.kernel.mnemonic)).count)
        for (index, step) in history.program.steps.enumerated() {
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("\(mark) step \(index): ") })
            for part in [step.kernel.mnemonic, step.name, step.site?.description ?? ""] where !part.isEmpty {
                #expect(line.contains(part))
            }
        }
    }

    @Test func aLayerHasItsKernelsOnly() throws {
        let history = history()
        let text = try history.dump("asm", as: .text, DumpOptions(node: "encoder.conv2"))
        let steps = text.split(separator: "\n").filter { $0.hasPrefix("# step ") }
        #expect(!steps.isEmpty && steps.allSatisfy { $0.contains("encoder.conv2") })
        let one = try history.dump("asm", as: .text, DumpOptions(node: "7"))
        #expect(one.split(separator: "\n").filter { $0.hasPrefix("# step ") }.count == 1)
        #expect(one.contains("# step 7: "))
    }

    @Test func codeIsText() throws {
        let error = #expect(throws: Diagnostic.self) { try history().dump("llvm", as: .svg) }
        #expect(error?.message.contains("leave the format svg out") ?? false)
    }

    @Test func withoutAProviderThereIsNoCode() throws {
        var history = Histories.of("vicreg-mlp")
        history.codeProvider = nil
        let error = #expect(throws: Diagnostic.self) { try history.dump("llvm", as: .text) }
        #expect(error?.message.contains("--stage llvm") ?? false)
    }
}
