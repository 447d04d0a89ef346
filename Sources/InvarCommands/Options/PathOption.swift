import ArgumentParser
import InvarData

/// How every option and argument that names a file, a directory or a data set is read.
enum PathOption {
    /// `~` and `~/x` are in $HOME, as the shell has them where it sees them: not in `--output=~/x`. What else begins with `~`, or with a
    /// hyphen, is a name in this directory, and is made to look so, because some of what reads it would see more in it.
    /// - Throws: `ValidationError` for nothing at all: most often a variable of the shell that is not set.
    @Sendable static func parse(_ text: String) throws -> String {
        guard !text.isEmpty else {
            throw ValidationError("it is empty, perhaps a variable that is not set; . is this directory")
        }
        if text == "~" || text.hasPrefix("~/") {
            guard let home = ProcessEnvironment.variables["HOME"], home.hasPrefix("/") else {
                throw ValidationError("$HOME is not set; give a path without ~")
            }
            return home + text.dropFirst()
        }
        return text != "-" && (text.hasPrefix("~") || text.hasPrefix("-")) ? "./" + text : text
    }
}
