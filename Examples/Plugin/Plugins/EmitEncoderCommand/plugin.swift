import Foundation
import PackagePlugin

/// `swift package emit-encoder small --output vendor/small`: the package's own `emit`, with all of its options.
@main struct EmitEncoderCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let process = Process()
        process.executableURL = try context.tool(named: "Models").url
        process.arguments = ["emit"] + arguments
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { Diagnostics.error("nothing was emitted; the reason is above") }
    }
}
