import Foundation
import Invar
import InvarCompiler
import InvarDump
import InvarGraph
import InvarTraining
import Synchronization

/// What became of the built-in architectures, made once for all tests.
enum Histories {
    static let names = [
        "vicreg-small", "vicreg-mlp", "vicreg-convnet", "vicreg-resnet18", "vicreg-resnet50", "byol-small",
    ]

    /// For what reads every field of every node: the deep ones have nothing that these have not.
    static let shallow = names.filter { !$0.contains("resnet") }

    static func of(_ name: String) -> History {
        made.withLock { made in
            if let known = made[name] { return known }
            let history = try! make(model(name))
            made[name] = history
            return history
        }
    }

    static func model(_ name: String) -> JointEmbedding { Zoo.all.first { $0.name == name }! }

    private static let made = Mutex<[String: History]>([:])

    static func make(_ model: JointEmbedding, verifying: Bool = false, passes: [Pass] = pipeline) throws -> History {
        let written = try TrainingStep.forward(model, batch: 4)
        return try History(
            captured: written.builder.finish(), keeping: written.kept,
            differentiated: TrainingStep.build(model, optimizer: .adamW(AdamW()), batch: 4).graph, passes: passes,
            verifying: verifying)
    }
}

/// The object that a text of JSON is.
func object(_ text: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
}
