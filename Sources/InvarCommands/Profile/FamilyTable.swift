import InvarDump
import InvarRuntime

/// The time of a step by family, and the part of the roofline that each reaches.
enum FamilyTable {
    /// Another number of threads, beside the profile.
    struct Column {
        var threads: Int
        /// Whether it was computed from tiles that were timed on one thread.
        var isForecast: Bool
        var profile: Profile
    }

    /// One row for each family, those that take longest first, and the whole step in the last row. "×" is how many times as fast as one
    /// thread.
    static func text(_ profile: Profile, _ columns: [Column]) -> String {
        let alone = columns.first { $0.threads == 1 && !$0.isForecast }
        var rows = [["FAMILY", "STEPS", "TIME", "SHARE", "ROOFLINE"]]
        if alone != nil { rows[0] += ["1 THREAD", "×"] }
        let forecasts = columns.filter(\.isForecast)
        for column in forecasts { rows[0] += ["(\(column.threads) THREADS)", "×", "ROOFLINE"] }
        for time in profile.families {
            var row = [
                time.family?.rawValue ?? "whole step", "\(time.steps)", Format.milliseconds(time.seconds),
                Format.percent(profile.seconds > 0 ? time.seconds / profile.seconds : 0), percent(time.ofRoofline),
            ]
            let one = alone?.profile.time(of: time.family)
            if let one { row += [Format.milliseconds(one.seconds), times(one, time)] }
            for column in forecasts {
                let then = column.profile.time(of: time.family)
                row += [
                    then.map { Format.milliseconds($0.seconds) } ?? "",
                    one.flatMap { one in then.map { times(one, $0) } } ?? "", percent(then?.ofRoofline),
                ]
            }
            rows.append(row)
        }
        return Format.table(rows)
    }

    private static func percent(_ value: Double?) -> String { value.map { Format.percent($0, 0) } ?? "-" }

    private static func times(_ one: FamilyTime, _ other: FamilyTime) -> String {
        other.seconds > 0 ? Format.fixed(one.seconds / other.seconds, 2) : "-"
    }
}

extension Profile {
    /// Nothing where the program has no step of it.
    fileprivate func time(of family: StepFamily?) -> FamilyTime? { families.first { $0.family == family } }
}

extension ProfileReport {
    /// Of the table of families: a row for each family and number of threads.
    struct Family: Encodable {
        /// `whole step` for all.
        var family: String
        var steps: Int
        /// Those of the profile, or others.
        var threads: Int
        var is_forecast: Bool
        var seconds: Double
        var of_roofline: Double?
    }

    static func families(_ profile: Profile, threads: Int, _ columns: [FamilyTable.Column]) -> [Family] {
        let all = [FamilyTable.Column(threads: threads, isForecast: false, profile: profile)] + columns
        return all.flatMap { column in
            column.profile.families.map { time in
                Family(
                    family: time.family?.rawValue ?? "whole step", steps: time.steps, threads: column.threads,
                    is_forecast: column.isForecast, seconds: time.seconds, of_roofline: time.ofRoofline)
            }
        }
    }
}
