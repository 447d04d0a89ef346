import CLLVM

/// What LLVM refused, and in which kernel.
package struct JITError: Error, CustomStringConvertible {
    /// What was being done: "compile conv.3x3 of encoder.conv1 at Models/MLP.swift:9"
    package var doing: String
    package var reason: String

    package var description: String { "cannot \(doing): \(reason)" }

    /// The same, with the step that it is about.
    func of(_ origin: String) -> JITError {
        origin.isEmpty ? self : JITError(doing: "\(doing) of \(origin)", reason: reason)
    }
}

/// Takes over an error that a C function returned, and throws it.
func check(_ error: LLVMErrorRef?, _ doing: @autoclosure () -> String) throws(JITError) {
    guard let error = unsafe error else { return }
    guard let text = unsafe LLVMGetErrorMessage(error) else {
        throw JITError(doing: doing(), reason: "LLVM does not say why")
    }
    defer { unsafe LLVMDisposeErrorMessage(text) }
    throw unsafe JITError(doing: doing(), reason: String(cString: text))
}

/// A text that LLVM allocated, copied and freed.
func takeMessage(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    defer { unsafe LLVMDisposeMessage(text) }
    return unsafe String(cString: text)
}
