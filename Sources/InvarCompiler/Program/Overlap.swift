import InvarGraph

extension Program {
    /// Exchanges that other steps may run beside become two steps: a start as soon as the operand is there, and a finish just before
    /// the result is needed. Both name operand and result, so that neither's memory is given away meanwhile.
    ///
    /// Steps that do not need a result that is under way may come before those that do, but not far: what is not used up takes memory.
    mutating func overlapExchanges() {
        guard steps.contains(where: { $0.kernel.collective?.sends == true }) else { return }
        cutLate()
        let dependencies = StepDependencies(self)
        let inOrder = overlapped(ExchangeSchedule(steps, dependencies, window: 0).order)
        let ahead = overlapped(ExchangeSchedule(steps, dependencies, window: ExchangeSchedule.window).order)
        steps = ahead.plannedArena <= inOrder.plannedArena + inOrder.plannedArena / 64 ? ahead.steps : inOrder.steps
    }

    /// A rank takes its part of a state right before it is needed: the state is there all the time, and the part takes memory.
    private mutating func cutLate() {
        for number in steps.indices.reversed() where steps[number].isPartOfState(in: self) {
            let step = steps[number]
            let next = steps[(number + 1)...].firstIndex { other in
                (other.operands + other.results).contains { $0.buffer == step.results[0].buffer }
                    || other.results.contains { $0.buffer == step.operands[0].buffer }
            }
            guard let next, next > number + 1 else { continue }
            steps.insert(step, at: next)
            steps.remove(at: number)
        }
    }

    /// The program with its steps in another order.
    private func overlapped(_ order: [ExchangeSchedule.Event]) -> Program {
        var program = self
        program.steps = []
        for (place, event) in order.enumerated() {
            switch event {
            case .step(let number): program.steps.append(steps[number])
            case .start(let number):
                // one that nothing runs beside stays whole
                let isWhole = place + 1 < order.count && order[place + 1] == .finish(number)
                program.steps.append(steps[number].asCollective(isWhole ? .whole : .start))
            case .finish(let number):
                if place > 0, order[place - 1] == .start(number) { continue }
                program.steps.append(steps[number].asCollective(.finish))
            }
        }
        return program
    }

    private var plannedArena: Int {
        var planned = self
        planned.runInPlace()
        planned.placeInArena()
        return planned.arenaByteCount
    }
}

extension Step {
    fileprivate func isPartOfState(in program: Program) -> Bool {
        guard let collective = kernel.collective, !collective.sends else { return false }
        return program.buffers[operands[0].buffer].storage == .state
    }

    fileprivate func asCollective(_ phase: CollectivePhase) -> Step {
        guard let collective = kernel.collective else { internalError("\(kernel.mnemonic) is no collective") }
        var step = self
        step.kernel = .collective(collective, phase)
        if phase == .finish { step.bytes = 0 }
        return step
    }
}

/// Which earlier steps each step has to wait for: those that write what it reads or writes, and those that read what it writes.
private struct StepDependencies {
    let before: [[Int]]

    init(_ program: Program) {
        struct Access {
            let step: Int
            let extent: ClosedRange<Int>
            let isWrite: Bool
        }
        var accesses = [[Access]](repeating: [], count: program.buffers.count)
        var before: [[Int]] = []
        for (number, step) in program.steps.enumerated() {
            let views = step.operands.map { ($0, false) } + step.results.map { ($0, true) }
            var found: Set<Int> = []
            for (view, isWrite) in views {
                for other in accesses[view.buffer]
                where (isWrite || other.isWrite) && other.extent.overlaps(view.extent) { found.insert(other.step) }
            }
            for (view, isWrite) in views {
                accesses[view.buffer].append(Access(step: number, extent: view.extent, isWrite: isWrite))
            }
            before.append(found.sorted())
        }
        self.before = before
    }
}

/// Puts steps into an order in which exchanges are under way while others run.
private struct ExchangeSchedule {
    enum Event: Hashable {
        case step(Int)
        case start(Int)
        case finish(Int)
    }

    /// So many steps may come before one that waits for an exchange.
    static let window = 24
    /// Bytes of results that may be under way at once; one larger exchange may be so alone.
    private static let bytesUnderWay = 64_000_000
    /// For fewer bytes nothing is put forward: such an exchange is over soon, and the next layer waits for it.
    private static let smallBytes = 1_000_000

    private(set) var order: [Event] = []
    private let steps: [Step]
    private let sends: [Bool]
    private let before: [[Int]]
    private let window: Int
    private var emittedCount = 0
    /// By step: how many of those that it waits for are not over.
    private var missing: [Int]
    private var waiting: [[Int]]
    private var isEmitted: [Bool]
    /// Steps that can run, by number.
    private var ready: [Int] = []
    /// Started and not finished, the oldest first.
    private var underWay: [Int] = []
    private var bytes = 0

    init(_ steps: [Step], _ dependencies: StepDependencies, window: Int) {
        (self.steps, self.before, self.window) = (steps, dependencies.before, window)
        sends = steps.map { $0.kernel.collective?.sends == true }
        missing = dependencies.before.map(\.count)
        waiting = [[Int]](repeating: [], count: steps.count)
        isEmitted = [Bool](repeating: false, count: steps.count)
        for (number, before) in dependencies.before.enumerated() {
            for other in before { waiting[other].append(number) }
        }
        ready = steps.indices.filter { missing[$0] == 0 }
        var first = 0
        while true {
            while first < steps.count, isEmitted[first] { first += 1 }
            if first == steps.count { break }
            emitNext(first)
        }
        while let oldest = underWay.first { finish(oldest) }
    }

    /// - Parameter first: the first step that is not there yet.
    private mutating func emitNext(_ first: Int) {
        if let place = ready.firstIndex(where: { sends[$0] }) {
            let number = ready[place]
            let size = resultBytes(number)
            if let oldest = underWay.first, bytes + size > Self.bytesUnderWay { return finish(oldest) }
            ready.remove(at: place)
            emit(number, as: .start(number))
            underWay.append(number)
            bytes += size
            return
        }
        if ready.first != first {
            // what it still waits for is under way
            let awaited = before[first].filter(underWay.contains)
            if let small = awaited.first(where: { resultBytes($0) < Self.smallBytes }) { return finish(small) }
            if !mayComeBefore(first) {
                guard let next = awaited.first else { internalError("step \(first) waits for itself") }
                return finish(next)
            }
        }
        let number = ready.removeFirst()
        emit(number, as: .step(number))
        over(number)
    }

    /// Whether the next step that can run may come before one that waits: not too many may, none from far away, and no part of a
    /// state, which would only lie there.
    private func mayComeBefore(_ first: Int) -> Bool {
        guard let number = ready.first else { return false }
        return emittedCount - first < window && number <= first + 2 * window
            && (sends[number] || steps[number].kernel.collective == nil)
    }

    private mutating func emit(_ number: Int, as event: Event) {
        isEmitted[number] = true
        emittedCount += 1
        order.append(event)
    }

    private mutating func finish(_ number: Int) {
        underWay.removeAll { $0 == number }
        bytes -= resultBytes(number)
        order.append(.finish(number))
        over(number)
    }

    private mutating func over(_ number: Int) {
        for other in waiting[number] {
            missing[other] -= 1
            guard missing[other] == 0 else { continue }
            ready.insert(other, at: ready.firstIndex { $0 > other } ?? ready.count)
        }
    }

    private func resultBytes(_ number: Int) -> Int { steps[number].results[0].count * 4 }
}
