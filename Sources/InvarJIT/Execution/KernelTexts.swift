import InvarCompiler

extension JITExecutor {
    /// One of the different kernels of a program, as text.
    package struct KernelText: Sendable {
        package let name: String
        /// The steps that run it, by number, each once.
        package let steps: [Int]
        package let text: String
    }

    /// The code of each different kernel of these steps, in the order in which they are first run.
    /// - Throws: `JITError` when LLVM refuses a kernel.
    package func texts(of program: Program, steps: [Int], _ language: CodeLanguage) throws -> [KernelText] {
        var users: [String: [Int]] = [:]
        var different: [any TileKernel] = []
        let constants = program.constantOperands
        for step in steps {
            let code = try stepCode(program, step, constants)
            for phase in code.once + code.phases {
                if users[phase.kernel.key] == nil { different.append(phase.kernel) }
                if users[phase.kernel.key]?.last != step { users[phase.kernel.key, default: []].append(step) }
            }
        }
        let compiler = KernelCompiler(target: target)
        return try different.enumerated().map { index, kernel in
            KernelText(
                name: kernel.name, steps: users[kernel.key] ?? [],
                text: try compiler.text(kernel, symbol: "kernel\(index)", language))
        }
    }
}
