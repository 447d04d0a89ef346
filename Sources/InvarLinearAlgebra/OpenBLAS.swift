import COpenBLAS
import InvarRuntime
import Synchronization

/// There is no memory for OpenBLAS's kernels.
package struct OpenBLASError: Error, Hashable, Sendable, CustomStringConvertible {
    let threads: Int
    /// Bytes; `left` where this process may have only so many.
    let wanted: Int
    let left: Int?

    package var description: String {
        let few = threads == 1 ? "" : ", fewer threads (--threads 1)"
        let found = left.map { "this process may have \($0 >> 20) MiB more (ulimit -v)" } ?? "the system has none left"
        return "OpenBLAS needs \(wanted >> 20) MiB of addresses for \(threads) thread\(threads == 1 ? "" : "s"), and "
            + "\(found); allow more\(few)"
    }
}

/// The OpenBLAS that this process has loaded.
package enum OpenBLAS {
    /// Puts OpenBLAS on one thread. All parallelism is the worker pool's, so that results do not depend on it.
    /// Called by whatever calls its kernels; the first call does the work, and ends the process where there is no memory for
    /// them: OpenBLAS would ask for it for ever. Who can throw calls `reserve` before.
    @inline(__always)
    package static func prepare() { _ = prepared }

    private static let prepared: Void = {
        openblas_set_num_threads(1)
        do { try reserve(threads: 1) } catch { fatalError("\(error)") }
    }()

    private static let reserved = Mutex(0)

    /// Takes the memory that OpenBLAS works in when so many threads call it at once. It keeps its buffers from call to call and
    /// takes further ones in the middle of a product, where it asks the system again and again if that has none left.
    /// - Throws: `OpenBLASError` where the system does not give it.
    package static func reserve(threads: Int) throws(OpenBLASError) {
        let failure: OpenBLASError? = reserved.withLock { reserved in
            var held: [UnsafeMutableRawPointer] = unsafe []
            defer { unsafe held.forEach { unsafe blas_memory_free($0) } }
            while reserved < threads {
                // those that there are, one more
                while unsafe held.count < reserved, let buffer = unsafe blas_memory_alloc(0) {
                    unsafe held.append(buffer)
                }
                guard Memory.canMap(bufferByteCount) else {
                    return OpenBLASError(
                        threads: threads, wanted: (threads - reserved) * bufferByteCount, left: Memory.addressesLeft)
                }
                guard let buffer = unsafe blas_memory_alloc(0) else { return nil }
                unsafe held.append(buffer)
                reserved += 1
            }
            return nil
        }
        if let failure { throw failure }
    }

    /// Of one thread, in bytes. OpenBLAS does not say it: 128 MiB on x86-64, less elsewhere, and its bookkeeping.
    static let bufferByteCount = (128 << 20) + (1 << 16)

    /// The kernels in use, by OpenBLAS's name for the processor they were written for: `Zen`, `Haswell`, `Cooperlake`, ….
    package static var coreName: String { unsafe String(cString: openblas_get_corename()) }

    /// The library's version and how it was built.
    package static var configuration: String { unsafe String(cString: openblas_get_config()) }

    /// A sentence for the user when slower kernels are in use than the processor has; nil when all is well.
    package static func environmentWarning() -> String? {
        let forced = unsafe getenv("OPENBLAS_CORETYPE").map { unsafe String(cString: $0) }
        return warning(coreName: coreName, forced: forced, target: .current)
    }

    static let warningHint = "unset OPENBLAS_CORETYPE (and OPENBLAS_L2_SIZE, if set) to let OpenBLAS choose"

    package static func warning(coreName: String, forced: String?, target: TargetDescription) -> String? {
        let width = vectorBits(coreName: coreName)
        guard width < target.vectorBits else { return nil }
        let found =
            "OpenBLAS runs its \(coreName) kernels (\(width)-bit vectors) on a processor with \(target.vectorBits)-bit vectors"
        if let forced, !forced.isEmpty {
            return "\(found), because OPENBLAS_CORETYPE=\(forced) is set; \(warningHint)"
        }
        return "\(found): this OpenBLAS does not know the processor; a newer libopenblas would be faster"
    }

    /// The vector width that a set of OpenBLAS kernels uses.
    static func vectorBits(coreName: String) -> Int {
        switch coreName.lowercased() {
        case "skylakex", "cooperlake", "sapphirerapids", "zen4", "zen5": 512
        case "haswell", "zen", "sandybridge", "bulldozer", "piledriver", "steamroller", "excavator": 256
        default: 128
        }
    }
}
