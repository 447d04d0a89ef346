import Foundation
import InvarRuntime

/// A limit on the process's addresses (`ulimit -v`), and the libraries that do not expect one.
enum AddressLimit {
    /// Begins the process anew without OpenBLAS's own threads, which nothing here uses: each of them takes 128 MiB of addresses
    /// as soon as the library is loaded, and where they are refused, asks for them for ever. Nothing happens where there is no
    /// limit.
    static func respect() {
        guard let left = Memory.addressesLeft else { return }
        let threads = "OPENBLAS_NUM_THREADS"
        if ProcessInfo.processInfo.environment[threads] != "1" {
            setenv(threads, "1", 1)
            let arguments = CommandLine.arguments.map { strdup($0) } + [nil]
            // returns only where it fails
            execv("/proc/self/exe", arguments)
        }
        guard left < Memory.forTheRest else { return }
        Output.error(
            "this process may take \(left >> 20) MiB of addresses more (ulimit -v), and needs at least "
                + "\(Memory.forTheRest >> 20) MiB beside the program and its libraries; allow more")
        exit(1)
    }
}
