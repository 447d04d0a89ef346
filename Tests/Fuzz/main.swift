// Damages every kind of file that Invar reads, in all ways that one can think of, and looks what becomes of it: each must be read, or
// refused in words. A crash, a hang, too much memory, an error without words are faults. See docs/reliability.md.
//
//     invar-fuzz --mutants 100000 --seed 1                  all formats
//     invar-fuzz --format png --seed 1 --index 1234         one mutant again
import Foundation

func runWorker(_ settings: Settings, in path: String) throws {
    // nobody wants a thousand cores of crashes
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    let folder = try Folder(path)
    // what a worker that crashed left behind is damaged
    try folder.folder("files").remove()
    let worker = try Worker(
        format: Format.named(settings.formats[0]), seed: settings.seed, indices: settings.from..<settings.mutants,
        folder: folder.folder("files"), tally: Tally("\(path)/.tally"))
    do { try worker.run() } catch { throw Violation("cannot begin: \(error)") }
}

/// One mutant in this process, so that a debugger can be there.
func repeatOne(_ index: Int, _ settings: Settings) throws {
    guard settings.formats.count == 1 else { throw Violation("--index: name one --format") }
    let format = try Format.named(settings.formats[0])
    let root = try Folder.root()
    defer { root.remove() }
    let reader = try format.open(root.folder(format.name).folder("files"))
    let mutant = Mutator(format.name, reader, seed: settings.seed).mutant(index)
    let kept = "invar-fuzz-\(format.name)-\(index)"
    try Data(mutant.bytes).write(to: URL(fileURLWithPath: kept))
    print("\(kept): \(mutant.bytes.count) bytes, from the corpus's file \(mutant.item)")
    var error: (any Error)?
    do { try reader.read(mutant) } catch let thrown { error = thrown }
    print(error.map { "refused: \($0)" } ?? "accepted")
    if case .fault(let words) = Verdict(reader, mutant) {
        print("fault: \(words)")
        exit(1)
    }
}

/// At once, also where a file or a pipe takes it.
func say(_ line: String) {
    print(line)
    fflush(nil)
}

/// Set by a signal, so that the folder goes away and nobody works on.
nonisolated(unsafe) var isStopped: sig_atomic_t = 0

func runAll(_ settings: Settings) throws {
    let root = try Folder.root()
    defer { root.remove() }
    let campaigns = try settings.formats.map { try Campaign(.named($0), settings, in: root) }
    say("fuzz: \(settings.mutants) mutants of each of \(campaigns.count) formats, seed \(settings.seed)")
    say(Report.header)
    var (waiting, running) = (campaigns[...], [Campaign]())
    defer { running.forEach { $0.stop() } }
    signal(SIGINT) { _ in isStopped = 1 }
    signal(SIGTERM) { _ in isStopped = 1 }
    while !waiting.isEmpty || !running.isEmpty {
        guard isStopped == 0 else { throw Violation("stopped") }
        while running.count < settings.jobs, let next = waiting.popFirst() { running.append(next) }
        for campaign in running {
            try campaign.tend()
            if campaign.isDone { say(Report.row(campaign, settings)) }
        }
        running.removeAll(where: \.isDone)
        usleep(20_000)
    }
    let faults = campaigns.reduce(0) { $0 + $1.faults.count }
    let mutants = campaigns.reduce(0) { $0 + $1.tally[.accepted] + $1.tally[.refused] + $1.faults.count }
    say("fuzz: \(mutants) mutants, \(faults) faults")
    if faults > 0 { exit(1) }
}

do {
    let settings = try Settings(Array(CommandLine.arguments.dropFirst()))
    if let worker = settings.worker {
        try runWorker(settings, in: worker)
    } else if let index = settings.index {
        try repeatOne(index, settings)
    } else {
        try runAll(settings)
    }
} catch {
    FileHandle.standardError.write(Data("invar-fuzz: \(error)\n".utf8))
    exit(2)
}
