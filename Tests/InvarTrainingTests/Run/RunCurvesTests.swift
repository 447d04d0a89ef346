import Foundation
import InvarTraining
import Testing

/// What a run logged, read while it goes on, after it ended, and damaged.
@Suite struct RunCurvesTests {
    /// The curves of a run of three epochs of four steps, its log changed.
    private func curves(_ change: (String) -> String = { $0 }) throws -> RunCurves {
        try Workshop.inDirectory { root in
            let path = RunDirectory(root).metrics
            _ = try Workshop.trainer(root).numbers()
            try change(String(contentsOfFile: path, encoding: .utf8)).write(
                toFile: path, atomically: true, encoding: .utf8)
            return try RunCurves(root)
        }
    }

    private func steps(_ curves: RunCurves, _ name: String) -> [Int] { (curves.curve(name) ?? []).map(\.step) }

    @Test func allThatWasLogged() throws {
        let found = try curves()
        #expect(
            found.names == [
                "loss", "covariance", "invariance", "variance", "learning-rate", "images-per-second", "std",
                "correlation", "rank",
            ])
        #expect(steps(found, "loss") == Array(1...12) && steps(found, "rank") == [4, 8, 12])
        #expect(found.damagedLines == 0 && found.curve("knn") == nil)
        let loss = try #require(found.curve("loss")), terms = ["invariance", "variance", "covariance"]
        for (index, weighted) in loss.enumerated() {
            let sum = zip([25.0, 25, 1], terms).reduce(0) { $0 + $1.0 * (found.curve($1.1)?[index].value ?? .nan) }
            #expect(abs(sum - weighted.value) < 1e-3)
        }
    }

    /// A run that is writing its last line.
    @Test func aTruncatedLastLineIsNoDamage() throws {
        let found = try curves { text in
            let lines = text.split(separator: "\n")
            return lines.prefix(2).map { $0 + "\n" }.joined() + lines[2].dropLast(30)
        }
        #expect(steps(found, "loss") == [1, 2] && found.damagedLines == 0)
        // whole, but for its newline
        #expect(try steps(curves { String($0.split(separator: "\n")[0]) }, "loss") == [1])
    }

    @Test func damagedLinesAreLeftOutAndCounted() throws {
        let found = try curves { $0.replacingOccurrences(of: "\"step\":3,", with: "\"step\":!,") + "{}\n" }
        #expect(steps(found, "loss") == [1, 2] + Array(4...12) && found.damagedLines == 2)
    }

    @Test func whatIsNoNumberStays() throws {
        let found = try curves {
            $0.replacing(/"loss":[0-9.e-]+/) { _ in "\"loss\":\"nan\"" }
        }
        #expect(found.curve("loss")?.count == 12 && found.curve("loss")?.allSatisfy { $0.value.isNaN } == true)
    }

    /// With fewer lines than epochs have steps, the epochs' means are there.
    @Test func epochsWhereNoStepWasLogged() throws {
        let found = try curves { text in
            text.split(separator: "\n").filter { $0.contains("\"kind\":\"epoch\"") }.map { $0 + "\n" }.joined()
        }
        #expect(steps(found, "loss") == [4, 8, 12] && found.curve("learning-rate") == nil)
    }

    /// Where gradients are clipped.
    @Test func theGradientsNorm() throws {
        let found = try curves { $0.replacingOccurrences(of: "\"kind\"", with: "\"gradientNorm\":2,\"kind\"") }
        #expect(steps(found, "gradient-norm") == Array(1...12))
        #expect(found.curve("gradient-norm")?.allSatisfy { $0.value == 2 } == true)
    }

    @Test func termsAreCalledByTheirNames() throws {
        let found = try curves { $0.replacingOccurrences(of: "\"variance\":", with: "\"rank\":") }
        #expect(found.names.contains("term-rank") && steps(found, "rank") == [4, 8, 12])
    }

    @Test func noRunAndNoStepsAreErrors() throws {
        try Workshop.inDirectory { root in
            #expect(Workshop.message { _ = try RunCurves(root) }?.contains("holds no run") == true)
            #expect(Workshop.message { _ = try RunCurves(root + "/none") }?.contains("is not there") == true)
        }
        for text in ["", "{\"kind\":\"st"] {
            #expect(Workshop.message { _ = try curves { _ in text } }?.contains("has logged no step yet") == true)
        }
    }

    @Test func seedsAlone() throws {
        try Workshop.inDirectory { root in
            func identity(_ name: String, _ change: (inout TrainingConfiguration) -> Void) throws -> RunIdentity {
                var configuration = Workshop.configuration(epochs: 1)
                change(&configuration)
                _ = try Workshop.trainer("\(root)/\(name)", configuration).numbers()
                return try RunCurves("\(root)/\(name)").identity
            }
            let first = try identity("first") { _ in }
            #expect(try identity("seed") { $0.seed = 8 }.differsInSeedAlone(from: first))
            #expect(try !identity("same") { _ in }.differsInSeedAlone(from: first))
            #expect(try !identity("both") { ($0.seed, $0.epochs) = (8, 2) }.differsInSeedAlone(from: first))
        }
    }
}
