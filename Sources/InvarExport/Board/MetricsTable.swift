import InvarTraining

extension RunCurves {
    /// A table with commas (RFC 4180): a line for each step that logged something, a column for each curve, empty where that step has no value
    /// of it. A value that is no number is `nan`, `inf` or `-inf`.
    package var csv: String {
        var rows: [Int: [String: Double]] = [:]
        for name in names { for value in curve(name) ?? [] { rows[value.step, default: [:]][name] = value.value } }
        let head = (["step"] + names).map(Self.quoted).joined(separator: ",")
        let lines = rows.sorted { $0.key < $1.key }.map { step, values in
            (["\(step)"] + names.map { name in values[name].map { "\($0)" } ?? "" }).joined(separator: ",")
        }
        return ([head] + lines).map { $0 + "\r\n" }.joined()
    }

    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { ",\"\r\n".contains($0) }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
