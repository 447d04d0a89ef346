import Foundation
import PackagePlugin

/// Runs the package's architectures while it is built, and compiles an encoder into it: of the architecture `small` into a C target `CSmall`
/// (the code) and a Swift target `Small` (the class around it).
@main struct EmitEncoder: BuildToolPlugin {
    /// Processors that there is code for.
    let kinds = ["x86-64-v2", "x86-64-v3", "x86-64-v4", "aarch64", "arm64-apple"]

    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let isCode = target is ClangSourceModuleTarget
        let module = isCode ? String(target.name.dropFirst()) : target.name
        let name = module.lowercased()
        let files = isCode ? code(name) : ["Support", module, "Pictures"].map { "\($0).swift" }
        let folder = context.pluginWorkDirectoryURL
        return [
            .buildCommand(
                displayName: "Emitting \(target.name)", executable: try context.tool(named: "Models").url,
                arguments: [
                    "emit", name, "--form", "sources", "--output", folder.path, "--targets",
                    kinds.joined(separator: ","),
                    "--source-root", context.package.directoryURL.path,
                ],
                outputFiles: files.map { folder.appending(path: $0) })
        ]
    }

    /// What `emit` writes for a C target.
    private func code(_ name: String) -> [String] {
        let processors = kinds.map { $0.replacing("-", with: "_") }.flatMap { ["\($0).c", "\($0)_kernels.S"] }
        let runtime = ["embed", "model", "pixels", "pool", "processor", "tensors"].map { "\($0).c" }
        return ["include/\(name).h", "include/module.modulemap", "\(name).c"]
            + (runtime + processors).map { "\(name)_\($0)" }
    }
}
