import Foundation

/// Reads one mutant after another in this process. Each one's number is noted before it is read, where the parent sees it.
struct Worker {
    let format: Format
    let seed: UInt64
    let indices: Range<Int>
    let folder: Folder
    let tally: Tally

    func run() throws {
        let reader = try format.open(folder)
        try checkCorpus(reader)
        var faults = 0
        let mutator = Mutator(format.name, reader, seed: seed)
        let parent = getppid()
        // without a parent nobody would read on; and many faults are the same few over and over
        for index in indices where getppid() == parent && faults < Campaign.mostFaults {
            tally[.index] = index
            let mutant = mutator.mutant(index)
            let begin = ContinuousClock.now
            switch Verdict(reader, mutant) {
            case .accepted: tally[.accepted] += 1
            case .refused: tally[.refused] += 1
            case .fault(let words):
                faults += 1
                report(index, words)
            }
            note(index, begin.duration(to: .now))
        }
        tally[.index] = indices.upperBound
    }

    /// Says it on standard output, a line for each.
    private func report(_ index: Int, _ words: String) {
        let line = words.unicodeScalars.map { $0.value < 32 ? "\\u{\(String($0.value, radix: 16))}" : String($0) }
            .joined()
        FileHandle.standardOutput.write(Data("\(index)\t\(line)\n".utf8))
    }

    private func note(_ index: Int, _ time: Duration) {
        let microseconds = Int(time / .microseconds(1))
        if microseconds > tally[.slowestMicroseconds] {
            (tally[.slowestMicroseconds], tally[.slowestIndex]) = (microseconds, index)
        }
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        let before = tally[.peakKiB]
        tally[.peakKiB] = max(before, usage.ru_maxrss)
        if usage.ru_maxrss > format.memory >> 10, before <= format.memory >> 10 {
            report(index, "the process holds \(usage.ru_maxrss >> 10) MiB, more than \(format.memory >> 20)")
        }
    }

    private func checkCorpus(_ reader: Reader) throws {
        for (item, bytes) in reader.corpus.enumerated() {
            do {
                try reader.read(Mutant(index: 0, item: item, bytes: bytes))
            } catch {
                throw Violation("the sound file \(item) of \(format.name) is not read: \(error)")
            }
        }
    }
}
