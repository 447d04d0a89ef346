import InvarCompiler
import InvarJIT
import InvarTraining

/// One target's two files: the kernels as assembly, and the tables that say how they are called, as C.
struct TargetText {
    let target: EmissionTarget
    let assembly: String
    let tables: String
    /// The most addresses that a phase needs.
    let mostPlaces: Int
    /// Bytes of an arena's inputs.
    let inputBytes: Int

    init(_ model: EmittedModel, _ target: EmissionTarget, schedules: ScheduleTable) throws {
        self.target = target
        let kernels = try EmittedKernels(model.programs, target: target, schedules: schedules)
        let layout = try StateLayout(model, kernels, keepsSources: model.isTraining)
        let prefix = "\(model.name.lower)_\(target.identifier)"
        let code = try kernels.assembly { "\(prefix)_k\($0)" }
        inputBytes = layout.inputBytes
        mostPlaces = kernels.programs.flatMap { $0.once + $0.phases }.map(\.places.count).max() ?? 0
        assembly = Self.assemblyFile(code, model, target)
        tables = Self.tables(model, target, kernels, layout)
    }

    private static func assemblyFile(_ code: String, _ model: EmittedModel, _ target: EmissionTarget) -> String {
        """
        /* The kernels of \(model.name.lower) for \(target.rawValue). Written by invar emit \(invarVersion) with LLVM \(EmittedKernels.llvm); what
           calls them is \(model.name.lower)_\(target.identifier).c. */
        #if \(target.condition)
        \(code)
        #endif
        #if defined(__ELF__)
            .section .note.GNU-stack, "", %progbits
        #endif

        """
    }
}

extension EmissionTarget {
    /// Where a C compiler may compile it.
    var condition: String {
        switch self {
        case .v2, .v3, .v4: "defined(__x86_64__) && defined(__ELF__)"
        case .aarch64: "defined(__aarch64__) && defined(__ELF__)"
        case .apple: "defined(__aarch64__) && defined(__APPLE__)"
        }
    }

    /// What a processor must have, as the runtime calls it.
    var instructions: String {
        switch self {
        case .v2: "X86_64_V2"
        case .v3: "X86_64_V3"
        case .v4: "X86_64_V4"
        case .aarch64, .apple: "AARCH64"
        }
    }

    /// The best for a processor first.
    static let byPreference: [EmissionTarget] = [.v4, .v3, .v2, .aarch64, .apple]
}
