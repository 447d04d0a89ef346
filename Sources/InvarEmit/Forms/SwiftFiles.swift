import Invar
import InvarCompiler

extension EmittedPackage {
    /// The class that Swift programs use, and what it is made of.
    /// - Parameter folder: empty or with a slash at the end.
    func swiftFiles(in folder: String) throws -> [EmittedFile] {
        let values = try self.values
        func file(_ name: String, _ template: [UInt8], _ more: [String: String] = [:]) -> EmittedFile {
            EmittedFile("\(folder)\(name).swift", Template(template).filled(values.merging(more) { $1 }))
        }
        var files = [file("Support", PackageResources.support_swift_txt)]
        switch model.part {
        case .encoder(let facts):
            files.append(file(module, PackageResources.encoder_swift_txt, encoderValues(facts)))
            if model.takesPictures { files.append(file("Pictures", PackageResources.pictures_swift_txt)) }
            if code.embedded != nil { files.append(file("Embedded", PackageResources.embedded_swift_txt)) }
        case .training:
            files.append(file(module, PackageResources.training_swift_txt, trainingValues))
        }
        return files
    }

    /// How a program begins that uses it.
    var swiftUsage: String {
        switch model.part {
        case .encoder:
            """
            import \(module)

            let encoder = try \(module)(\(code.embedded == nil ? "weights: \"\(emission.weights == nil ? "" : "weights/")\(weightsName)\"" : ""))
            \(swiftExample)
            """
        case .training:
            """
            import \(module)

            let training = try \(module)(state: "weights/\(weightsName)")
            let terms = try training.step(\(stepExample))
            try training.saveEncoder(to: "encoder.safetensors")
            """
        }
    }

    // MARK: The encoder

    private var swiftExample: String {
        model.takesPictures
            ? "let representation = try encoder(pixels: bytes, width: 640, height: 480)"
            : "let representation = try encoder(row)"
    }

    private func encoderValues(_ facts: EmittedModel.EncoderFacts) -> [String: String] {
        [
            "subjects": model.takesPictures ? "images" : "rows", "subject": model.takesPictures ? "image" : "row",
            "width": "\(facts.width)", "example": swiftExample,
            "layout": model.takesPictures ? layoutOfImages.map { "\n    ///   \($0)" }.joined() : "",
        ]
    }

    /// What the numbers of an image are, in two lines.
    var layoutOfImages: [String] {
        let (image, normalization) = (model.image, model.views.normalization(for: model.image))
        func list(_ values: [Double]) -> String { values.map { "\($0)" }.joined(separator: ", ") }
        return [
            "\(image.height) rows of \(image.width) pixels, the channels of a pixel side by side, normalized:",
            "(value from 0 to 1 − mean) / deviation, mean \(list(normalization.mean)), deviation \(list(normalization.std)).",
        ]
    }

    // MARK: Training

    private var stepExample: String {
        model.inputFields.map { field in
            switch field.kind {
            case .view: "\(Self.name(field)): \(Self.name(field))"
            case .scalar: "\(Self.name(field)): 0.001"
            case .seed: "seed: 0"
            }
        }.joined(separator: ", ")
    }

    private var trainingValues: [String: String] {
        let fields = model.inputFields
        let views = fields.filter { $0.kind == .view }
        let parameters = fields.map { field in
            switch field.kind {
            case .view: "\(Self.name(field)): [Float]"
            case .scalar: "\(Self.name(field)): Float"
            case .seed: "seed: UInt64"
            }
        }
        let checks = views.map { view in
            let name = Self.name(view)
            return """
                        guard \(name).count == \(count(of: view)) else {
                            throw Failure.argument("\(name) has \\(\(name).count) numbers, and \(count(of: view)) are wanted")
                        }
                """
        }
        // each view's pointer lives inside of one more closure
        func indented(_ depth: Int, _ text: String) -> String { String(repeating: " ", count: 8 + 4 * depth) + text }
        let opening = views.enumerated().map { depth, view in
            indented(depth, "try \(Self.name(view)).withUnsafeBufferPointer { \(Self.name(view)) in")
        }
        let assignments = fields.map { field in
            indented(
                views.count, "inputs.\(field.field) = \(Self.name(field))" + (field.kind == .view ? ".baseAddress" : "")
            )
        }
        let call = [
            "let pool = UnsafePointer(worker.pool)", "try Failure.check(", "    \(lower)_step(",
            "        memory.start, &inputs, &terms, worker.arena.start, worker.arena.byteCount, pool))",
        ].map { indented(views.count, $0) }
        let terms = model.termFields
        return [
            "example": stepExample, "parameters": parameters.joined(separator: ", "),
            "checks": checks.joined(separator: "\n"), "opening": opening.joined(separator: "\n"),
            "assignments": assignments.joined(separator: "\n"),
            "call": call.joined(separator: "\n"),
            "closing": views.indices.reversed().map { indented($0, "}") }.joined(separator: "\n"),
            "terms": terms.map { "        public let \(Self.camel($0)): Float" }.joined(separator: "\n"),
            "results": terms.map { "            \(Self.camel($0)): terms.\($0)" }.joined(separator: ",\n"),
        ]
    }

    /// Numbers of a view.
    func count(of view: InputField) -> Int {
        model.programs.first?.inputs.first { $0.name == view.name }?.view.count ?? 0
    }

    /// `learningRate`, `view1Place`
    private static func name(_ field: InputField) -> String { camel(field.field) }

    /// `redundancyReduction` of `redundancy_reduction`.
    private static func camel(_ name: String) -> String {
        let words = name.split(separator: "_")
        return words.dropFirst().reduce(words.first.map(String.init) ?? "") {
            $0 + $1.prefix(1).uppercased() + $1.dropFirst()
        }
    }
}
