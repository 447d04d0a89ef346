import Foundation
import InvarData
import InvarTraining

/// What the commands print. Whole texts in one write each, so that a terminal never shows half of one.
enum Output {
    static func line(_ text: String = "") { write(text + "\n") }

    /// A reader that has gone away (`| head`) ends the process by SIGPIPE, without a word.
    static func write(_ text: String) { try? FileHandle.standardOutput.write(contentsOf: Data(text.shown.utf8)) }

    static func error(_ text: String) { note("error: \(text)") }
    static func warning(_ text: String) { note("warning: \(text)") }

    /// A line beside the results.
    static func note(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data((text + "\n").shown.utf8)) }
}

/// What the standard output is connected to.
enum Terminal {
    /// Whether lines can be redrawn in place: a terminal that is not told otherwise.
    static var isInteractive: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    }

    /// Columns; 80 where the terminal does not say.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Whether blocks and other signs beyond ASCII can be shown.
    static var isUnicode: Bool {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.lowercased().contains("utf")
    }
}

extension Interrupts {
    /// What a command that trains says on the first Ctrl-C.
    static let notice = "\nstopping after this step; again: at once\n"
}
