// What the tests of MPI start under mpirun: one part of it by name. Rank 0 prints what it found; what is wrong ends all ranks with 1.
import Foundation
import InvarGraph
import InvarMPI
import InvarRuntime

let arguments = Array(CommandLine.arguments.dropFirst())
/// `by-messages` at the end: no rank shares memory; `by-messages-for=1`: rank 1 cannot.
let own = ["OMPI_COMM_WORLD_RANK", "PMI_RANK"].compactMap { ProcessInfo.processInfo.environment[$0] }.first ?? ""
let sharesMemory = !["by-messages", "by-messages-for=\(own)"].contains(arguments.last ?? "")

do {
    let limit: Double = ["hang", "endless"].contains(arguments.first) ? 2 : 120
    guard let ranks = try MPIProcess.start(limit: limit, sharesMemory: sharesMemory) else {
        print("one process")
        exit(0)
    }
    try probe(ranks)
    MPIProcess.finish()
} catch let error as Diagnostic {
    print(error)
    exit(3)
} catch {
    print("wrong: \(error)")
    MPIProcess.abort(1)
}

func probe(_ ranks: any Communicator) throws {
    switch arguments.first {
    case "collectives": try collectives(ranks)
    case "agreement": try agreement(ranks)
    case "step": try steps(ranks, arguments.dropFirst())
    case "time": try stepTimes(ranks, arguments.dropFirst())
    case "sum": try sumTimes(ranks, arguments.dropFirst())
    case "hang": hang(ranks)
    case "endless": try endless(ranks)
    case "die": die(ranks)
    default: throw Wrong(message: "no such part: \(arguments)")
    }
}

/// What a part expected and did not find.
struct Wrong: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
}

func check(_ isTrue: Bool, _ message: @autoclosure () -> String) throws {
    if !isTrue { throw Wrong(message: message()) }
}

/// Of rank 0 alone.
func say(_ ranks: any Communicator, _ words: String) {
    if ranks.rank == 0 { print(words) }
}
