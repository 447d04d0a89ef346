@unsafe @preconcurrency import Glibc
import InvarGraph

/// Another program, as a process that is waited for. Foundation's `Process` needs a thread to wait with, and waits for ever where the
/// system refuses it one.
package enum ChildProcess {
    /// Runs a program in the environment of this one.
    /// - Parameters:
    ///   - program: its path.
    ///   - words: its name, then its arguments.
    ///   - streams: for a stream's number the open file that it becomes.
    /// - Returns: its status; 128 and the signal's number where one ended it.
    /// - Throws: a `Diagnostic` where the system refuses the process.
    package static func run(
        _ program: String, _ words: [[UInt8]], streams: KeyValuePairs<Int32, Int32>
    ) throws -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (stream, file) in streams { unsafe posix_spawn_file_actions_adddup2(&actions, file, stream) }
        var child = pid_t()
        let refused = unsafe withCStrings(words) {
            unsafe posix_spawn(&child, program, &actions, nil, $0, environ)
        }
        guard refused == 0 else { throw Diagnostic("the system refused a process: \(systemWords(refused))") }
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw Diagnostic("a process was lost: \(systemWords(errno))") }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// The environment of this process with one variable set, as C has it, for the time of a call.
    package static func withEnvironment(
        setting name: String, to value: String, _ body: ([UnsafeMutablePointer<CChar>?]) -> Void
    ) {
        let beginning = "\(name)="
        var entries = unsafe [UnsafeMutablePointer<CChar>?]()
        var place = unsafe environ
        while let entry = unsafe place.pointee {
            if unsafe strncmp(entry, beginning, beginning.utf8.count) != 0 { unsafe entries.append(entry) }
            unsafe place += 1
        }
        unsafe withCStrings([Array((beginning + value).utf8)]) { unsafe body(entries + $0) }
    }

    /// With the nothing that ends a list in C.
    private static func withCStrings<Result>(
        _ texts: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = unsafe texts.map { bytes in
            unsafe bytes.withUnsafeBytes { text in
                unsafe text.baseAddress.flatMap { unsafe strndup($0.assumingMemoryBound(to: CChar.self), text.count) }
            }
        }
        defer { unsafe copies.forEach { unsafe free($0) } }
        return unsafe body(copies + [nil])
    }
}

/// What the system says of an error's number.
package func systemWords(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
