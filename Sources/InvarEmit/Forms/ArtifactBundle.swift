import InvarData
import InvarTraining

extension EmittedPackage {
    /// An artifact bundle with static libraries (SE-0482: a directory, and `info.json` that says what is in it).
    private struct BundleInfo: Encodable {
        struct Artifact: Encodable {
            let version: String
            let type = "staticLibrary"
            let variants: [Variant]
        }
        struct Variant: Encodable {
            let path: String
            let supportedTriples: [String]
            let staticLibraryMetadata = Metadata()
        }
        struct Metadata: Encodable {
            let headerPaths = ["include"]
            let moduleMapPath = "include/module.modulemap"
        }

        let schemaVersion = "1.0"
        let artifacts: [String: Artifact]
    }

    /// - Returns: a line for each platform that was left out.
    func writeBundle(in folder: String) throws -> [String] {
        let bundle = PathParts.join(folder, "C\(module).artifactbundle")
        let libraries = Libraries(self)
        let notes = try libraries.write(in: bundle, keepingObjects: false)
        let variants = libraries.written(in: bundle).map {
            BundleInfo.Variant(path: "\($0.rawValue)/lib\(lower).a", supportedTriples: [$0.bundleTriple])
        }
        let info = BundleInfo(artifacts: [
            "C\(module)": BundleInfo.Artifact(version: invarVersion, variants: variants)
        ])
        for file in [
            EmittedFile("info.json", try prettyJSON(info)), moduleMap("include/"),
            EmittedFile("include/\(lower).h", code.header.text),
        ] { try EmissionFolder.write(file, in: bundle) }
        return notes
    }

    /// The package around it, with the class for Swift.
    var bundleManifest: String {
        """
        // swift-tools-version: 6.2
        // Written by invar emit \(invarVersion).
        import PackageDescription

        let package = Package(
            name: "\(module)",
            products: [.library(name: "\(module)", targets: ["\(module)"])],
            targets: [
                .binaryTarget(name: "C\(module)", path: "C\(module).artifactbundle"),
                .target(name: "\(module)", dependencies: ["C\(module)"]),
            ]
        )

        """
    }
}

extension Platform {
    /// Without the version of a system, which an artifact bundle must not have.
    fileprivate var bundleTriple: String { self == .macArm ? "arm64-apple-macosx" : triple }
}
