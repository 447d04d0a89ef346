import Foundation
import InvarData
import InvarDump
import InvarRuntime

/// A limit on the process's addresses (`ulimit -v`), and the libraries that do not expect one.
enum AddressLimit {
    /// Begins the process anew without OpenBLAS's own threads, which nothing here uses: each of them takes 128 MiB of addresses
    /// as soon as the library is loaded, and where they are refused, asks for them for ever. Nothing happens where there is no
    /// limit.
    static func respect() {
        guard let left = Memory.addressesLeft else { return }
        let threads = "OPENBLAS_NUM_THREADS"
        if ProcessEnvironment.variables[threads] != "1" {
            // returns only where it fails
            unsafe ChildProcess.withEnvironment(setting: threads, to: "1") {
                _ = unsafe execve("/proc/self/exe", CommandLine.unsafeArgv, $0)
            }
        }
        guard left < Memory.forTheRest else { return }
        Output.error(
            "this process may take \(Format.mebibytes(left)) of addresses more (ulimit -v), and needs at least "
                + "\(Format.mebibytes(Memory.forTheRest)) beside the program and its libraries; allow more")
        exit(1)
    }
}
