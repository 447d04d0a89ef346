import Foundation
import Synchronization

/// Compiles each different kernel once, on all cores, and loads them. The functions are by the kernels' keys.
func compileAll(
    _ kernels: [any Kernel], target: CodeTarget
) throws -> (LoadedCode, [String: KernelFunction]) {
    var symbols: [String: String] = [:]
    var different: [(kernel: any Kernel, symbol: String)] = []
    for kernel in kernels where symbols[kernel.key] == nil {
        let symbol = "kernel\(different.count)"
        symbols[kernel.key] = symbol
        different.append((kernel, symbol))
    }
    let compiler = KernelCompiler(target: target)
    let objects = Mutex([Result<[UInt8], JITError>?](repeating: nil, count: different.count))
    let list = different
    DispatchQueue.concurrentPerform(iterations: list.count) { index in
        let result = Result { () throws(JITError) in try compiler.object(list[index].kernel, symbol: list[index].symbol)
        }
        objects.withLock { $0[index] = result }
    }
    let code = try LoadedCode()
    for (index, object) in objects.withLock({ $0 }).enumerated() {
        guard let object else { preconditionFailure("internal: a kernel was not compiled") }
        try code.add(object.get(), name: different[index].symbol)
    }
    return (code, try symbols.mapValues { try code.function($0) })
}
