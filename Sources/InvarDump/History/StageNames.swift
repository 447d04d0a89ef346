import InvarGraph

/// What a dump shows.
enum Stage {
    case graph(Snapshot)
    case program
    /// What the program's steps are compiled to.
    case code(CodeForm)
}

extension History {
    /// What `stage` may name: the stages, and each pass.
    public var stageNames: [String] {
        ["captured", "simplified", "differentiated", "optimized", "program"]
            + CodeForm.allCases.map(\.rawValue) + passNames.filter { $0 != Self.differentiation }
    }

    /// - Throws: a `Diagnostic` that lists the stages.
    func stage(named name: String) throws -> Stage {
        if let form = CodeForm(rawValue: name) { return .code(form) }
        guard let index = stageIndex(name) else { throw Diagnostic(unknownName("stage", name, among: stageNames)) }
        return index < snapshots.count ? .graph(snapshots[index]) : .program
    }

    /// Its place among the snapshots; the program comes after them.
    func stageIndex(_ name: String) -> Int? {
        switch name {
        case "captured": 0
        case "simplified": capturedPassCount
        case "differentiated": capturedPassCount + 1
        case "optimized": snapshots.count - 1
        case "program": snapshots.count
        default: snapshots.firstIndex { $0.name == name.dashed }
        }
    }

    static let differentiation = "differentiate"

    /// What `difference(pass:)` may name.
    public var passNames: [String] { snapshots.dropFirst().map(\.name) }

    /// The graphs before and after a pass.
    func pass(named name: String) throws -> (before: Snapshot, after: Snapshot) {
        guard let index = snapshots.dropFirst().firstIndex(where: { $0.name == name.dashed }) else {
            throw Diagnostic(unknownName("pass", name, among: passNames))
        }
        return (snapshots[index - 1], snapshots[index])
    }
}
