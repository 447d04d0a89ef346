import InvarData
import InvarTraining

/// What is written for users of an emission, in one of the forms.
package struct EmittedPackage {
    let emission: Emission
    let form: EmissionForm

    var code: EmittedCode { emission.code }
    var model: EmittedModel { code.model }
    var lower: String { model.name.lower }
    /// The Swift module and its class.
    var module: String { model.name.camel }
    /// Where a package has the C code.
    var codeFolder: String { "Sources/C\(module)" }
    /// The file that comes with it, or that programs are told of where none comes.
    var weightsName: String {
        emission.weights?.name ?? (model.isTraining ? "state.safetensors" : "encoder.safetensors")
    }
    /// Where the header lies in it.
    package var header: String {
        switch form {
        case .package: "\(codeFolder)/include/\(lower).h"
        case .c: "\(lower).h"
        case .sources, .object: "include/\(lower).h"
        case .bundle: "C\(module).artifactbundle/include/\(lower).h"
        }
    }

    package init(_ emission: Emission, form: EmissionForm) { (self.emission, self.form) = (emission, form) }

    /// Writes all of it, as a new directory or in place of an earlier emission.
    /// - Parameter replacing: an earlier emission gives way.
    /// - Returns: what could not be made here, and why, a line each.
    /// - Throws: `EmissionError` where the directory holds something else, or nothing can be compiled here; `DataError` for what cannot be written.
    package func write(to path: String, replacing: Bool = false) throws -> [String] {
        // a plugin's directory is the build's own: only what is in it may be written
        if form == .sources {
            for file in try files { try EmissionFolder.write(file, in: path) }
            return []
        }
        var notes: [String] = []
        try EmissionFolder(path).write(replacing: replacing) { folder in
            for file in try files { try EmissionFolder.write(file, in: folder) }
            switch form {
            case .package, .c, .sources: break
            case .object: notes = try Libraries(self).write(in: folder, keepingObjects: true)
            case .bundle: notes = try writeBundle(in: folder)
            }
        }
        return notes
    }

    /// All that need not be compiled.
    var files: [EmittedFile] {
        get throws {
            let description = EmittedFile("\(lower).json", try EmissionDescription(self).text)
            switch form {
            case .package: return try packageFiles + [description]
            case .c: return code(in: "", header: "") + loose("") + [description]
            case .sources:
                return try code(in: "", header: "include/") + [moduleMap("include/")] + swiftFiles(in: "") + loose("")
            case .object: return [EmittedFile("include/\(lower).h", code.header.text), description] + loose("")
            case .bundle:
                return try swiftFiles(in: "Sources/\(module)/")
                    + [EmittedFile("Package.swift", bundleManifest), description] + loose("weights/")
            }
        }
    }

    /// The C and assembler files, with the weights where they are a part of the code.
    /// - Parameters: directories, empty or with a slash at the end.
    func code(in folder: String, header: String) -> [EmittedFile] {
        var files = [EmittedFile(header + code.header.path, code.header.text)]
        files += code.sources.map { EmittedFile(folder + $0.path, $0.text) }
        return files + (code.embedded == nil ? [] : weights(in: folder))
    }

    /// What makes a module of the header.
    func moduleMap(_ folder: String) -> EmittedFile {
        EmittedFile(
            folder + "module.modulemap", "module C\(module) {\n    header \"\(lower).h\"\n    export *\n}\n")
    }

    /// The weights as a file beside, where they are no part of the code.
    func loose(_ folder: String) -> [EmittedFile] { code.embedded == nil ? weights(in: folder) : [] }

    private func weights(in folder: String) -> [EmittedFile] {
        emission.weights.map { [EmittedFile(folder + $0.name, $0.write)] } ?? []
    }
}
