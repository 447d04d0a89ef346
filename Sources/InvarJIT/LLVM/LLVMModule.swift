import CLLVM

/// One module of LLVM's intermediate code, with the context it lives in. Written through an `IRBuilder`, then compiled.
@safe
struct LLVMModule: ~Copyable {
    private let context: LLVMContextRef
    private let module: LLVMModuleRef
    private let builder: LLVMBuilderRef
    let name: String

    init(_ name: String, for target: CodeTarget) {
        self.name = name
        guard let context = unsafe LLVMContextCreate(),
            let module = unsafe LLVMModuleCreateWithNameInContext(name, context),
            let builder = unsafe LLVMCreateBuilderInContext(context)
        else { preconditionFailure("internal: LLVM did not make a module") }
        unsafe (self.context, self.module, self.builder) = (context, module, builder)
        unsafe LLVMSetTarget(module, target.triple)
    }

    deinit {
        unsafe LLVMDisposeBuilder(builder)
        unsafe LLVMDisposeModule(module)
        unsafe LLVMContextDispose(context)
    }

    /// Writes into the module. The builder must not outlive the call.
    func write(for target: CodeTarget, _ body: (IRBuilder) -> Void) {
        unsafe body(IRBuilder(context: context, module: module, place: builder, target: target))
    }

    /// Its text.
    var text: String { unsafe takeMessage(LLVMPrintModuleToString(module)) }

    /// Checks the code, and makes it plain and quick.
    func optimize(_ machine: borrowing TargetMachine) throws(JITError) {
        var message: UnsafeMutablePointer<CChar>?
        let broken = unsafe LLVMVerifyModule(module, LLVMReturnStatusAction, &message)
        let complaint = unsafe takeMessage(message)
        if broken != 0 { throw JITError(doing: "verify \(name)", reason: complaint) }
        let options = unsafe LLVMCreatePassBuilderOptions()
        defer { unsafe LLVMDisposePassBuilderOptions(options) }
        // The code has its vectors, its unrolling and its hoisting already: what is left is to tidy up.
        let passes = "function(early-cse,simplifycfg,instcombine,early-cse,simplifycfg)"
        unsafe try check(LLVMRunPasses(module, passes, machine.ref, options), "optimize \(name)")
    }

    /// What a linker sees of the module's functions ends at the library that they are linked into.
    func hideFunctions() {
        var function = unsafe LLVMGetFirstFunction(module)
        while let found = unsafe function {
            if unsafe LLVMIsDeclaration(found) == 0, unsafe LLVMGetLinkage(found) == LLVMExternalLinkage {
                unsafe LLVMSetVisibility(found, LLVMHiddenVisibility)
            }
            unsafe function = LLVMGetNextFunction(found)
        }
    }

    /// The object file, or the text of the assembly.
    func emit(_ machine: borrowing TargetMachine, assembly: Bool = false) throws(JITError) -> [UInt8] {
        var message: UnsafeMutablePointer<CChar>?
        var buffer: LLVMMemoryBufferRef?
        let failed = unsafe LLVMTargetMachineEmitToMemoryBuffer(
            machine.ref, module, assembly ? LLVMAssemblyFile : LLVMObjectFile, &message, &buffer)
        guard failed == 0, let buffer = unsafe buffer else {
            throw JITError(doing: "compile \(name)", reason: unsafe takeMessage(message))
        }
        defer { unsafe LLVMDisposeMemoryBuffer(buffer) }
        let bytes = unsafe UnsafeRawBufferPointer(start: LLVMGetBufferStart(buffer), count: LLVMGetBufferSize(buffer))
        return unsafe [UInt8](bytes)
    }
}
