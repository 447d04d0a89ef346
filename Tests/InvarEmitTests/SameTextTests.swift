import Foundation
import Invar
import InvarEmit
import InvarJIT
import InvarRuntime
import Testing

/// What is written out for a target depends on the model alone, and not on who writes it, where, or how often.
@Suite struct SameTextTests {
    private static func files(_ code: EmittedCode) -> [String: String] {
        Dictionary(uniqueKeysWithValues: ([code.header] + code.sources).map { ($0.path, $0.text) })
    }

    @Test func anotherProcessWritesTheSame() throws {
        let test = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let tool = test.deletingLastPathComponent().appending(path: "invar").path
        let folder = "\(scratch)/another-process"
        // where no folder has the architecture's name: that would be taken for a run
        let place = "\(scratch)/another-place"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        // a process hashes with a seed of its own: what followed the order of a dictionary would show
        let targets = EmissionTarget.allCases
        let ended = try run(
            tool,
            [
                "emit", "vicreg-small", "--output", folder, "--batch", "1,4", "--targets",
                targets.map(\.rawValue).joined(separator: ","),
            ], in: place, environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "HOME": folder])
        #expect(ended.isFine, "\(ended.output)")
        let code = try EmittedCode(EmittedModel(encoderOf: Zoo.vicregSmall, batches: [4, 1]), targets: targets)
        for (path, text) in Self.files(code) {
            let other = try Self.found(path, in: folder)
            #expect(other == text, "\(path)")
        }
    }

    /// A file of the emission, wherever in the folder its form puts it.
    private static func found(_ name: String, in folder: String) throws -> String {
        let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        guard let path = all.first(where: { $0 == name || $0.hasSuffix("/\(name)") }) else {
            throw Failure("there is no \(name) in \(all.sorted())")
        }
        return try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    }

    @Test func aSecondTimeIsTheSame() throws {
        let model = try StepCase.named("byol-adamw").emission
        let again = try EmittedCode(model.model, targets: model.code.targets)
        for (path, text) in Self.files(model.code) { #expect(Self.files(again)[path] == text, "\(path)") }
        // a target's files are the same beside other targets
        let alone = try EmittedCode(model.model, targets: [.v3])
        for (path, text) in Self.files(alone) where path.contains("x86_64_v3") {
            #expect(Self.files(model.code)[path] == text, "\(path)")
        }
    }

    @Test(arguments: ["tiny-resnet", "byol-adamw"]) func nothingOfThisMachineIsInIt(_ name: String) throws {
        let emission =
            try StepCase.names.contains(name) ? StepCase.named(name).emission : EncoderCase.named(name).emission
        var words = [
            FileManager.default.currentDirectoryPath, scratch, NSHomeDirectory(), ProcessInfo.processInfo.hostName,
            TargetDescription.current.name, CodeTarget().processor, "#filePath",
            URL(filePath: #filePath).deletingLastPathComponent().path,
        ]
        words.removeAll { $0.count < 6 || $0.hasPrefix("x86-64") || $0 == "localhost" }
        for (path, text) in Self.files(emission.code) {
            for word in words { #expect(!text.contains(word), "\(path) has \(word)") }
        }
    }
}
