// swift-tools-version: 6.0
// Written by invar emit 0.1.0.
import PackageDescription

let package = Package(
    name: "Mlp",
    products: [
        .library(name: "Mlp", targets: ["Mlp"]),
        .library(name: "CMlp", targets: ["CMlp"]),
    ],
    targets: [
        // The assembler finds the weights beside the sources, where they are a part of the code.
        .target(name: "CMlp", cSettings: [.headerSearchPath(".")]),
        .target(name: "Mlp", dependencies: ["CMlp"]),
        // Tries the encoder on a file of images: check/check.c says how.
        .executableTarget(name: "mlp_check", dependencies: ["CMlp"], path: "check"),
    ],
    cLanguageStandard: .gnu11
)
