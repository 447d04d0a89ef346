import InvarGraph
import InvarTraining

/// What `new` writes: the text of each file of a package that has one small architecture.
struct NewPackage {
    /// Where the package finds Invar.
    enum Dependency {
        /// An absolute path.
        case directory(String)
        /// A URL.
        case repository(String)

        /// As Package.swift says it, and the name that the package manager then knows it by.
        fileprivate var text: (declaration: String, package: String) {
            switch self {
            case .directory(let path):
                (".package(path: \(quoted(path)))", PathName.last(of: path))
            case .repository(let url):
                (".package(url: \(quoted(url)), from: \(quoted(invarVersion)))", PathName.last(of: url))
            }
        }
    }

    let name: String
    let invar: Dependency

    /// Names of modules that the package imports or builds, in lower case: file systems may not tell them apart.
    static let taken: Set<String> = ["invar", "invarcommands", "invartraining", "invardata", "invargraph", "main"]

    /// Each file's path in the package, and its text.
    var files: [(path: String, text: String)] {
        [
            ("Package.swift", manifest), ("Sources/\(name)/main.swift", program), ("README.md", readme),
            (".gitignore", ".build/\nruns/\n"),
        ]
    }

    private var manifest: String {
        let (declaration, package) = invar.text
        return """
            // swift-tools-version: 6.2
            import PackageDescription

            let package = Package(
                name: "\(name)",
                dependencies: [
                    \(declaration)
                ],
                targets: [
                    .executableTarget(
                        name: "\(name)",
                        dependencies: [
                            .product(name: "Invar", package: \(quoted(package))),
                            .product(name: "InvarCommands", package: \(quoted(package))),
                        ])
                ]
            )

            """
    }

    private var program: String {
        """
        // An architecture, and all of Invar's commands for it.
        import Invar
        import InvarCommands

        let model = JointEmbedding("\(name)", image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])) {
            // What may change in an image without changing what it shows: two views of each are made by chance.
            Views {
                RandomResizedCrop(scale: 0.2...1)
                HorizontalFlip(probability: 0.5)
                ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
            }
            // What is kept: an image becomes 64 numbers.
            Encoder {
                for width in [16, 32, 64] {
                    Conv(width, kernel: 3); BatchNorm(); ReLU()
                    if width < 64 { MaxPool(2) }
                }
                GlobalAveragePool()
            }
            // What the loss sees; it is dropped after training.
            Expander {
                Linear(256); BatchNorm(); ReLU()
                Linear(256, bias: false)
            }
            // VICReg's: the views of an image agree, each number varies, and no two say the same.
            Loss {
                25 * Invariance()
                25 * Variance()
                Covariance()
            }
        }

        InvarCommands.main([model])

        """
    }

    private var readme: String {
        """
        # \(name)

        An encoder of images that is trained without labels, written with Invar. The architecture is in
        [Sources/\(name)/main.swift](Sources/\(name)/main.swift).

            swift build -c release --product \(name)
            .build/release/\(name) list                                  # the architecture, and the data that is found
            .build/release/\(name) pretrain \(name) --output runs/first
            .build/release/\(name) evaluate runs/first
            .build/release/\(name) views \(name) --output views.png

        Each command explains itself with `--help`. Always build with `-c release`: numeric Swift in a debug build is a hundred
        times slower. Without `--product` the tools of Invar's dependencies are built too, for minutes.
        `-Xswiftc -target-cpu -Xswiftc native` lets the build use all that this processor has.

        """
    }
}

private enum PathName {
    /// The package manager's own rule: the last part of a path or URL, without `.git`.
    static func last(of place: String) -> String {
        let name = place.split(separator: "/").last.map(String.init) ?? place
        return name.hasSuffix(".git") ? String(name.dropLast(4)) : name
    }
}
