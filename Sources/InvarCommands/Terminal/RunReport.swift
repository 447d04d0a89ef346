import Foundation
import Invar
import InvarData
import InvarDump
import InvarTraining

/// Keeps the page about a run up to date while it trains. What cannot be written is said once, and training goes on without it.
///
/// A page is written at the beginning, after epochs, and at the end. Where epochs are so short that the pages would take more than a part of
/// the time, some epochs have none.
package final class RunReport {
    private let directory: String
    private let model: JointEmbedding
    private let views: () throws -> [ContactSheet.Entry]
    /// Of the time, at most so much is for pages.
    private let share: Double
    private var written: (model: WrittenModel, views: [ContactSheet.Entry])?
    private var steps = 0
    private var hasNews = false
    private var ended = ContinuousClock.now
    private var took = Duration.zero
    private var failed = false

    /// - Parameters:
    ///   - views: pictures of some images and their views; none for rows.
    ///   - share: of the time at most, from 0 to 1; 1 writes a page after each epoch.
    package init(
        _ directory: String, _ model: JointEmbedding, share: Double = 0.03,
        views: @escaping () throws -> [ContactSheet.Entry]
    ) {
        (self.directory, self.model, self.share, self.views) = (directory, model, share, views)
    }

    /// Where the page is.
    static func path(_ directory: String) -> String { PathParts.join(directory, "report.html") }

    package func show(_ event: TrainingEvent) {
        guard !failed else { return }
        do {
            switch event {
            // one that has nothing left to do keeps the page that it has
            case .started(let started) where started.fromStep < started.epochs * started.stepsPerEpoch:
                steps = started.epochs * started.stepsPerEpoch
                // where the first images cannot be read, the run goes on with others
                written = (try WrittenModel(model), (try? views()) ?? [])
                try write(isGoingOn: true)
            case .epoch: hasNews = true
            // what follows the last one is the end
            case .checkpoint(_, let step) where hasNews && step < steps && isDue:
                try write(isGoingOn: true)
            case .finished where written != nil: try write(isGoingOn: false)
            default: break
            }
        } catch {
            failed = true
            Output.warning("\(Self.path(directory)) is not kept up to date: \(explanation(of: error))")
        }
    }

    private var isDue: Bool { ended.duration(to: .now) * share >= took * (1 - share) }

    /// The run ended with an error: the page no longer says that it goes on.
    package func end() {
        guard !failed, written != nil else { return }
        do { try write(isGoingOn: false) } catch {
            // the error of the run itself is what is to be said
        }
    }

    private func write(isGoingOn: Bool) throws {
        let begin = ContinuousClock.now
        var run = try ReportedRun(directory)
        run.model = written?.model
        run.views = written?.views ?? []
        let command = "\(programName) report \(shellQuoted(directory))"
        run.lookIsMissing = "\(command) does that"
        try AtomicFile.write(ReportPage([run], command: command, isGoingOn: isGoingOn).text(), to: Self.path(directory))
        (hasNews, ended) = (false, .now)
        took = begin.duration(to: ended)
    }
}

/// What a process was called with, as a shell reads it back.
enum CommandText {
    static var ofProcess: String {
        let ranks = ProcessRanks.current.communicator.ranks
        let words = [programName] + processArguments.map(shellQuoted)
        return (ranks > 1 ? "mpirun -n \(ranks) " : "") + words.joined(separator: " ")
    }
}
