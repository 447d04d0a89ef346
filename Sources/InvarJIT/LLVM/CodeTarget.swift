import CLLVM
import InvarRuntime

/// What code is compiled for: LLVM's names of the processor and its features, and how wide vectors are.
package struct CodeTarget: Hashable, Sendable {
    package var triple: String
    /// LLVM's name of the processor: `znver3`
    package var processor: String
    /// `+avx2,+fma,…`
    package var features: String
    /// 512, 256 or 128.
    package var vectorBits: Int
    /// The version of LLVM that compiles: 14.
    package var version: Int
    /// Bytes of the first and of the second level's cache, per core.
    package var l1, l2: Int

    /// This machine, with vectors as wide as it has them, or narrower or wider on request: LLVM cuts wider ones up.
    package init(vectorBits: Int? = nil) {
        LLVMSetUp.once
        (triple, processor, features) = CodeTarget.host
        let machine = TargetDescription.current
        self.vectorBits = vectorBits ?? machine.vectorBits
        (l1, l2) = (machine.l1, machine.l2)
        version = LLVMSetUp.version
    }

    /// A machine that need not be this one, with caches of a usual size: what is compiled for it does not depend on where.
    init(triple: String, processor: String, features: String, vectorBits: Int) {
        LLVMSetUp.allTargets
        (self.triple, self.processor, self.features, self.vectorBits) = (triple, processor, features, vectorBits)
        (l1, l2) = (32 << 10, 1 << 20)
        version = LLVMSetUp.version
    }

    /// LLVM's version to the letter: `14.0.6`
    static var release: String { LLVM_VERSION_STRING }

    /// What LLVM says of this machine, asked once: in a virtual machine the questions take a millisecond.
    private static let host = unsafe (
        takeMessage(LLVMGetDefaultTargetTriple()), takeMessage(LLVMGetHostCPUName()),
        takeMessage(LLVMGetHostCPUFeatures())
    )

    /// Vector registers that the instruction set has.
    package var registers: Int {
        let isArm = triple.hasPrefix("aarch64") || triple.hasPrefix("arm64")
        return isArm || vectorBits == 512 && features.contains("+avx512f") ? 32 : 16
    }
}

/// What must happen once in a process before anything is compiled.
enum LLVMSetUp {
    static let once: Void = {
        LLVMInitializeNativeTarget()
        LLVMInitializeNativeAsmPrinter()
        LLVMInitializeNativeAsmParser()
        withoutStrengthReduction()
    }()

    /// And before anything is compiled for another machine.
    static let allTargets: Void = {
        once
        LLVMInitializeAllTargetInfos()
        LLVMInitializeAllTargets()
        LLVMInitializeAllTargetMCs()
        LLVMInitializeAllAsmPrinters()
    }()

    /// Addresses are written with few multiplications in inner loops, so that LLVM's search for cheaper ones, a third of the time
    /// that a kernel takes to compile, finds next to nothing. An LLVM that does not know the option ignores it.
    private static func withoutStrengthReduction() {
        let arguments: [StaticString] = ["invar", "-disable-lsr"]
        let words: [UnsafePointer<CChar>?] = unsafe arguments.map {
            unsafe UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self)
        }
        unsafe LLVMParseCommandLineOptions(Int32(words.count), words, nil)
    }

    /// The major version of the library whose headers this was compiled with.
    static var version: Int { Int(LLVM_VERSION_MAJOR) }
}

/// LLVM's machine-code back end for one target. Used by one thread at a time.
@safe
struct TargetMachine: ~Copyable {
    let ref: LLVMTargetMachineRef

    /// - Parameter isForFiles: code that a linker will put together, and not one that is loaded at any distance from what it calls.
    init(_ target: CodeTarget, isForFiles: Bool = false) throws(JITError) {
        LLVMSetUp.once
        var found: LLVMTargetRef?
        var message: UnsafeMutablePointer<CChar>?
        guard unsafe LLVMGetTargetFromTriple(target.triple, &found, &message) == 0, let found = unsafe found else {
            throw JITError(doing: "compile for \(target.triple)", reason: unsafe takeMessage(message))
        }
        guard
            let machine = unsafe LLVMCreateTargetMachine(
                found, target.triple, target.processor, target.features, LLVMCodeGenLevelDefault, LLVMRelocPIC,
                isForFiles ? LLVMCodeModelDefault : LLVMCodeModelJITDefault)
        else { throw JITError(doing: "compile for \(target.triple)", reason: "no machine for \(target.processor)") }
        unsafe ref = machine
    }

    deinit { unsafe LLVMDisposeTargetMachine(ref) }
}
