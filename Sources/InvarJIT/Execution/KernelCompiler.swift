/// Kernels to machine code.
struct KernelCompiler {
    let target: CodeTarget

    /// The object file of one kernel, with one function of this name.
    func object(
        _ kernel: any TileKernel, symbol: String, _ machine: borrowing TargetMachine
    ) throws(JITError) -> [UInt8] {
        try module(kernel, symbol: symbol, machine).emit(machine)
    }

    /// Its code as text: LLVM's, as written or after the passes, or assembly.
    func text(_ kernel: any TileKernel, symbol: String, _ language: CodeLanguage) throws(JITError) -> String {
        let machine = try TargetMachine(target)
        let module = try module(kernel, symbol: symbol, machine)
        return switch language {
        case .llvm: module.text
        case .assembly: String(decoding: try module.emit(machine, assembly: true), as: UTF8.self)
        }
    }

    private func module(
        _ kernel: any TileKernel, symbol: String, _ machine: borrowing TargetMachine
    ) throws(JITError) -> LLVMModule {
        let module = LLVMModule(kernel.name, for: target)
        module.write(for: target) { builder in
            builder.kernel(symbol) { table, tile, worker in
                kernel.emit(KernelEmitter(builder, for: kernel, table: table, tile: tile, worker: worker))
            }
        }
        try module.optimize(machine)
        return module
    }
}

/// What a kernel can be read in.
package enum CodeLanguage: String, Sendable { case llvm, assembly }
