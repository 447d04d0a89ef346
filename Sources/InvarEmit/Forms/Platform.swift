import InvarJIT

/// A processor and system that objects are made for; the targets of one go into one library, which chooses when it runs.
enum Platform: String, CaseIterable {
    case linuxX86 = "x86_64-linux"
    case linuxArm = "aarch64-linux"
    case macArm = "arm64-macos"

    init(_ target: EmissionTarget) {
        switch target {
        case .v2, .v3, .v4: self = .linuxX86
        case .aarch64: self = .linuxArm
        case .apple: self = .macArm
        }
    }

    /// As compilers and SwiftPM call it.
    var triple: String {
        switch self {
        case .linuxX86: "x86_64-unknown-linux-gnu"
        case .linuxArm: "aarch64-unknown-linux-gnu"
        case .macArm: "arm64-apple-macosx12.0"
        }
    }

    /// What the names of its own compilers begin with on other machines.
    var prefix: String? {
        switch self {
        case .linuxX86: "x86_64-linux-gnu-"
        case .linuxArm: "aarch64-linux-gnu-"
        case .macArm: nil
        }
    }

    /// The one that this program runs on; nothing on others.
    static var current: Platform? {
        #if os(Linux) && arch(x86_64)
            .linuxX86
        #elseif os(Linux) && arch(arm64)
            .linuxArm
        #elseif os(macOS) && arch(arm64)
            .macArm
        #else
            nil
        #endif
    }
}
