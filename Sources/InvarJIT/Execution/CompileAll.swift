import Foundation
import InvarRuntime
import Synchronization

/// A kernel, and the step that needs it: a path and a line, for errors.
struct KernelUse: Sendable {
    var kernel: any TileKernel
    /// `encoder.conv1, at Models/MLP.swift:9`
    var origin: String
}

/// Loads every kernel, each different one once: from the cache, or compiled, on all cores. The functions are in the order
/// of the uses.
func compileAll(
    _ uses: [KernelUse], target: CodeTarget, cache: KernelCache? = nil
) throws -> (code: LoadedCode, functions: [KernelFunction]) {
    let supply = KernelSupply(target: target, cache: cache)
    let hashes = onAllCores(uses.count) { next, keep in
        while let index = next() { keep(index, supply.hash(uses[index].kernel)) }
    }
    var first: [SHA256: Int] = [:]
    for (index, hash) in hashes.enumerated() where first[hash] == nil { first[hash] = index }
    let different = first.values.sorted()
    let objects = onAllCores(different.count) { next, keep in
        do throws(JITError) {
            let machine = try TargetMachine(target)
            while let index = next() {
                let use = different[index]
                keep(index, supply.object(uses[use], hashes[use], machine))
            }
        } catch {
            while let index = next() { keep(index, .failure(error)) }
        }
    }
    let code = try LoadedCode()
    var new: [(hash: SHA256, object: [UInt8])] = []
    for (index, result) in zip(different, objects) {
        let object = try result.get()
        try code.add(object.bytes, name: uses[index].kernel.name)
        if object.isNew { new.append((hashes[index], object.bytes)) }
    }
    supply.cache?.store(new)
    var functions: [SHA256: KernelFunction] = unsafe [:]
    for index in different { unsafe functions[hashes[index]] = try code.function(hashes[index].symbol) }
    return unsafe (
        code,
        hashes.map { hash in
            guard let function = unsafe functions[hash] else { preconditionFailure("internal: a kernel without code") }
            return unsafe function
        }
    )
}

/// Where object files come from.
private struct KernelSupply: Sendable {
    let compiler: KernelCompiler
    let cache: KernelCache?
    private let identity: String

    struct Object: Sendable {
        var bytes: [UInt8]
        var isNew: Bool
    }

    init(target: CodeTarget, cache: KernelCache?) {
        compiler = KernelCompiler(target: target)
        let known = cache == nil ? nil : CodeIdentity.text(target)
        if known == nil { cache?.refuse("it is not known which program this is") }
        (identity, self.cache) = (known.map { SHA256($0).hex } ?? "", known == nil ? nil : cache)
    }

    func hash(_ kernel: any TileKernel) -> SHA256 { SHA256("\(identity)\n\(kernel.key)") }

    func object(
        _ use: KernelUse, _ hash: SHA256, _ machine: borrowing TargetMachine
    ) -> Result<Object, JITError> {
        if let kept = cache?.object(hash) { return .success(Object(bytes: kept, isNew: false)) }
        do throws(JITError) {
            let bytes = try compiler.object(use.kernel, symbol: hash.symbol, machine)
            return .success(Object(bytes: bytes, isNew: true))
        } catch {
            return .failure(error.of(use.origin))
        }
    }
}

extension SHA256 {
    /// A kernel's name in its object file.
    fileprivate var symbol: String { "k" + hex }
}

/// A value for every index below `count`, computed by as many threads as there are cores. Each runs `work` once, which asks
/// for indices until there is none, and keeps a value for each.
private func onAllCores<Value: Sendable>(
    _ count: Int, _ work: @Sendable (_ next: () -> Int?, _ keep: (Int, Value) -> Void) -> Void
) -> [Value] {
    let values = Mutex([Value?](repeating: nil, count: count))
    let taken = Atomic(0)
    let threads = min(count, ProcessInfo.processInfo.activeProcessorCount)
    inParallel(threads) { _ in
        work {
            let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
            return index < count ? index : nil
        } _: { index, value in
            values.withLock { $0[index] = value }
        }
    }
    return values.withLock { values in
        values.map { value in
            guard let value else { preconditionFailure("internal: a kernel was left out") }
            return value
        }
    }
}
