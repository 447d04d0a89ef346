import Invar
import InvarCompiler
import InvarData
import InvarRuntime

extension Executor {
    /// Gets a program ready on all ranks. Of those of one machine the first compiles, and the others find the kernels in the cache.
    func prepare(
        _ program: Program, threads: Int, as places: RankPlaces, _ communicator: any Communicator
    ) throws -> any Session {
        let early =
            try places.isFirstOnMachine
            ? prepare(program, threads: threads, communicator: communicator) : nil
        _ = try communicator.gathered([])
        let session = try early ?? prepare(program, threads: threads, communicator: communicator)
        // from here on a rank without memory is no longer possible
        _ = try communicator.gathered([])
        return session
    }
}

extension Communicator {
    /// The numbers of all ranks' rows, one after another; those that are whole already stay as they are.
    /// - Parameter count: how many numbers there are in all.
    func wholeRows(_ own: [Float], count: Int) throws -> [Float] {
        guard own.count < count else { return own }
        return try gatheredNumbers(own)
    }

    /// The numbers of all ranks, one after another in the order of the ranks. Each may have as many as it likes.
    func gatheredNumbers<Number: BitwiseCopyable>(_ own: [Number]) throws -> [Number] {
        guard ranks > 1 else { return own }
        return try unsafe gathered(own.withUnsafeBytes { unsafe Array($0) }).flatMap { bytes in
            unsafe bytes.withUnsafeBytes { raw in
                unsafe [Number](unsafeUninitializedCapacity: raw.count / MemoryLayout<Number>.stride) { target, count in
                    unsafe UnsafeMutableRawBufferPointer(target).copyMemory(from: raw)
                    count = raw.count / MemoryLayout<Number>.stride
                }
            }
        }
    }

    /// The part of so many things, one after another, that is this rank's: of all ranks nearly as many.
    func part(of count: Int) -> Range<Int> { (rank * count / ranks)..<((rank + 1) * count / ranks) }

    /// Each rank learns of the images that others could not read: they count for all, and are logged by the first.
    package func share(_ bad: BadImages) throws {
        guard ranks > 1 else { return }
        for (other, names) in try gathered(bad.newNames()).enumerated() where other != rank {
            try bad.add(from: names)
        }
    }
}

extension StateStore {
    /// Gives a piece of state the value that rank 0 has for it.
    /// - Parameter values: on rank 0.
    func setFromFirst(_ spec: StateSpec, _ values: [Float]?, _ communicator: any Communicator) {
        var values = values ?? [Float](repeating: 0, count: spec.type.count)
        unsafe values.withUnsafeMutableBytes { unsafe communicator.broadcast($0, from: 0) }
        set(spec, values)
    }

    /// Looks whether all ranks have the same state still, in what each of them holds whole.
    /// - Throws: `TrainingError` on all ranks where one's differs from rank 0's.
    func checkSameOnAll(_ communicator: any Communicator, step: Int) throws {
        guard communicator.ranks > 1 else { return }
        let all = try communicator.gathered(Array(fingerprint.utf8))
        guard let other = all.firstIndex(where: { $0 != all[0] }) else { return }
        throw TrainingError(
            .ranks,
            "after step \(step) the parameters of rank \(other) are not those of rank 0: machines that compute other bits, or memory "
                + "that is at fault. Nothing was saved since; resume from the last checkpoint, on machines that are alike"
        )
    }
}

extension ExchangeWatch {
    /// What is said of an exchange that takes too long: the collective, what it is of, and the line that asked for it.
    func name(exchangesOf program: Program) {
        name { place in
            guard case .step(let number) = place else { return "what ranks tell each other between the steps" }
            let step = program.steps[number]
            let name = step.name.isEmpty ? "" : " of \(step.name)"
            let line = step.site.map { " (\($0))" } ?? ""
            return "\(step.kernel.mnemonic)\(name)\(line), number \(number) of the program"
        }
    }
}
