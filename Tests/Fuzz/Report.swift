import Foundation

/// A line for each format, and below it its faults.
enum Report {
    static let header = line("format", "read", "refused", "faults", "seconds", "slowest", "peak")

    static func row(_ campaign: Campaign, _ settings: Settings) -> String {
        let tally = campaign.tally
        var text = line(
            campaign.format.name, "\(tally[.accepted])", "\(tally[.refused])", "\(campaign.faults.count)",
            String(format: "%.0f", campaign.seconds),
            String(format: "%.0f ms", Double(tally[.slowestMicroseconds]) / 1000),
            "\(tally[.peakKiB] >> 10) MiB")
        for fault in campaign.faults {
            text +=
                "\n    mutant \(fault.index) \(fault.words)\n        again: invar-fuzz --format \(campaign.format.name) "
                + "--seed \(settings.seed) --index \(fault.index)"
        }
        return text
    }

    private static func line(_ cells: String...) -> String {
        cells.enumerated().map {
            $0 == 0
                ? $1.padding(toLength: 14, withPad: " ", startingAt: 0)
                : String(repeating: " ", count: max(1, 11 - $1.count)) + $1
        }
        .joined()
    }
}
