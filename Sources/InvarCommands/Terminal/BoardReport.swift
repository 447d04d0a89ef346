import Foundation
import Invar
import InvarData
import InvarDrawing
import InvarExport
import InvarTraining

/// Writes TensorBoard's events while a run goes on. What cannot be written is said once, and training goes on without it.
final class BoardReport {
    /// What is written, as the option says it.
    enum Contents: String, CaseIterable { case off, scalars, histograms }

    private let run: String
    private let contents: Contents
    private let views: () throws -> Figure?
    private var log: BoardLog?

    /// - Parameter views: a picture of the views, where there are images.
    init(_ run: String, _ contents: Contents, views: @escaping () throws -> Figure?) {
        (self.run, self.contents, self.views) = (run, contents, views)
    }

    func show(_ event: TrainingEvent) {
        guard contents != .off else { return }
        do {
            switch event {
            case .started: try begin()
            case .checkpoint(_, let step) where step > 0: try update()
            case .finished: try update()
            default: break
            }
        } catch {
            Output.warning("no more is written for TensorBoard: \(explanation(of: error))")
            log = nil
        }
    }

    private func begin() throws {
        let log = try BoardLog(run)
        if let figure = try views() {
            let (width, height) = try figure.pixels()
            try log.add(picture: figure.bytes(as: .png), width: width, height: height, named: "views")
        }
        self.log = log
    }

    private func update() throws {
        guard let log else { return }
        // a short run has logged no step at its first checkpoints
        guard (try? RunCurves(run)) != nil else { return }
        try log.update()
        if contents == .histograms { try log.addWeights() }
    }
}
