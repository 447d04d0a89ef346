// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Where LLVM is. Debian's `llvm-dev` puts it where compilers look anyway; `INVAR_LLVM=/usr/lib/llvm-16` names another,
/// by the folder that its `include` and `lib` are in. Where there is none, Sources/CLLVM/shim.h says what to install.
struct LLVM {
    var swift: [SwiftSetting] = []
    var linker: [LinkerSetting] = []

    init() {
        let files = FileManager.default
        if let folder = ProcessInfo.processInfo.environment["INVAR_LLVM"], !folder.isEmpty {
            swift = [.unsafeFlags(["-Xcc", "-I\(folder)/include"])]
            linker = [
                .unsafeFlags(["-L\(folder)/lib", "-Xlinker", "-rpath", "-Xlinker", "\(folder)/lib"]),
                .linkedLibrary(LLVM.library((try? files.contentsOfDirectory(atPath: "\(folder)/lib")) ?? [])),
            ]
        } else {
            // /usr/include/llvm-c is a link into the folder of its version: ../lib/llvm-14/include/llvm-c
            let target = (try? files.destinationOfSymbolicLink(atPath: "/usr/include/llvm-c")) ?? ""
            let version = target.split(separator: "/").first { $0.hasPrefix("llvm-") }?.dropFirst(5)
            linker = [.linkedLibrary(version.map { "LLVM-\($0)" } ?? "LLVM")]
        }
    }

    /// `LLVM` where there is a library of that name, else the one that has its version in its name.
    private static func library(_ files: [String]) -> String {
        if files.contains("libLLVM.so") { return "LLVM" }
        let versioned = files.filter { $0.hasPrefix("libLLVM-") && $0.hasSuffix(".so") }.sorted()
        return versioned.last.map { String($0.dropFirst(3).dropLast(3)) } ?? "LLVM"
    }
}
let llvm = LLVM()

/// The name by which pkg-config knows MPI, for `swift build --traits MPI`: `INVAR_MPI=mpich` names one, else Debian's alternatives
/// choose (`mpi-c`), or it is Open MPI.
func nameOfMPI() -> String {
    let environment = ProcessInfo.processInfo.environment
    if let name = environment["INVAR_MPI"], !name.isEmpty { return name }
    let named = (environment["PKG_CONFIG_PATH"] ?? "").split(separator: ":").map(String.init)
    let usual = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map { "/usr/lib/\($0)/pkgconfig" }
    let folders = named + usual + ["/usr/lib/pkgconfig", "/usr/lib64/pkgconfig", "/usr/local/lib/pkgconfig"]
    let names = ["mpi-c", "ompi-c", "mpich"]
    return names.first { name in
        folders.contains { FileManager.default.fileExists(atPath: "\($0)/\(name).pc") }
    } ?? "ompi-c"
}

/// The floors, lowest first: a target imports only targets above it in this list
/// (docs/architecture.md says what lives on each).
let strict: [SwiftSetting] = [.strictMemorySafety()]

/// `INVAR_CHECKED=1` builds an interpreter that looks before every read and write whether there is memory.
let isChecked = !(ProcessInfo.processInfo.environment["INVAR_CHECKED"] ?? "").isEmpty
let checked: [SwiftSetting] = isChecked ? [.define("INVAR_CHECKED")] : []

