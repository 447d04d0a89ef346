import Foundation
import InvarData
import InvarJIT

/// Static libraries of an emission's code, one for each platform that this machine has a compiler for.
struct Libraries {
    let package: EmittedPackage

    init(_ package: EmittedPackage) { self.package = package }

    private var platforms: [Platform] { Platform.allCases.filter { !targets($0).isEmpty } }

    private func targets(_ platform: Platform) -> [EmissionTarget] {
        package.code.targets.filter { Platform($0) == platform }
    }

    /// Writes `PLATFORM/libNAME.a`.
    /// - Parameter keepingObjects: the object files stay beside it.
    /// - Returns: a line for each platform that was left out.
    /// - Throws: `EmissionError` where there is no platform that this machine can compile for.
    func write(in folder: String, keepingObjects: Bool) throws -> [String] {
        let source = PathParts.join(folder, "code")
        for file in package.code(in: "code/", header: "code/") { try EmissionFolder.write(file, in: folder) }
        defer { try? FileManager.default.removeItem(atPath: source) }
        var notes: [String] = []
        for platform in platforms {
            let names = targets(platform).map(\.rawValue).joined(separator: ", ")
            if let compiler = try CCompiler.find(for: platform) {
                try compile(platform, compiler, from: source, in: folder, keepingObjects)
            } else {
                notes.append("\(names): left out, since no C compiler for \(platform.triple) is here")
            }
        }
        guard notes.count < platforms.count else {
            throw EmissionError(
                "there is no C compiler here for any of these targets; install one (cc, clang or gcc; for other processors "
                    + "such as aarch64-linux-gnu-gcc), or write --form package, which is compiled where it is used")
        }
        return notes
    }

    private func compile(
        _ platform: Platform, _ compiler: CCompiler, from source: String, in folder: String, _ keepingObjects: Bool
    ) throws {
        let place = PathParts.join(folder, platform.rawValue)
        try Folder.make(place)
        var objects: [String] = []
        let files = package.code.sources.map(\.path).filter {
            EmittedPackage.isCompiled($0) && !isElsewhere($0, platform)
        }
        for file in files {
            let object = PathParts.join(place, file.prefix { $0 != "." } + ".o")
            try compiler.compile(PathParts.join(source, file), to: object, searching: [source])
            objects.append(object)
        }
        try compiler.archive(objects, to: PathParts.join(place, "lib\(package.lower).a"))
        if !keepingObjects { for object in objects { try FileManager.default.removeItem(atPath: object) } }
    }

    /// Whether a file is of another platform's targets, and would be empty here.
    private func isElsewhere(_ file: String, _ platform: Platform) -> Bool {
        package.code.targets.contains { target in
            let name = "\(package.lower)_\(target.identifier)"
            return Platform(target) != platform && [name + ".c", name + "_kernels.S"].contains(file)
        }
    }

    /// The platforms whose libraries were written.
    func written(in folder: String) -> [Platform] {
        platforms.filter { FileStatus(PathParts.join(folder, "\($0.rawValue)/lib\(package.lower).a")) != nil }
    }
}
