/// The machine that a program is run on: what a schedule, a report, or a warning may depend on.
package struct TargetDescription: Sendable, Equatable {
    /// The processor's name, as it gives it.
    package var name: String
    /// Cores that this process may use.
    package var cores: Int
    /// More threads than this do not help, and each takes memory of its own. A few are allowed everywhere, so that what is
    /// tried on a large machine can be repeated on a small one.
    package var mostThreads: Int { max(4, cores) }
    /// The widest float vector, in bits: 512, 256 or 128.
    package var vectorBits: Int
    package var hasFusedMultiplyAdd: Bool
    /// Bytes of the first level's data cache, and of the second, per core; of the third in all.
    package var l1, l2, l3: Int

    /// Reads the text of `/proc/cpuinfo`; the caches are usual sizes until said otherwise.
    package init(cpuinfo: String, cores: Int = 1) {
        func field(_ name: String) -> Substring? {
            for line in cpuinfo.split(separator: "\n") {
                let parts = line.split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { continue }
                if parts[0].split(whereSeparator: { $0 == "\t" || $0 == " " }).joined(separator: " ") == name {
                    return parts[1].drop { $0 == " " }
                }
            }
            return nil
        }
        let flags = Set((field("flags") ?? "").split(separator: " "))
        self.name = String(field("model name") ?? "unknown processor")
        self.cores = cores
        let wide = ["avx512f", "avx512vl", "avx512bw", "avx512dq"].allSatisfy { flags.contains(Substring($0)) }
        self.vectorBits = wide ? 512 : flags.contains("avx2") ? 256 : 128
        self.hasFusedMultiplyAdd = flags.contains("fma")
        (l1, l2, l3) = (32 << 10, 512 << 10, 8 << 20)
    }

    /// This machine.
    package static let current: TargetDescription = {
        var target = TargetDescription(cpuinfo: SystemFile.text("/proc/cpuinfo"), cores: allowedCores.count)
        for index in 0..<8 {
            let folder = "/sys/devices/system/cpu/cpu0/cache/index\(index)/"
            guard let size = kibibytes(SystemFile.text(folder + "size")) else { continue }
            let kind = SystemFile.text(folder + "type")
            switch SystemFile.text(folder + "level").first {
            case "1" where kind.hasPrefix("Data"): target.l1 = size
            case "2": target.l2 = size
            case "3": target.l3 = size
            default: break
            }
        }
        return target
    }()

    /// The numbers of the cores that this process may use: those that `taskset`, a container or `mpirun` left it.
    package static var allowedCores: [Int] {
        cores(inStatus: SystemFile.text("/proc/self/status"))
            ?? Array(0..<max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }

    /// Of the text of `/proc/self/status`, in which a line says `Cpus_allowed_list:	0-3,8`.
    package static func cores(inStatus text: String) -> [Int]? {
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Cpus_allowed_list:") }) else {
            return nil
        }
        let cores = line.dropFirst("Cpus_allowed_list:".count).split(separator: ",").flatMap { part -> [Int] in
            let ends = part.split(separator: "-").compactMap { Int($0.filter(\.isNumber)) }
            guard let first = ends.first, let last = ends.last, first <= last, last < 1 << 16 else { return [] }
            return Array(first...last)
        }
        return cores.isEmpty ? nil : cores
    }

    private static func kibibytes(_ text: String) -> Int? {
        let digits = text.prefix { $0.isNumber }
        guard let number = Int(digits) else { return nil }
        return text.dropFirst(digits.count).hasPrefix("M") ? number << 20 : number << 10
    }
}

extension TargetDescription: CustomStringConvertible {
    package var description: String {
        "\(name), \(cores) cores, \(vectorBits)-bit vectors, L1 \(l1 >> 10) KiB, L2 \(l2 >> 10) KiB, L3 \(l3 >> 20) MiB"
    }
}
