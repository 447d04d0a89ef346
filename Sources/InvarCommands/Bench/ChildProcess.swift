import Foundation

/// This program once more, as a process of its own. Foundation's `Process` needs a thread to wait with, and waits for ever where the
/// system refuses it one.
enum ChildProcess {
    /// Runs the program with these arguments; what it writes to the standard output is lost.
    /// - Returns: its status; 128 and the signal's number where one ended it.
    /// - Throws: a `CommandError` where the system refuses the process.
    static func run(_ arguments: [String]) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        let words = [CommandLine.arguments.first ?? "invar"] + arguments
        let variables = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
        var child = pid_t()
        let refused = withCStrings(words) { words in
            withCStrings(variables) { posix_spawn(&child, "/proc/self/exe", &actions, nil, words, $0) }
        }
        guard refused == 0 else {
            throw CommandError("the system refused a process: \(String(cString: strerror(refused)))")
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw CommandError("a process was lost: \(String(cString: strerror(errno)))") }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    private static func withCStrings<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
