import Foundation
import InvarEmit
import InvarJIT
import InvarRuntime
import Synchronization

/// A compiler of C that users may have.
enum Compiler: String, CaseIterable, Sendable {
    case gcc, clang

    /// What users ask of their own code, and more: what is emitted must not spoil it.
    static let strict = ["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-O2", "-pthread"]
}

/// A model written out as C, in a folder of its own, and the programs that are made of it with those of Tests/Emitted.
final class Emission: Sendable {
    let code: EmittedCode
    let folder: String
    private let built = Mutex<[String: Result<String, any Error>]>([:])
    private let count = Atomic(0)

    var model: EmittedModel { code.model }

    /// - Parameter name: of the folder; different for different emissions.
    init(_ model: EmittedModel, targets: [EmissionTarget], folder name: String) throws {
        code = try EmittedCode(model, targets: targets)
        folder = "\(scratch)/\(name)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for file in [code.header] + code.sources { try Self.write(file.text, to: "\(folder)/\(file.path)") }
        for driver in try FileManager.default.contentsOfDirectory(atPath: Self.drivers)
        where driver.hasSuffix(".c") || driver.hasSuffix(".h") {
            let text = try String(contentsOfFile: "\(Self.drivers)/\(driver)", encoding: .utf8)
            let path = driver.hasSuffix(".h") ? "\(model.name.lower)_\(driver)" : "test_\(driver)"
            try Self.write(model.name.applied(to: text), to: "\(folder)/\(path)")
        }
    }

    /// C files of the tests' own.
    static let drivers = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Emitted").path

    private static func write(_ text: String, to path: String) throws {
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }

    /// The emitted files that a compiler compiles.
    var compiled: [String] { code.sources.map(\.path).filter { $0.hasSuffix(".c") || $0.hasSuffix(".S") } }

    /// The path of a program of Tests/Emitted for this model.
    func program(
        _ driver: String, by compiler: String = Compiler.gcc.rawValue, _ flags: [String] = Compiler.strict,
        defining: [String] = []
    ) throws -> String {
        let key = ([driver, compiler] + flags + defining).joined(separator: " ")
        return try once(key) {
            let objects = try objects(by: compiler, flags)
            let program = "\(folder)/\(driver)-\(count.wrappingAdd(1, ordering: .relaxed).oldValue)"
            let words = flags + defining.map { "-D\($0)" } + ["-o", program, "test_\(driver).c"] + objects
            try compile(compiler, words, in: folder)
            return program
        }
    }

    /// The objects of the emitted files, each compiled once for a compiler and its flags.
    func objects(by compiler: String, _ flags: [String]) throws -> [String] {
        let key = (["objects", compiler] + flags).joined(separator: " ")
        let place = try once(key) {
            let place = "\(folder)/objects-\(count.wrappingAdd(1, ordering: .relaxed).oldValue)"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            try compile(compiler, flags + ["-I..", "-c"] + compiled.map { "../\($0)" }, in: place)
            return place
        }
        return try FileManager.default.contentsOfDirectory(atPath: place).sorted().map { "\(place)/\($0)" }
    }

    /// - Throws: the compiler's words, where it says anything: a warning is an error here.
    private func compile(_ compiler: String, _ words: [String], in folder: String) throws {
        let ended = try run(compiler, words, in: folder)
        guard ended.isFine, ended.output.isEmpty else {
            throw Failure("\(compiler) \(words.joined(separator: " ")): \(ended.output)")
        }
    }

    /// What a key stands for, made by whoever asks first.
    private func once(_ key: String, _ make: () throws -> String) throws -> String {
        if let known = built.withLock({ $0[key] }) { return try known.get() }
        let made = Result { try make() }
        return try built.withLock { built in
            let first = built[key] ?? made
            built[key] = first
            return try first.get()
        }
    }

    /// A new file in the folder.
    func file(_ name: String) -> String { "\(folder)/\(name)-\(count.wrappingAdd(1, ordering: .relaxed).oldValue)" }
}

extension EmissionTarget {
    /// Whether this machine is of that kind.
    var isHere: Bool {
        #if arch(x86_64)
            switch self {
            case .v2: true
            case .v3: TargetDescription.current.vectorBits >= 256
            case .v4: TargetDescription.current.vectorBits >= 512
            case .aarch64, .apple: false
            }
        #else
            self == .aarch64
        #endif
    }

    /// Those that this machine runs.
    static var here: [EmissionTarget] { allCases.filter(\.isHere) }
}
