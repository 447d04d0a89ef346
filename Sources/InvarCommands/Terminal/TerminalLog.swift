import Foundation
import Logging

/// What is logged goes to the standard error, a line each, as everything else that is said there.
struct TerminalLog: LogHandler {
    let label: String
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let facts = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        Output.note("\(Date.now.ISO8601Format()) \(event.level) \(label):\(facts) \(event.message)")
    }
}
