import Invar

extension JointEmbedding {
    /// What keeps its name from being an argument, and the name of a directory in `runs/`; nothing, if all is well.
    fileprivate var nameProblem: String? {
        if name.isEmpty { return "is empty" }
        if name == "." || name == ".." || name.contains("/") { return "is a path, and runs/NAME is where a run goes" }
        if name.hasPrefix("-") { return "begins with a hyphen, as an option does" }
        if name.hasPrefix("~") { return "begins with ~, which the shell replaces" }
        if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return "holds a character that cannot be seen"
        }
        return name.utf8.count > 200 ? "is longer than 200 bytes" : nil
    }
}

extension Architectures.Known {
    /// - Throws: `CommandError` for a name that no command could be given, and for two architectures of one name, with the lines that
    ///   they are written on.
    package func check() throws {
        var lines: [String: JointEmbedding] = [:]
        for model in all {
            if let problem = model.nameProblem {
                throw CommandError(
                    "\(model.site): the name \"\(model.name)\" of an architecture \(problem); give it another")
            }
            if let other = lines.updateValue(model, forKey: model.name) {
                throw CommandError(
                    "\(other.site) and \(model.site): two architectures have the name \"\(model.name)\"; give one of them another"
                )
            }
        }
    }
}
