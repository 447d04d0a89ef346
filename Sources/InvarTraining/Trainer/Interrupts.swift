import Foundation

/// Turns Ctrl-C, the wish to terminate and the end of the terminal into a `StopRequest`, for as long as it lives. A second Ctrl-C or
/// wish to terminate ends the process at once, as if nobody listened; what was saved stays.
///
/// It is the handler itself that notes the signal and gives the second one back to the system: no thread need be
/// made or be free, so that this holds whatever the process is stuck in. Where a terminal ends, the system and the shell both say
/// so: a second `SIGHUP` means nothing more. After `nohup` the first means nothing either. `SIGUSR1` is heard too, however often it comes.
///
/// One at a time: a second one that lives meanwhile would take the first one's signals.
@safe public final class Interrupts {
    /// `SIGUSR1` is how a batch system says that time is nearly over, and the one signal that mpirun hands to all ranks without ending them.
    private static let numbers = [SIGHUP, SIGINT, SIGTERM, SIGUSR1]

    private let listener: UnsafeMutablePointer<Listener>
    private let earlier: [(number: Int32, action: sigaction)]

    /// - Parameter notice: written to the standard error on the first signal.
    public init(_ stop: StopRequest, notice: String = "") {
        let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: notice.utf8.count)
        _ = unsafe text.initialize(from: notice.utf8)
        unsafe listener = .allocate(capacity: 1)
        unsafe listener.initialize(to: Listener(stop: .passRetained(stop), notice: UnsafeBufferPointer(text)))
        unsafe current = listener
        earlier = Interrupts.numbers.compactMap { number in
            var old = sigaction()
            unsafe sigaction(number, nil, &old)
            if number == SIGHUP, Interrupts.isIgnored(old) { return nil }
            var new = sigaction()
            unsafe new.__sigaction_handler.sa_handler = hear
            // what waits for a file or a thread goes on waiting, and sees the wish to stop afterwards
            new.sa_flags = SA_RESTART
            unsafe sigaction(number, &new, nil)
            return (number, old)
        }
    }

    /// Lets this thread, and those that it starts, hear what `Interrupts` listens to: whoever started the process may have blocked it.
    package static func unblock() {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for number in Interrupts.numbers { unsafe sigaddset(&signals, number) }
        unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// A handler may still be running on another thread: what it reads is never freed, some bytes for each command.
    deinit {
        for (number, action) in earlier {
            var action = action
            unsafe sigaction(number, &action, nil)
        }
        if unsafe current == listener { unsafe current = nil }
    }
}

/// What a handler reads.
@unsafe private struct Listener {
    let stop: Unmanaged<StopRequest>
    let notice: UnsafeBufferPointer<UInt8>
}

/// Set before the handler is, and read by it.
nonisolated(unsafe) private var current: UnsafeMutablePointer<Listener>?

/// Only what the system allows in a handler: no memory is taken, no lock, no class of the language is made.
private func hear(_ number: Int32) {
    let code = errno
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
    signal(SIGHUP, SIG_IGN)
    if let listener = unsafe current {
        unsafe listener.pointee.stop._withUnsafeGuaranteedRef { $0.request() }
        _ = unsafe write(STDERR_FILENO, listener.pointee.notice.baseAddress, listener.pointee.notice.count)
    }
    errno = code
}
