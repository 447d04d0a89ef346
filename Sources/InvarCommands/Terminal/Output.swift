import Foundation
import InvarData
import InvarDump
import InvarGraph
import InvarMPI
import InvarTraining
import Synchronization

/// What the commands print: everything that reaches the standard output or the standard error comes through here.
///
/// Whole texts in one write each, so that a terminal never shows half of one. A reader that has gone away (`| head`) ends the process
/// by SIGPIPE, without a word. What cannot be written for another reason, such as a full disk, is an error: it is said
/// once, the command goes on (a training run is worth more than its log), and the status at its end is 1.
///
/// Of several processes that share a command the first alone prints.
enum Output {
    /// One line; line ends, control characters, and bytes of names that are no UTF-8 become visible.
    static func line(_ text: String = "") { put(visible(text.shown) + "\n") }

    /// Several lines, such as a table, into which names have come visible already.
    static func lines(_ text: String) { put(visible(text.shown, keepingLines: true) + "\n") }

    /// Bytes as they are: what other programs read, or the control characters of a progress bar.
    static func data(_ text: String) { put(text) }

    /// Into a file, whose directory is made where it is not there; `-` is the standard output.
    static func write(_ text: String, to path: String) throws {
        guard ProcessRanks.current.isFirst else { return }
        if path == "-" { return data(text) }
        try Choices.makeDirectory(of: path)
        try AtomicFile.write(text, to: path)
    }

    static func error(_ text: String) { note("error: \(text)") }
    static func warning(_ text: String) { note("warning: \(text)") }

    /// A line beside the results.
    /// - Parameter onNewLine: after what the terminal shows of a pressed Ctrl-C.
    static func note(_ text: String, onNewLine: Bool = false) {
        guard ProcessRanks.current.isFirst else { return }
        _ = StandardStream.error.write((onNewLine ? "\n" : "") + visible(text.shown) + "\n")
    }

    /// Several lines beside the results.
    static func notes(_ text: String) {
        guard ProcessRanks.current.isFirst else { return }
        _ = StandardStream.error.write(visible(text.shown, keepingLines: true) + "\n")
    }

    /// Ends the process: with this status, or with 1 where it would have been 0 and something could not be printed.
    static func end(_ status: Int32) -> Never {
        if let code = StandardStream.output.finish() { lose(code) }
        if ProcessRanks.current.communicator.ranks > 1 { MPIProcess.finish() }
        exit(status == 0 && isLost.load(ordering: .relaxed) ? 1 : status)
    }

    private static let isLost = Atomic(false)

    private static func put(_ text: String) {
        guard ProcessRanks.current.isFirst else { return }
        if let code = StandardStream.output.write(text) { lose(code) }
    }

    private static func lose(_ code: Int32) {
        guard !isLost.exchange(true, ordering: .relaxed) else { return }
        error("the standard output cannot be written (\(systemWords(code))); part of it is lost")
    }
}

/// What the standard output is connected to.
enum Terminal {
    /// Whether lines can be redrawn in place: a terminal that is not told otherwise. What mpirun hands its processes says that it is one
    /// even where its own output goes into a file.
    static var isInteractive: Bool {
        guard ProcessRanks.current.communicator.ranks == 1 else { return false }
        let environment = ProcessEnvironment.variables
        return isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    }

    /// Columns; 80 where the terminal does not say.
    static var width: Int {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Whether blocks and other signs beyond ASCII can be shown.
    static var isUnicode: Bool {
        let environment = ProcessEnvironment.variables
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.lowercased().contains("utf")
    }
}

extension Interrupts {
    /// What a command that trains says on the first Ctrl-C.
    static var notice: String {
        ProcessRanks.current.isFirst ? "\nstopping after this step; again: at once\n" : ""
    }
}
