import Foundation
import Testing

/// What must not compile, and the words that it must be refused with.
///
/// To add a case, put a file into `Fixtures`: a program that imports `Invar`, where a comment on each
/// line that must be refused names a part of the message:
///
///     import Invar
///     let width: Int = "8"  // expected-error {{cannot convert value of type 'String'}}
///
/// Nothing else is to be done: each file there is a case, named by its file. `expected-warning` and
/// `expected-note` work alike. A result builder's errors stand on the line of its opening brace;
/// `expected-error@+2 {{…}}` means two lines below its comment and `@-1` one above. A file with no such
/// comment must compile without a warning: keep one beside each refused program, so that the refusal
/// is known to come from the one thing that differs.
@Suite struct CompileFailTests {
    @Test(arguments: try Fixture.all())
    func theCompilerSaysWhatTheFixtureExpects(fixture: Fixture) throws {
        let complaints = try Verifier().complaints(about: fixture.file)
        #expect(complaints.isEmpty, "\(complaints)")
    }

    @Test func thereAreFixtures() throws {
        #expect(try !Fixture.all().isEmpty)
    }

    // The verifier itself: a harness that accepts everything would keep all cases green.

    @Test func anExpectedErrorIsAccepted() throws {
        let complaints = try Verifier().complaints(
            aboutSource: """
                import Invar
                let width: Int = "8"  // expected-error {{cannot convert value of type 'String'}}
                """)
        #expect(complaints.isEmpty, "\(complaints)")
    }

    @Test func anErrorThatDoesNotComeIsReported() throws {
        let complaints = try Verifier().complaints(
            aboutSource: """
                import Invar
                let width: Int = 8  // expected-error {{cannot convert value of type 'String'}}
                """)
        #expect(complaints.contains("expected error not produced"), "\(complaints)")
    }

    @Test func anErrorInOtherWordsIsReported() throws {
        let complaints = try Verifier().complaints(
            aboutSource: """
                import Invar
                let width: Int = "8"  // expected-error {{put GlobalAveragePool() before it}}
                """)
        #expect(complaints.contains("error"), "\(complaints)")
    }

    @Test func anErrorThatNobodyExpectsIsReported() throws {
        let complaints = try Verifier().complaints(
            aboutSource: """
                import Invar
                let width: Int = "8"
                """)
        #expect(complaints.contains("unexpected error produced"), "\(complaints)")
    }
}

/// A file of the folder `Fixtures`.
struct Fixture: CustomTestStringConvertible, Sendable {
    let file: URL

    var testDescription: String { file.deletingPathExtension().lastPathComponent }

    static func all() throws -> [Fixture] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
            .sorted { $0.path < $1.path }
            .map(Fixture.init)
    }
}
