import CLLVM

/// A compiled kernel: computes one tile. `table` holds the addresses that it works on, in the order that its phase says.
typealias KernelFunction =
    @convention(c) (
        _ table: UnsafePointer<UnsafeMutableRawPointer>, _ tile: Int, _ worker: Int
    ) -> Void

/// Machine code in this process, kept while this exists.
@safe
final class LoadedCode: @unchecked Sendable {
    private let jit: LLVMOrcLLJITRef

    init() throws(JITError) {
        LLVMSetUp.once
        var made: LLVMOrcLLJITRef?
        unsafe try check(LLVMOrcCreateLLJIT(&made, nil), "start LLVM's linker")
        guard let made = unsafe made else { throw JITError(doing: "start LLVM's linker", reason: "it gave nothing") }
        unsafe jit = made
        // Mathematics of the C library, for doubles.
        var generator: LLVMOrcDefinitionGeneratorRef?
        let prefix = unsafe LLVMOrcLLJITGetGlobalPrefix(jit)
        unsafe try check(
            LLVMOrcCreateDynamicLibrarySearchGeneratorForProcess(&generator, prefix, nil, nil),
            "look up symbols of this process")
        unsafe LLVMOrcJITDylibAddGenerator(LLVMOrcLLJITGetMainJITDylib(jit), generator)
    }

    deinit { if let error = unsafe LLVMOrcDisposeLLJIT(jit) { unsafe LLVMConsumeError(error) } }

    /// Adds an object file.
    func add(_ object: [UInt8], name: String) throws(JITError) {
        let buffer = unsafe object.withUnsafeBytes { bytes in
            unsafe LLVMCreateMemoryBufferWithMemoryRangeCopy(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, name)
        }
        guard let buffer = unsafe buffer else { throw JITError(doing: "load \(name)", reason: "no memory") }
        unsafe try check(LLVMOrcLLJITAddObjectFile(jit, LLVMOrcLLJITGetMainJITDylib(jit), buffer), "load \(name)")
    }

    /// The function of this name, out of the objects that were added.
    func function(_ name: String) throws(JITError) -> KernelFunction {
        var address: LLVMOrcExecutorAddress = 0
        unsafe try check(LLVMOrcLLJITLookup(jit, &address, name), "find \(name)")
        guard let pointer = unsafe UnsafeRawPointer(bitPattern: UInt(address)) else {
            throw JITError(doing: "find \(name)", reason: "it has no address")
        }
        return unsafe unsafeBitCast(pointer, to: KernelFunction.self)
    }
}
