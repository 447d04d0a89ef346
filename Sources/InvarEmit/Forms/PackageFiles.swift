import InvarJIT
import InvarTraining

extension EmittedPackage {
    /// The directory that SwiftPM, CMake and pip build.
    var packageFiles: [EmittedFile] {
        get throws {
            let values = try self.values
            var files = code(in: "\(codeFolder)/", header: "\(codeFolder)/include/") + loose("weights/")
            files += try swiftFiles(in: "Sources/\(module)/")
            files += pythonFiles(values)
            files += [
                EmittedFile("Package.swift", Template(PackageResources.manifest_swift_txt).filled(values)),
                EmittedFile("CMakeLists.txt", Template(PackageResources.CMakeLists_txt).filled(values)),
                EmittedFile("README.md", Template(PackageResources.readme_md_txt).filled(values)),
            ]
            if hasCheck {
                let check = String(decoding: PackageResources.check_c, as: UTF8.self)
                files.append(EmittedFile("check/check.c", model.name.applied(to: check)))
            }
            return files
        }
    }

    /// Whether there is a program that tries the code.
    private var hasCheck: Bool { !model.isTraining }

    /// What all templates may name. Those of Swift and Python have more.
    var values: [String: String] {
        get throws {
            [
                "name": lower, "NAME": model.name.upper, "Module": module, "version": invarVersion,
                "architecture": model.architecture, "weights": weightsName, "what": what,
                "distribution": lower.replacing("_", with: "-"),
                "targets": code.targets.map(\.rawValue).joined(separator: ", "),
                "exclude": code.embedded.map { " exclude: [\"\($0)\"]," } ?? "",
                "weightswords": weightsWords, "swift": swiftUsage, "python": pythonUsage,
                "usage": pythonUsage.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n"),
                "files": code.sources.map(\.path).filter(Self.isCompiled)
                    .map { "    ${code}/\($0)" }.joined(separator: "\n"),
                "check": hasCheck ? swiftCheck : "", "cmakecheck": cmakeCheck,
            ]
        }
    }

    static func isCompiled(_ file: String) -> Bool { file.hasSuffix(".c") || file.hasSuffix(".S") }

    /// The program that tries the encoder, as a target of Package.swift.
    private var swiftCheck: String {
        """

                // Tries the encoder on a file of images: check/check.c says how.
                .executableTarget(name: "\(lower)_check", dependencies: ["C\(module)"], path: "check"),
        """
    }

    private var cmakeCheck: String {
        var text = ""
        if let embedded = code.embedded {
            text += """
                set_source_files_properties(${code}/\(lower)_embedded.S PROPERTIES OBJECT_DEPENDS ${code}/\(embedded))

                """
        }
        if hasCheck {
            text += """

                # Tries the encoder on a file of images: check/check.c says how.
                add_executable(\(lower)_check check/check.c)
                target_link_libraries(\(lower)_check PRIVATE \(lower))

                """
        }
        return text
    }

    private var what: String {
        switch model.part {
        case .encoder: "The encoder of \(model.architecture)"
        case .training: "A step of training of \(model.architecture)"
        }
    }

    private var weightsWords: String {
        if let embedded = code.embedded {
            return "\nThe weights are a part of the code: the assembler reads them from `\(codeFolder)/\(embedded)`.\n"
        }
        return emission.weights == nil ? "" : "\nThe weights lie in `weights/\(weightsName)`.\n"
    }
}
