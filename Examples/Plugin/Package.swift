// swift-tools-version: 6.3;(experimentalCGen)
// A program that has an encoder compiled into it: its architecture is run while the program is built. The second part of the line above lets
// plugins write C and headers.
import PackageDescription

let package = Package(
    name: "plugin",
    dependencies: [.package(name: "Invar", path: "../..")],
    targets: [
        // The architectures, and all of Invar's commands for them: what the plugins run.
        .executableTarget(
            name: "Models",
            dependencies: [
                .product(name: "Invar", package: "Invar"), .product(name: "InvarCommands", package: "Invar"),
            ]),
        .plugin(name: "EmitEncoder", capability: .buildTool(), dependencies: ["Models"]),
        // The encoder of the architecture `small`: the code, and the class around it. Both are written by the plugin.
        .target(name: "CSmall", plugins: ["EmitEncoder"]),
        .target(name: "Small", dependencies: ["CSmall"], plugins: ["EmitEncoder"]),
        // It needs neither Invar nor LLVM nor OpenBLAS when it runs.
        .executableTarget(name: "App", dependencies: ["Small"]),
        // swift package emit-encoder small --output vendor/small
        .plugin(
            name: "EmitEncoderCommand",
            capability: .command(
                intent: .custom(verb: "emit-encoder", description: "Write an encoder of Models as a package"),
                permissions: [.writeToPackageDirectory(reason: "It writes the encoder's package.")]),
            dependencies: ["Models"]),
    ],
    cLanguageStandard: .gnu11
)
