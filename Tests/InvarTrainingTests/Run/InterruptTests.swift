import Foundation
import InvarTraining
import Testing

/// Signals are heard by the handler itself: no other thread has a part in it.
@Suite(.serialized) struct InterruptTests {
    private func action(_ number: Int32) -> Int {
        var found = sigaction()
        sigaction(number, nil, &found)
        return unsafeBitCast(found.__sigaction_handler.sa_handler, to: Int.self)
    }

    /// Returns when the handler has. The threads of tests hear no signals by themselves.
    private func heard(_ number: Int32) {
        var (set, before) = (sigset_t(), sigset_t())
        sigemptyset(&set)
        sigaddset(&set, number)
        pthread_sigmask(SIG_UNBLOCK, &set, &before)
        raise(number)
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    private static let (byDefault, ignored) = (
        unsafeBitCast(SIG_DFL, to: Int.self), unsafeBitCast(SIG_IGN, to: Int.self)
    )

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func theFirstIsAWishAndTheSecondEndsTheProcess(number: Int32) {
        let before = [SIGINT, SIGTERM, SIGHUP].map(action)
        let stop = StopRequest()
        let interrupts = Interrupts(stop)
        withExtendedLifetime(interrupts) {
            #expect(!stop.isRequested && action(number) != Self.byDefault)
            heard(number)
            #expect(stop.isRequested)
            // the next one is the system's
            #expect(action(SIGINT) == Self.byDefault && action(SIGTERM) == Self.byDefault)
            // a terminal that ends says so twice
            #expect(action(SIGHUP) == Self.ignored)
        }
        _ = consume interrupts
        #expect([SIGINT, SIGTERM, SIGHUP].map(action) == before)
    }

    @Test func nohupStaysInForce() {
        signal(SIGHUP, SIG_IGN)
        defer { signal(SIGHUP, SIG_DFL) }
        let stop = StopRequest()
        let interrupts = Interrupts(stop)
        withExtendedLifetime(interrupts) {
            heard(SIGHUP)
            #expect(!stop.isRequested)
        }
    }
}
