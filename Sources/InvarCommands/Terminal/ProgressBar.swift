import Foundation
import InvarData
import InvarGraph

/// One line that says how far something is, fitted to a width: what matters least goes first.
package struct ProgressBar {
    /// Before the bar: `epoch 2/5`.
    package var label = ""
    /// From 0 to 1; 0 where it is no number, as 0 of 0 are not.
    package let fraction: Double
    /// After the bar, the most important first: `ETA 1:20`, `3450 images/s`, `loss 14.2`.
    package var facts: [String] = []
    package var isUnicode = true

    package init(label: String = "", fraction: Double = 0, facts: [String] = [], isUnicode: Bool = true) {
        (self.label, self.facts) = (visible(label.shown), facts.map { visible($0.shown) })
        self.fraction = fraction.isNaN ? 0 : min(max(fraction, 0), 1)
        self.isUnicode = isUnicode
    }

    /// Never longer than `width`.
    package func text(width: Int) -> String {
        let percent = String(format: "%3d%%", Int(fraction * 100))
        let shortestBar = 10
        var line = [label, percent].filter { !$0.isEmpty }.joined(separator: " ")
        var tail = ""
        for fact in facts {
            let longer = tail + "  " + fact
            if line.count + 1 + shortestBar + longer.count > width { break }
            tail = longer
        }
        let room = width - line.count - 1 - tail.count
        if room >= shortestBar {
            line = [label, bar(min(room, 30)), percent].filter { !$0.isEmpty }.joined(separator: " ")
        }
        return String((line + tail).prefix(max(width, 0)))
    }

    private func bar(_ cells: Int) -> String {
        let inner = isUnicode ? cells : cells - 2
        let filled = Int((fraction * Double(inner)).rounded(.down))
        let (full, empty) = isUnicode ? ("█", "░") : ("#", ".")
        let body = String(repeating: full, count: filled) + String(repeating: empty, count: inner - filled)
        return isUnicode ? body : "[\(body)]"
    }
}

/// Shows progress: on a terminal one line, redrawn in place; elsewhere plain lines, seldom.
package final class ProgressDisplay {
    private let isInteractive: Bool
    private let write: (String) -> Void
    private let width: () -> Int
    private let now: () -> Double
    private var drawn = false
    private var lastDrawing = -Double.infinity
    private let begin: Double

    /// Seconds between two drawings, and between two plain lines.
    private let interval: Double

    package init(
        isTerminal: Bool, width: @escaping () -> Int, now: @escaping () -> Double, write: @escaping (String) -> Void
    ) {
        isInteractive = isTerminal
        (self.write, self.width, self.now) = (write, width, now)
        interval = isInteractive ? 0.1 : 10
        begin = now()
    }

    convenience init(plain: Bool = false) {
        self.init(
            isTerminal: Terminal.isInteractive && !plain, width: { Terminal.width },
            now: { ProcessInfo.processInfo.systemUptime }, write: Output.data)
    }

    /// Draws the bar if the last drawing is long enough ago.
    /// - Parameter bar: only made where it is drawn.
    package func update(_ bar: () -> ProgressBar) {
        let time = now()
        guard time - max(lastDrawing, isInteractive ? -.infinity : begin) >= interval else { return }
        lastDrawing = time
        draw(bar())
    }

    /// The same on this terminal.
    func show(_ label: @autoclosure () -> String, _ fraction: Double, _ facts: @autoclosure () -> [String] = []) {
        update { ProgressBar(label: label(), fraction: fraction, facts: facts(), isUnicode: Terminal.isUnicode) }
    }

    private func draw(_ bar: ProgressBar) {
        if isInteractive {
            // one write, the line's end cleared instead of the whole line: nothing flickers
            write("\r" + bar.text(width: width() - 1) + "\u{1B}[K")
            drawn = true
        } else {
            let percent = "\(Int(bar.fraction * 100))%"
            write(
                ([[bar.label, percent].filter { !$0.isEmpty }.joined(separator: " ")] + bar.facts).joined(
                    separator: "  ") + "\n")
        }
    }

    /// A line that stays, above the bar.
    package func line(_ text: String) {
        write((drawn ? "\r\u{1B}[K" : "") + visible(text.shown) + "\n")
        drawn = false
        if isInteractive { lastDrawing = -.infinity }
    }

    /// Ends the bar's line, so that what follows begins on its own; or takes the bar away.
    package func finish(clearing: Bool = false) {
        if drawn { write(clearing ? "\r\u{1B}[K" : "\n") }
        drawn = false
    }

    deinit { finish() }
}
