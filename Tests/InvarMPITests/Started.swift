import Foundation
import InvarMPI

/// The built probe, started by mpirun or alone.
struct Started {
    let status: Int32
    /// Both streams, as they came.
    let output: String
    let seconds: Double

    /// - Parameters:
    ///   - ranks: so many processes; nothing: alone, without a launcher.
    init(_ arguments: [String], ranks: Int? = nil, environment: [String: String] = [:]) throws {
        let launcher = ranks.map { [Self.launcher ?? "mpirun"] + Self.options + ["-n", "\($0)"] } ?? []
        try self.init(launcher + [Self.probe] + arguments, environment)
    }

    /// On two hosts, which are network namespaces of this machine.
    init(_ arguments: [String], hosts options: [String]) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../scripts/hosts")
        try self.init([script.standardizedFileURL.path] + options + [Self.probe] + arguments, [:])
    }

    private init(_ command: [String], _ environment: [String: String]) throws {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        (process.standardOutput, process.standardError) = (pipe, pipe)
        let clock = ContinuousClock(), begin = clock.now
        try process.run()
        output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
        seconds = (clock.now - begin) / .seconds(1)
    }

    /// Beside the bundle of the tests.
    private static let probe = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("RanksProbe").path

    #if MPI
        /// Open MPI, and not MPICH.
        static let isOpen = MPIProcess.library.hasPrefix("Open MPI")
    #else
        /// Open MPI, and not MPICH.
        static let isOpen = true
    #endif

    /// The launcher of the MPI that is built in: Debian has both, under names of their own.
    static let launcher: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return [isOpen ? "mpirun.openmpi" : "mpirun.mpich", "mpirun"].first { name in
            folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
        }
    }()

    /// More ranks than processors, as root too, where Open MPI asks for it.
    private static let options = isOpen ? ["--allow-run-as-root", "--oversubscribe"] : []
}
