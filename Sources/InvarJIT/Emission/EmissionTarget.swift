/// A kind of processor and system that kernels can be written out for, whatever machine writes them.
package enum EmissionTarget: String, CaseIterable, Sendable {
    /// Any x86-64 of the last fifteen years: SSE4.2, 128-bit vectors, no fused multiply-add.
    case v2 = "x86-64-v2"
    /// AVX2 and FMA, 256-bit vectors: Intel's since 2013, AMD's since 2015.
    case v3 = "x86-64-v3"
    /// AVX-512 (F, BW, CD, DQ, VL), 512-bit vectors.
    case v4 = "x86-64-v4"
    /// 64-bit Arm with the vectors that each of them has (NEON), on Linux and its like.
    case aarch64
    /// Apple's processors, on macOS.
    case apple = "arm64-apple"

    /// The same as part of a C identifier and of a file's name: `x86_64_v3`
    package var identifier: String { rawValue.replacing("-", with: "_") }

    package var codeTarget: CodeTarget {
        switch self {
        case .v2: Self.x86("x86-64-v2", "", vectorBits: 128)
        case .v3: Self.x86("x86-64-v3", "+avx,+avx2,+fma,+bmi,+bmi2,+f16c,+lzcnt,+movbe", vectorBits: 256)
        case .v4:
            Self.x86(
                "x86-64-v4",
                "+avx,+avx2,+fma,+bmi,+bmi2,+f16c,+lzcnt,+movbe,+avx512f,+avx512bw,+avx512cd,+avx512dq,+avx512vl",
                vectorBits: 512)
        case .aarch64:
            CodeTarget(
                triple: "aarch64-unknown-linux-gnu", processor: "generic", features: "+neon", vectorBits: 128)
        case .apple:
            CodeTarget(triple: "arm64-apple-macosx12.0", processor: "apple-m1", features: "", vectorBits: 128)
        }
    }

    private static func x86(_ processor: String, _ features: String, vectorBits: Int) -> CodeTarget {
        CodeTarget(
            triple: "x86_64-unknown-linux-gnu", processor: processor, features: features, vectorBits: vectorBits)
    }
}
