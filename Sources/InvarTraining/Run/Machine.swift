import Foundation
import InvarLinearAlgebra
import InvarRuntime

/// Where and with what a part of a run was carried out.
package struct Machine: Sendable, Hashable, Codable {
    package let processor: String
    package let cores: Int
    package let vectorBits: Int
    package let memoryMiB: Int
    package let system: String
    /// The version of OpenBLAS and for which processor its kernels are; nothing in records of earlier versions.
    package var openBLAS: String?

    /// This machine.
    package static let current = Machine()

    private init() {
        let target = TargetDescription.current
        (processor, cores, vectorBits) = (target.name, target.cores, target.vectorBits)
        let information = ProcessInfo.processInfo
        memoryMiB = Int(information.physicalMemory >> 20)
        system = information.operatingSystemVersionString
        // "OpenBLAS 0.3.21 DYNAMIC_ARCH NO_AFFINITY Zen MAX_THREADS=128"
        let version = OpenBLAS.configuration.split(separator: " ").dropFirst().first ?? ""
        openBLAS = "\(version), \(OpenBLAS.coreName) kernels"
    }
}

/// The version of Invar that wrote a run.
package let invarVersion = "0.1.0"
