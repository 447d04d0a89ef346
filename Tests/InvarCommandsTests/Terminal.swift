import Foundation

/// A command on a terminal of its own: it draws its bars again and again, and what it has drawn can be waited for.
final class Terminal {
    let process = Process()
    private let leader: Int32
    private var bytes: [UInt8] = []
    private var isOver = false

    struct NoTerminal: Error {}

    init(_ arguments: [String], in directory: Scratch, executable: String) throws {
        var (leader, follower): (Int32, Int32) = (0, 0)
        guard openpty(&leader, &follower, nil, nil, nil) == 0 else { throw NoTerminal() }
        self.leader = leader
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = directory.url
        process.environment = ProcessInfo.processInfo.environment.merging(["TERM": "xterm"]) { $1 }
            .filter { $0.key != "NO_COLOR" }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(fileDescriptor: follower)
        process.standardError = FileHandle.nullDevice
        defer { close(follower) }
        try process.run()
    }

    deinit { close(leader) }

    /// Everything so far, control characters included.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Reads until it holds; `false` where the command ended before.
    func read(until condition: (String) -> Bool) -> Bool {
        while !condition(text) {
            var part = [UInt8](repeating: 0, count: 4096)
            // an error once nobody has the other side open
            let count = isOver ? 0 : Foundation.read(leader, &part, part.count)
            guard count > 0 else {
                isOver = true
                return false
            }
            bytes += part[..<count]
        }
        return true
    }

    /// Reads the rest.
    func wait() -> Tool.Ended {
        _ = read { _ in false }
        process.waitUntilExit()
        return Tool.Ended(
            status: process.terminationStatus, bySignal: process.terminationReason == .uncaughtSignal, out: text,
            err: "")
    }
}
