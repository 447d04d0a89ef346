import ArgumentParser

/// Which branch's encoder a command looks at.
struct BranchOption: ParsableArguments {
    @Option(help: "1 or 2, where the branches have encoders of their own.")
    var branch = 1

    /// Counted from 0.
    func index() throws -> Int {
        guard (1...2).contains(branch) else { throw CommandError("--branch \(branch): it must be 1 or 2") }
        return branch - 1
    }

    /// What the names of files about it end with.
    static func suffix(_ index: Int) -> String { index == 0 ? "" : "-branch\(index + 1)" }
}
