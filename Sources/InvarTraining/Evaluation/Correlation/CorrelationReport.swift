import InvarDump

/// The correlations of one or several runs: the text of `correlation.json`, and a table.
package struct CorrelationReport: Codable, Sendable, Hashable {
    package struct Run: Codable, Sendable, Hashable {
        package let run: String
        package let architecture: String
        /// Steps that it was trained for.
        package let step: Int
        package let representation: Correlation.Measures
        package let embedding: Correlation.Measures

        package init(
            run: String, architecture: String, step: Int, representation: Correlation.Measures,
            embedding: Correlation.Measures
        ) {
            (self.run, self.architecture, self.step) = (run, architecture, step)
            (self.representation, self.embedding) = (representation, embedding)
        }
    }

    package let data: String
    package let split: String
    package let runs: [Run]

    package init(data: String, split: String, runs: [Run]) {
        (self.data, self.split, self.runs) = (data, split, runs)
    }

    /// One row for each output of each run, with a row of titles.
    package var rows: [[String]] {
        let titles = ["", "", "dimensions", "mean |c|", "rms c", "rank", "spread", "dead"]
        return [titles]
            + runs.flatMap { run in
                [("representation", run.representation), ("embedding", run.embedding)].enumerated().map {
                    place, output in
                    let (name, m) = output
                    return [
                        place == 0 ? run.run : "", name, "\(m.dimensions)", Format.fixed(m.meanAbsolute, 4),
                        Format.fixed(m.rms, 4),
                        Format.fixed(m.effectiveRank, 1), Format.fixed(m.normalizedSpread, 3), "\(m.dead)",
                    ]
                }
            }
    }

    package func json() throws -> String { try prettyJSON(self) }
}
