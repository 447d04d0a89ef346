import InvarRuntime

#if MPI
    import CMPI
#endif

/// How ranks end.
extension MPIProcess {
    /// Ends MPI; the process goes on. All ranks have to call it, where `start` gave them a communicator, and none of them waits in an
    /// exchange any more.
    package static func finish() {
        #if MPI
            cmpi_finish()
        #endif
    }

    /// Ends all ranks at once, wherever they are.
    package static func abort(_ status: Int32) -> Never {
        #if MPI
            // MPI has to reach the launcher, and the network may be what is broken: then this process ends by itself.
            signal(SIGALRM, SIG_DFL)
            alarm(10)
            cmpi_abort(status)
        #endif
        _exit(status)
    }

    #if MPI
        /// Tells that an exchange takes too long, and ends all ranks. The other ranks say what they wait for too, each at its own time, which
        /// shows the rank that does not wait: a second is left for that.
        static func late(_ rank: Int, _ exchange: String, limit: Double) -> Never {
            say(
                "error: rank \(rank) has waited longer than \(Int(limit.rounded())) s for the other ranks, in \(exchange): one of them is stuck "
                    + "or gone, or the network between them is down\n")
            sleep(1)
            abort(1)
        }

        private static func say(_ words: String) {
            let bytes = Array(words.utf8)
            _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
        }
    #endif
}
