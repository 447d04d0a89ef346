import COpenBLAS
import Glibc
import InvarRuntime

/// The OpenBLAS that this process has loaded.
package enum OpenBLAS {
    /// Puts OpenBLAS on one thread. All parallelism is the worker pool's, so that results do not depend on it.
    /// Called by whatever calls its kernels; the first call does the work.
    @inline(__always)
    package static func prepare() { _ = prepared }

    private static let prepared: Void = openblas_set_num_threads(1)

    /// The kernels in use, by OpenBLAS's name for the processor they were written for: `Zen`, `Haswell`, `Cooperlake`, ….
    package static var coreName: String { String(cString: openblas_get_corename()) }

    /// The library's version and how it was built.
    package static var configuration: String { String(cString: openblas_get_config()) }

    /// A sentence for the user when slower kernels are in use than the processor has; nil when all is well.
    package static func environmentWarning() -> String? {
        let forced = getenv("OPENBLAS_CORETYPE").map { String(cString: $0) }
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
