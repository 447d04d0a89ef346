import Foundation
import Invar
import InvarData
import InvarEmit
import InvarJIT
import InvarKit
import InvarRuntime
import Synchronization
import Testing

/// A small encoder with weights, in all forms.
struct FormPackages {
    let joint: JointEmbedding
    private let trained: TrainedEncoder

    /// - Parameter joint: with weights by a formula.
    init(_ joint: JointEmbedding = EncoderModels.mlp) throws {
        self.joint = joint
        let states = try joint.captureEncoder(batch: 1).states
        let values = states.map { ($0.name, $0.values(EncoderCase.tensor($0))) }
        trained = try TrainedEncoder(
            joint, values: Dictionary(uniqueKeysWithValues: values), executor: ExecutorKind.reference.executor(),
            threads: 1)
    }

    func package(
        _ form: EmissionForm, embedding: Bool = false, targets: [EmissionTarget] = EmissionTarget.allCases
    ) throws -> EmittedPackage {
        var settings = InvarEmit.Emission.Settings(targets: targets, isEmbedded: embedding)
        settings.batches = [1, 4]
        return EmittedPackage(try InvarEmit.Emission(trained, settings), form: form)
    }

    /// - Returns: the new directory.
    func write(
        _ form: EmissionForm, embedding: Bool = false, targets: [EmissionTarget] = EmissionTarget.allCases
    ) throws -> String {
        let folder = Self.place()
        _ = try package(form, embedding: embedding, targets: targets).write(to: folder)
        return folder
    }

    /// A file with the weights.
    func weights() throws -> String { "\(try write(.c, targets: [.v2]))/encoder.safetensors" }

    /// A Swift package whose program `App` uses an emitted one.
    static func write(user: String, of folder: String, product: String, program: String) throws {
        try FileManager.default.createDirectory(atPath: "\(user)/Sources/App", withIntermediateDirectories: true)
        try """
        // swift-tools-version: 6.0
        import PackageDescription
        let package = Package(
            name: "app", dependencies: [.package(path: "\(folder)")],
            targets: [
                .executableTarget(name: "App", dependencies: [.product(name: "\(product)", package: "model")])
            ])
        """.write(toFile: "\(user)/Package.swift", atomically: false, encoding: .utf8)
        try program.write(toFile: "\(user)/Sources/App/main.swift", atomically: false, encoding: .utf8)
    }

    // MARK: Directories

    private static let count = Atomic(0)

    /// A path where nothing is.
    static func place(_ name: String = "model") -> String {
        "\(scratch)/form-\(count.wrappingAdd(1, ordering: .relaxed).oldValue)/\(name)"
    }

    /// All files in a directory, sorted.
    static func paths(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    /// What lies beside a directory that should be alone in its parent.
    static func strays(beside folder: String) throws -> [String] {
        let url = URL(filePath: folder)
        return try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
            .filter { $0 != url.lastPathComponent }
    }
}

/// Programs that a form is for.
enum FormTools {
    /// `INVAR_ALL_TOOLS=1`, as in CI: then a test whose program is missing fails, and is not left out.
    static let areAllPromised = !(ProcessInfo.processInfo.environment["INVAR_ALL_TOOLS"] ?? "").isEmpty

    /// Whether a test of these programs is to run.
    static func have(_ programs: String...) -> Bool { areAllPromised || programs.allSatisfy(isThere) }

    /// Whether Python has pip and numpy.
    static let havePython: Bool =
        areAllPromised
        || isThere("cc") && isThere("python3") && (try? run("python3", ["-c", "import pip, numpy"]).isFine) == true

    /// - Throws: `Failure` with all that a program said, where it fails.
    @discardableResult
    static func use(
        _ program: String, _ arguments: [String], in folder: String = scratch, environment: [String: String] = [:]
    ) throws -> String {
        let ended = try run(program, arguments, in: folder, environment: environment)
        guard ended.isFine else { throw Failure("\(program) \(arguments.joined(separator: " ")): \(ended.output)") }
        return ended.output
    }
}
