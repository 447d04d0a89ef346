import InvarCompiler

/// The texts that what is compiled can be read in.
public enum CodeForm: String, CaseIterable, Sendable {
    /// How each contraction is cut up.
    case schedule
    /// LLVM's intermediate code.
    case llvm
    /// Assembly.
    case asm

    /// What a comment begins with.
    var comment: String { self == .llvm ? ";" : "#" }

    /// What the parts of the text are.
    var noun: String { self == .schedule ? "contraction" : "kernel" }
}

/// A kernel that an executor made for one or more steps of a program.
public struct KernelCode: Sendable {
    /// What the dump calls the kernel.
    public let name: String
    /// The steps that run it, by number.
    public let steps: [Int]
    /// The code.
    public let text: String

    /// - Parameter steps: numbers of the steps that run it.
    public init(name: String, steps: [Int], text: String) { (self.name, self.steps, self.text) = (name, steps, text) }
}

/// Makes the different kernels of some steps of a program, in the order in which they first run. Handed in from where
/// executors are known: this module knows none.
public typealias CodeProvider = @Sendable (_ program: Program, _ steps: [Int], _ form: CodeForm) throws -> [KernelCode]