let package = Package(
    name: "Invar",
    products: [
        .library(name: "Invar", targets: ["Invar"]),
        .library(name: "InvarKit", targets: ["InvarKit"]),
        .library(name: "InvarData", targets: ["InvarData"]),
        .library(name: "InvarDump", targets: ["InvarDump"]),
        .library(name: "InvarExport", targets: ["InvarExport"]),
        .library(name: "InvarCommands", targets: ["InvarCommands"]),
        .library(name: "InvarTraining", targets: ["InvarTraining"]),
        .library(name: "InvarCompiler", targets: ["InvarCompiler"]),
        .library(name: "InvarBLAS", targets: ["InvarBLAS"]),
        .executable(name: "invar", targets: ["InvarTool"]),
        .executable(name: "invar-fuzz", targets: ["Fuzz"]),
    ],
    traits: [.trait(name: "MPI", description: "Ranks on several machines (docs/distributed.md)")],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    ],
    targets: [
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CImage", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CLLVM"),
        .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(name: "CMPI", pkgConfig: nameOfMPI(), providers: [.apt(["libopenmpi-dev"])]),

        .target(name: "InvarRandom", swiftSettings: strict),
        .target(name: "InvarDrawing", dependencies: ["CCairo"], swiftSettings: strict),
        .target(name: "InvarGraph", swiftSettings: strict),
        .target(name: "InvarCompiler", dependencies: ["InvarGraph"], swiftSettings: strict),
        .target(
            name: "InvarDump", dependencies: ["InvarCompiler"],
            resources: ["page.html", "style.css", "model.js", "layout.js", "drawing.js", "panel.js", "input.js"].map {
                .embedInCode("Viewer/Page/\($0)")
            }, swiftSettings: strict),
        .target(name: "InvarRuntime", dependencies: ["InvarCompiler", "InvarRandom"], swiftSettings: strict),
        .target(
            name: "InvarMPI",
            dependencies: ["InvarRuntime", .target(name: "CMPI", condition: .when(traits: ["MPI"]))],
            swiftSettings: strict),
        .target(name: "InvarReference", dependencies: ["InvarRuntime"], swiftSettings: strict),
        .target(name: "InvarLinearAlgebra", dependencies: ["InvarRuntime", "COpenBLAS"], swiftSettings: strict),
        .target(
            name: "InvarBLAS", dependencies: ["InvarLinearAlgebra", "InvarRuntime", "COpenBLAS"],
            swiftSettings: strict + checked),
        .target(
            name: "InvarJIT", dependencies: ["InvarRuntime", "CLLVM"], swiftSettings: strict,
            linkerSettings: llvm.linker),
        .target(name: "Invar", dependencies: ["InvarGraph", "InvarRandom"], swiftSettings: strict),
        .target(
            name: "CImageShim", dependencies: ["CImage"],
            linkerSettings: ["jpeg", "png", "webp", "webpdemux", "tiff"].map { .linkedLibrary($0) }),
        .target(
            name: "InvarData",
            dependencies: ["Invar", "InvarRuntime", "CImage", "CImageShim", "CArchive", "CZlib"], swiftSettings: strict),
        .target(
            name: "InvarTraining",
            dependencies: [
                "Invar", "InvarData", "InvarLinearAlgebra", "InvarDump",
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),
        .target(
            name: "InvarKit", dependencies: ["InvarTraining", "InvarReference", "InvarBLAS", "InvarJIT"],
            swiftSettings: strict),
        .target(
            name: "InvarEmit", dependencies: ["InvarKit"],
            resources: [
                "internal.h", "model.c", "embed.c", "step.c", "pool.c", "processor.c", "tensors.c", "pixels.c",
                "check.c",
            ].map { .embedInCode("Runtime/\($0)") }
                + [
                    "manifest.swift.txt", "encoder.swift.txt", "pictures.swift.txt", "embedded.swift.txt",
                    "training.swift.txt", "support.swift.txt", "CMakeLists.txt", "pyproject.toml", "build.py.txt",
                    "native.py.txt", "encoder.py.txt", "training.py.txt", "readme.md.txt",
                ].map { .embedInCode("Package/\($0)") }, swiftSettings: strict),
        .target(
            name: "InvarExport",
            dependencies: ["InvarKit", .product(name: "SwiftProtobuf", package: "swift-protobuf")],
            exclude: ["Format/onnx.proto", "Format/tensorboard.proto"], swiftSettings: strict),
        .target(
            name: "InvarCommands",
            dependencies: [
                "InvarKit", "InvarEmit", "InvarExport", "InvarMPI", "InvarDrawing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ], resources: ["report.html", "report.css", "report.js"].map { .embedInCode("Report/Page/\($0)") },
            swiftSettings: strict),
        .executableTarget(name: "InvarTool", dependencies: ["InvarCommands"]),

        .executableTarget(
            name: "FirstGraph", dependencies: ["Invar", "InvarBLAS", "InvarCompiler"], path: "Examples/01-FirstGraph"),
        .executableTarget(
            name: "VICRegMLP", dependencies: ["Invar", "InvarCommands"], path: "Examples/02-VICRegMLP"),
        .executableTarget(
            name: "VICRegConvNet", dependencies: ["Invar", "InvarCommands"], path: "Examples/03-VICRegConvNet"),
        .executableTarget(name: "OwnLayer", dependencies: ["Invar", "InvarCommands"], path: "Examples/04-OwnLayer"),
        .executableTarget(
            name: "OwnLossTerm", dependencies: ["Invar", "InvarCommands"], path: "Examples/05-OwnLossTerm"),
        .executableTarget(
            name: "TwoArchitectures", dependencies: ["Invar", "InvarCommands"], path: "Examples/06-TwoArchitectures"),
        .executableTarget(
            name: "ReadingAGraph", dependencies: ["Invar", "InvarCompiler", "InvarTraining"],
            path: "Examples/07-ReadingAGraph"),
        .executableTarget(
            name: "OwnRule", dependencies: ["Invar", "InvarBLAS", "InvarCompiler"], path: "Examples/08-OwnRule"),
        .executableTarget(
            name: "BYOLPlusVariance", dependencies: ["Invar", "InvarCommands"], path: "Examples/09-BYOLPlusVariance"),
        .executableTarget(
            name: "RowsBesideImages", dependencies: ["Invar", "InvarCommands"], path: "Examples/10-RowsBesideImages"),
        .executableTarget(
            name: "OwnAugmentation", dependencies: ["Invar", "InvarCommands"], path: "Examples/12-OwnAugmentation"),
        .executableTarget(
            name: "OwnDataset", dependencies: ["Invar", "InvarData", "InvarCommands"], path: "Examples/13-OwnDataset"),
        .executableTarget(
            name: "ComputingLayer", dependencies: ["Invar", "InvarCommands"], path: "Examples/11-ComputingLayer"),
        .executableTarget(
            name: "TrainFromAProgram", dependencies: ["InvarKit"], path: "Examples/14-TrainFromAProgram"),
        .executableTarget(name: "SimilarImages", dependencies: ["InvarKit"], path: "Examples/15-SimilarImages"),
        .executableTarget(
            name: "OwnOptimizer", dependencies: ["InvarKit", "InvarCommands"], path: "Examples/16-OwnOptimizer"),
        .executableTarget(
            name: "TrainInC", dependencies: ["Invar", "InvarCommands"], path: "Examples/17-TrainInC",
            exclude: ["train.c"]),
        .executableTarget(name: "Table", dependencies: ["Invar", "InvarCommands"], path: "Examples/18-Table"),
        .executableTarget(
            name: "WaveformBesideSpectrogram", dependencies: ["Invar", "InvarCommands"],
            path: "Examples/19-WaveformBesideSpectrogram"),
        .executableTarget(
            name: "PaperTables", dependencies: ["Invar", "InvarCommands"], path: "Examples/20-PaperTables"),
        .executableTarget(
            name: "MultiCrop", dependencies: ["Invar", "InvarCommands"], path: "Examples/21-MultiCrop"),

        .executableTarget(
            name: "SmallArchitectures", dependencies: ["Invar", "InvarCommands"], path: "Tests/SmallArchitectures"),
        .testTarget(name: "InvarKitTests", dependencies: ["InvarKit"]),
        .testTarget(
            name: "InvarExportTests",
            dependencies: [
                "InvarExport", "InvarKit", "TestSupport", .product(name: "SwiftProtobuf", package: "swift-protobuf"),
            ], exclude: ["Fixtures"]),
        .testTarget(name: "InvarTests", dependencies: ["Invar", "InvarBLAS", "InvarRandom", "TestSupport"]),
        .testTarget(
            name: "InvarDataTests", dependencies: ["InvarData", "InvarRandom", "CImageShim", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(name: "InvarLinearAlgebraTests", dependencies: ["InvarLinearAlgebra", "InvarRuntime"]),
        .testTarget(
            name: "InvarBLASTests", dependencies: ["InvarBLAS", "InvarReference", "AllocationCounter", "TestSupport"]),
        .testTarget(name: "InvarJITTests", dependencies: ["InvarReference", "InvarJIT", "InvarBLAS", "TestSupport"]),
        .testTarget(name: "InvarRuntimeTests", dependencies: ["InvarTraining", "InvarBLAS", "TestSupport"]),
        .testTarget(
            name: "InvarTrainingTests",
            dependencies: ["InvarTraining", "InvarLinearAlgebra", "InvarBLAS", "TestSupport"]),
        .testTarget(
            name: "InvarCommandsTests",
            dependencies: [
                "InvarCommands", "InvarBLAS", "InvarDrawing", "InvarDump", "InvarTraining", "SmallArchitectures",
                "TestSupport",
            ]),
        .testTarget(name: "InvarDrawingTests", dependencies: ["InvarDrawing", "InvarData"]),
        .testTarget(
            name: "InvarEmitTests",
            dependencies: [
                "InvarEmit", "InvarJIT", "Invar", "InvarData", "InvarTraining", "InvarKit", "InvarRandom",
                "TestSupport",
            ]),
        .testTarget(name: "InvarDumpTests", dependencies: ["InvarDump", "InvarTraining", "TestSupport"]),
        .target(
            name: "TestSupport", dependencies: ["Invar", "InvarReference", "InvarBLAS", "InvarJIT", "InvarData"],
            path: "Tests/Support",
            swiftSettings: llvm.swift),
        .testTarget(
            name: "InvarGraphTests", dependencies: ["InvarCompiler", "Invar", "InvarTraining", "TestSupport"]),
        .testTarget(
            name: "InvarCompilerTests",
            dependencies: ["InvarReference", "InvarBLAS", "InvarTraining", "Invar", "TestSupport"]),
        .testTarget(
            name: "InvarSplitTests",
            dependencies: [
                "InvarRuntime", "InvarTraining", "InvarCompiler", "Invar", "TestSupport", "AllocationCounter",
            ]),
        .executableTarget(
            name: "RanksProbe", dependencies: ["InvarMPI", "InvarTraining", "InvarBLAS", "InvarJIT"],
            path: "Tests/RanksProbe", swiftSettings: strict),
        .testTarget(name: "InvarMPITests", dependencies: ["InvarMPI", "RanksProbe"]),
        .executableTarget(
            name: "Instructions", dependencies: ["Invar", "InvarJIT"], path: "Tests/Instructions",
            exclude: ["instructions.txt"], swiftSettings: llvm.swift),
        .executableTarget(
            name: "Sanitized", dependencies: ["InvarTraining", "InvarBLAS", "InvarJIT"], path: "Tests/Sanitized",
            exclude: ["thread.supp"],
            swiftSettings: llvm.swift),
        .executableTarget(
            name: "Fuzz", dependencies: ["InvarTraining", "InvarBLAS", "InvarJIT", "CZlib"], path: "Tests/Fuzz",
            swiftSettings: llvm.swift),
        .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
        .testTarget(
            name: "ConformanceTests",
            dependencies: ["InvarBLAS", "InvarTraining", "InvarData", "Invar", "TestSupport", "AllocationCounter"]),
        .testTarget(name: "ExampleTests", dependencies: ["InvarBLAS", "InvarData", "TestSupport"]),
        .testTarget(name: "CompileFailTests", dependencies: ["Invar", "InvarCommands"], exclude: ["Fixtures"]),
    ]
)

// What imports InvarJIT, through however many modules, reads LLVM's headers too.
for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + llvm.swift
}

// `INVAR_TESTS=InvarDataTests,InvarTests` leaves the other tests out, which take minutes to build (make test TESTS=…).
let chosen = (ProcessInfo.processInfo.environment["INVAR_TESTS"] ?? "").split(separator: ",")
package.targets.removeAll { $0.type == .test && !chosen.isEmpty && !chosen.contains($0.name[...]) }

// Tests start executables. So `swift build --product InvarPackageTests` builds all that tests need, and nothing else: `--build-tests` would
// build the dependencies' own tools too, of which protoc takes minutes.
let executables = package.targets.filter { $0.type == .executable }.map(\.name)
for target in package.targets where ["ExampleTests", "InvarCommandsTests"].contains(target.name) {
    let missing = Set(executables).subtracting(target.dependencies.compactMap(\.plainName))
    target.dependencies += missing.sorted().map { .target(name: $0) }
}

// `INVAR_DOCC=1 swift package generate-documentation --target InvarKit` makes the reference; nobody else fetches the plugin.
if !(ProcessInfo.processInfo.environment["INVAR_DOCC"] ?? "").isEmpty {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}

extension Target.Dependency {
    /// Of a target of this package.
    fileprivate var plainName: String? {
        switch self {
        case .targetItem(let name, _), .byNameItem(let name, _): name
        default: nil
        }
    }
}
