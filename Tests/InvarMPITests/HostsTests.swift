import Foundation
import InvarMPI
import Testing

/// Ranks on two hosts, with a cable between them that can be pulled.
@Suite(
    .serialized, .enabled(if: MPIProcess.isBuiltIn, "built without MPI (make test MPI=1)"),
    .enabled(if: Hosts.arePossible, "network namespaces need root, iproute2 and Open MPI"))
struct HostsTests {
    @Test func exchange() throws {
        let ended = try Started(["collectives"], hosts: ["--rate", "10gbit"])
        #expect(ended.status == 0, "\(ended.output)")
        #expect(ended.output.contains("2 ranks exchange as threads do"), "\(ended.output)")
    }

    @Test func trainAsOneProcessDoes() throws {
        let ended = try Started(["step"], hosts: ["--rate", "10gbit"])
        #expect(ended.status == 0, "\(ended.output)")
        #expect(ended.output.contains("2 ranks train as one process does"), "\(ended.output)")
    }

    /// MPI waits for ever then, and says nothing.
    @Test func sayThatTheCableWasPulled() throws {
        let ended = try Started(["endless"], hosts: ["--down", "3"])
        #expect(ended.status != 0, "\(ended.output)")
        #expect(ended.output.contains("error: rank 0 has waited longer than 2 s for the other ranks"))
    }
}

private enum Hosts {
    /// Whether this machine lets this process make one.
    static let arePossible: Bool = {
        guard Started.isOpen, Started.launcher != nil, getuid() == 0 else { return false }
        let name = "invar-test-\(getpid())"
        return ["add", "delete"].allSatisfy { action in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["ip", "netns", action, name]
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }
    }()
}
