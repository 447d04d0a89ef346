import InvarMPI
import InvarRuntime

/// What ranks tell each other between steps.
func agreement(_ ranks: any Communicator) throws {
    func message(_ rank: Int) -> [UInt8] { [UInt8](repeating: UInt8(rank + 1), count: 3 * rank) }
    try check(ranks.gathered(message(ranks.rank)) == (0..<ranks.ranks).map(message), "gathered")
    try check(ranks.fromFirst(ranks.rank == 0 ? [7, 8] : []) == [7, 8], "fromFirst")
    for yes in 0..<ranks.ranks { try check(ranks.any(ranks.rank == yes), "rank \(yes) says yes") }
    try check(!ranks.any(false), "none says yes")
    // The last one fails, where the others wait for messages of their own.
    let last = ranks.ranks - 1
    if ranks.rank == last {
        ranks.failed("no more disk")
    } else {
        do {
            _ = try ranks.gathered(message(ranks.rank))
            throw Wrong(message: "rank \(last) failed, and nobody noticed")
        } catch let failure as RankFailure {
            try check(failure.rank == last && failure.message == "no more disk", "\(failure)")
        }
    }
    say(ranks, "\(ranks.ranks) ranks agree, and hear of a failure")
}

/// The last rank never comes; the others' watch ends all.
func hang(_ ranks: any Communicator) {
    if ranks.rank == ranks.ranks - 1 { sleep(60) }
    _ = try? ranks.any(false)
}

/// A minute of exchanges, in which somebody may pull the cable.
func endless(_ ranks: any Communicator) throws {
    for _ in 0..<600 {
        _ = try ranks.any(false)
        usleep(100_000)
    }
    say(ranks, "nobody pulled the cable")
}

/// The last rank is killed, where the others wait for it.
func die(_ ranks: any Communicator) {
    _ = try? ranks.any(false)
    if ranks.rank == ranks.ranks - 1 { kill(getpid(), SIGKILL) }
    _ = try? ranks.any(false)
}
