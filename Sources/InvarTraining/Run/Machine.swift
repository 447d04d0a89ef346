import Foundation
import InvarRuntime

/// Where and with what a part of a run was carried out.
package struct Machine: Sendable, Hashable, Codable {
    package let processor: String
    package let cores: Int
    package let vectorBits: Int
    package let memoryMiB: Int
    package let system: String

    /// This machine.
    package static let current = Machine()

    private init() {
        let target = TargetDescription.current
        (processor, cores, vectorBits) = (target.name, target.cores, target.vectorBits)
        let information = ProcessInfo.processInfo
        memoryMiB = Int(information.physicalMemory >> 20)
        system = information.operatingSystemVersionString
    }
}

/// The version of Invar that wrote a run.
package let invarVersion = "0.1.0"
