import InvarCompiler
import InvarGraph

extension History {
    /// The code of each different kernel, with the steps that run it above it.
    /// - Throws: a `Diagnostic` where nothing makes code; what the provider throws.
    func code(_ form: CodeForm, _ selection: Selection?) throws -> String {
        guard let codeProvider else {
            throw Diagnostic("nothing here makes \(form.rawValue) code; ask invar dump --stage \(form.rawValue)")
        }
        let steps = program.steps.indices.filter { selection?.core.contains($0) ?? true }
        let kernels = try codeProvider(program, steps, form)
        let of = selection.map { " of \($0.title)" } ?? ""
        let heading =
            "\(form.comment) \(name)\(of): \(counted(kernels.count, form.noun)) for "
            + counted(steps.count, "step")
        let texts = kernels.enumerated().map { index, kernel in
            let header =
                ["\(form.noun) \(index): \(kernel.name)"] + kernel.steps.map { program.steps.description(of: $0) }
            return header.map { "\(form.comment) \($0)" }.joined(separator: "\n") + "\n" + kernel.text
        }
        return ([heading] + texts).joined(separator: "\n\n")
    }
}

extension [Step] {
    /// `step 12: fused in encoder.bn1 at Invar/Zoo.swift:48`
    fileprivate func description(of index: Int) -> String {
        let step = self[index]
        return "step \(index): \(step.kernel.mnemonic)" + (step.name.isEmpty ? "" : " in \(step.name)")
            + (step.isBackward ? ", backward" : "") + (step.site.map { " at \($0)" } ?? "")
    }
}
