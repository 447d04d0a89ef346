import Invar
import InvarCompiler

extension EmittedPackage {
    /// The module, by ctypes and numpy, and what makes its wheel.
    func pythonFiles(_ values: [String: String]) -> [EmittedFile] {
        let own: String
        switch model.part {
        case .encoder(let facts):
            own = Template(PackageResources.encoder_py_txt).filled(values.merging(encoderValues(facts)) { $1 })
        case .training:
            own = Template(PackageResources.training_py_txt).filled(values.merging(trainingValues) { $1 })
        }
        return [
            EmittedFile("pyproject.toml", Template(PackageResources.pyproject_toml).filled(values)),
            EmittedFile("python/_build.py", Template(PackageResources.build_py_txt).filled(values)),
            EmittedFile(
                "python/\(lower)/__init__.py", Template(PackageResources.native_py_txt).filled(values) + own),
        ]
    }

    /// How a program begins that uses it.
    var pythonUsage: String {
        switch model.part {
        case .encoder where emission.weights != nil:
            """
            import \(lower)

            representations = \(lower).embed(images)
            """
        case .encoder:
            """
            import \(lower)

            encoder = \(lower).Encoder(weights="encoder.safetensors")
            representations = encoder.embed(images)
            """
        case .training:
            """
            import \(lower)

            training = \(lower).Training()
            terms = training.step(\(model.inputFields.map { "\($0.field)=\($0.kind == .view ? $0.field : $0.kind == .seed ? "0" : "1e-3")" }.joined(separator: ", ")))
            training.save_encoder("encoder.safetensors")
            """
        }
    }

    private func encoderValues(_ facts: EmittedModel.EncoderFacts) -> [String: String] {
        let image = model.image
        let pictures = """

                    Bytes (uint8) are pictures of any size, H×W×3 or H×W×1 or, grey, H×W, which are resized, cut to their middle
                    and normalized as `invar embed` does it. A list may have pictures of several sizes.
            """
        return [
            "input": "\(facts.features ?? image.height * image.width * image.channels)", "width": "\(facts.width)",
            "image": model.takesPictures ? "(\(image.height), \(image.width), \(image.channels))" : "None",
            "subject": model.takesPictures ? "image" : "row",
            "floats": model.takesPictures ? layoutOfImages.joined(separator: "\n        ") : "INPUT numbers a row.",
            "bytes": model.takesPictures ? pictures : "",
            "orbytes": model.takesPictures ? " or bytes (uint8)" : "",
        ]
    }

    private var trainingValues: [String: String] {
        guard case .training(let facts) = model.part else { return [:] }
        let fields = model.inputFields
        func type(_ kind: InputField.Kind) -> String {
            switch kind {
            case .view: "ctypes.c_void_p"
            case .scalar: "ctypes.c_float"
            case .seed: "ctypes.c_uint64"
            }
        }
        let views = fields.filter { $0.kind == .view }
        return [
            "batch": "\(facts.batch)",
            "inputs": fields.map { "(\"\($0.field)\", \(type($0.kind)))" }.joined(separator: ", "),
            "terms": model.termFields.map { "(\"\($0)\", ctypes.c_float)" }.joined(separator: ", "),
            "counts": views.map { "\"\($0.field)\": \(count(of: $0))" }.joined(separator: ", "),
            "parameters": fields.map(\.field).joined(separator: ", "),
            "given": fields.map { "\($0.field)=\($0.field)" }.joined(separator: ", "),
        ]
    }
}
