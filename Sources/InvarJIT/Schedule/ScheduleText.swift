/// Schedules as text: `winograd 6x2 depth 512 squares 24`.
extension ContractionSchedule {
    /// Reads what `description` writes: a method, the micro-kernel's rows and vectors, and sizes by name.
    package init(parsing text: some StringProtocol) throws(ScheduleError) {
        var words = String(text).split(whereSeparator: { $0.isWhitespace }).map(String.init)[...]
        guard let name = words.popFirst() else { throw ScheduleError("a schedule is missing") }
        guard let method = Method(rawValue: name) else {
            throw ScheduleError(
                "\"\(name)\" is no method; known are \(Method.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        guard let kernel = words.popFirst() else {
            throw ScheduleError("the rows and vectors of the micro-kernel are missing: \(name) 6x2")
        }
        let parts = kernel.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let rows = parts[0], let vectors = parts[1] else {
            throw ScheduleError("\"\(kernel)\" is no size of a micro-kernel; write its rows and vectors as 6x2")
        }
        self.init(method, rows: rows, vectors: vectors)
        while let word = words.popFirst() {
            guard let size = Size(rawValue: word) else {
                throw ScheduleError(
                    "\"\(word)\" is no size; known are \(Size.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            guard self[size] == 0 else { throw ScheduleError("\(word) is given twice") }
            guard let number = words.popFirst() else { throw ScheduleError("\(word) has no number") }
            guard let value = Int(number) else { throw ScheduleError("\(word) \(number): that is no whole number") }
            // 0 would read as a size that is not there.
            guard value > 0 else { throw ScheduleError("\(word) \(value): it must be 1 or more") }
            self[size] = value
        }
        if let problem { throw ScheduleError(problem) }
    }

    /// What makes it impossible for any contraction.
    package var problem: String? {
        guard Self.rowLimits.contains(rows), Self.vectorLimits.contains(vectors) else {
            return "a micro-kernel of \(rows)x\(vectors); 1 to \(Self.rowLimits.upperBound) rows and 1 to "
                + "\(Self.vectorLimits.upperBound) vectors are possible"
        }
        for size in Size.allCases where self[size] != 0 && !size.limits.contains(self[size]) {
            return "\(size.rawValue) \(self[size]); \(size.limits.lowerBound) to \(size.limits.upperBound) are possible"
        }
        return nil
    }

    static let rowLimits = 1...32
    static let vectorLimits = 1...4
}

extension ContractionSchedule.Size {
    /// Beyond these, code or scratch memory would grow out of hand.
    package var limits: ClosedRange<Int> {
        switch self {
        case .depth: 32...65536
        case .tileRows, .tileColumns, .pixels: 1...65536
        case .room: 1...(64 << 20)
        case .squares: 1...1024
        case .panels: 1...1024
        case .inputs: 1...65536
        case .splits: 1...64
        }
    }
}

extension ContractionSite {
    /// Why this schedule cannot be carried out here.
    package func problem(with schedule: ContractionSchedule) -> String? {
        if let problem = schedule.problem { return problem }
        let method = schedule.method
        guard methods.contains(method) else {
            return "\(method.rawValue) does not apply; possible are \(methods.map(\.rawValue).joined(separator: ", "))"
        }
        let wanted = sizes(method)
        for size in ContractionSchedule.Size.allCases {
            if wanted.contains(size), schedule[size] == 0 { return "\(size.rawValue) is missing" }
            if !wanted.contains(size), schedule[size] != 0 {
                let words = wanted.map(\.rawValue).joined(separator: ", ")
                return "\(size.rawValue) means nothing here; \(method.rawValue) has \(words)"
            }
        }
        if method == .symmetric, schedule.vectors != 2 {
            return "symmetric panels are of 2 vectors, not \(schedule.vectors)"
        }
        if method == .depthwise, schedule.vectors != 1 {
            return "depthwise takes 1 vector of channels at a time, not \(schedule.vectors)"
        }
        return nil
    }
}
