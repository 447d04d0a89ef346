import Foundation

/// Schedules for some contractions, as a file gives them; the cost model chooses the others.
///
///     # anything
///     convolution.f32.8x16x16x64_3x3x64x64_8x16x16x64.s1x1.p1x1x1x1 winograd 6x2 depth 512 squares 24
package struct ScheduleTable: Sendable {
    private struct Line: Sendable {
        var schedule: ContractionSchedule
        var number: Int
    }

    private var lines: [String: Line] = [:]
    /// The file, for people.
    package private(set) var name = ""
    /// Why a file is not used.
    package private(set) var problem: String?
    /// Whether a schedule that is not possible is passed over: in a file that nobody wrote by hand.
    private var isLenient = false

    /// Nothing: the cost model chooses all.
    package static let empty = ScheduleTable()

    package init() {}

    package init(problem: String) { self.problem = problem }

    /// - Parameter name: the file's, for errors.
    package init(parsing text: String, name: String, isLenient: Bool = false) throws(ScheduleError) {
        (self.name, self.isLenient) = (name, isLenient)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let number = index + 1
            let content = line.prefix { $0 != "#" }
            let words = content.split(maxSplits: 1, whereSeparator: \.isWhitespace)
            guard let key = words.first.map(String.init) else { continue }
            do throws(ScheduleError) {
                if let earlier = lines[key] { throw ScheduleError("\(key) is in line \(earlier.number) too") }
                let schedule = try ContractionSchedule(parsing: words.count > 1 ? words[1] : "")
                lines[key] = Line(schedule: schedule, number: number)
            } catch {
                throw ScheduleError("\(name):\(number): \(error.description)")
            }
        }
    }

    /// - Throws: also where the file cannot be read.
    package init(file path: String) throws(ScheduleError) {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw ScheduleError("the schedules \(path) cannot be read: \(error.localizedDescription)")
        }
        try self.init(parsing: text, name: path)
    }

    package var count: Int { lines.count }

    package subscript(_ key: String) -> ContractionSchedule? {
        get { lines[key]?.schedule }
        set { lines[key] = newValue.map { Line(schedule: $0, number: 0) } }
    }

    /// A line for each contraction, by name.
    package var text: String {
        lines.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.schedule)\n" }.joined()
    }

    /// Names these schedules in reports: one letter more or less is another hash.
    package var hash: String { String(SHA256(text).hex.prefix(12)) }

    /// The schedule of a contraction, and why it is that.
    func choice(_ site: ContractionSite, by model: CostModel) throws(ScheduleError) -> CostModel.Choice {
        guard let line = lines[site.key] else { return model.choice(site) }
        let place = line.number > 0 ? "\(name):\(line.number)" : name
        guard let problem = site.problem(with: line.schedule) else {
            return CostModel.Choice(schedule: line.schedule, reasons: ["as \(place) says"])
        }
        if isLenient { return model.choice(site) }
        throw ScheduleError("\(place): \(site.key): \(problem)")
    }
}

extension ScheduleTable {
    /// Which schedules these are, for reports: the bits of a result depend on them.
    package var note: String? {
        if let problem { return problem }
        return count == 0 ? nil : "schedules of \(name): \(count) contraction\(count == 1 ? "" : "s"), \(hash)"
    }
}
