import InvarCompiler
import InvarJIT
import InvarTraining

extension TargetText {
    /// The tables of a target: its kernels, where each phase's addresses lie, the states.
    static func tables(
        _ model: EmittedModel, _ target: EmissionTarget, _ kernels: EmittedKernels, _ layout: StateLayout
    ) -> String {
        let (lower, prefix) = (model.name.lower, "\(model.name.lower)_\(target.identifier)")
        var lines = [
            "/* How \(lower) is computed on \(target.rawValue): which kernel runs when, over how many tiles, on which addresses.",
            "   Written by invar emit \(invarVersion); the kernels are in \(prefix)_kernels.S. */",
            "#include \"\(lower)_internal.h\"", "",
            "#if \(target.condition)",
            "#define ARENA(bytes) \(lower)_AT(\(lower)_ARENA, bytes)",
            "#define STATES(bytes) \(lower)_AT(\(lower)_STATES, bytes)",
            "#define SOURCES(bytes) \(lower)_AT(\(lower)_SOURCES, bytes)",
            "#define KEPT(bytes) \(lower)_AT(\(lower)_KEPT, bytes)",
            "#define SHARED(bytes) \(lower)_AT(\(lower)_SHARED, bytes)",
            "#define WORKERS(bytes) \(lower)_AT(\(lower)_WORKERS, bytes)",
            "#define INPUTS(bytes) \(lower)_AT(\(lower)_INPUTS, bytes)", "",
        ]
        for (number, name) in kernels.kernelNames.enumerated() {
            lines.append("extern \(lower)_tile \(prefix)_k\(number); /* \(name) */")
        }
        var places = ["", "static const uint64_t places[] = {"]
        var programs: [String] = []
        var count = 0
        for (number, code) in kernels.programs.enumerated() {
            func phases(_ list: [ProgramCode.Phase], _ name: String) -> String {
                guard !list.isEmpty else { return "{NULL, 0}" }
                lines += ["", "static const struct \(lower)_phase \(name)\(number)[] = {"]
                for phase in list {
                    let step = code.program.steps[phase.step]
                    let comment = comment(step)
                    lines.append(
                        "    {\(prefix)_k\(phase.kernel), \(phase.tiles), \(count), \(phase.places.count)}, /* \(comment) */"
                    )
                    let texts = phase.places.map { text($0, layout, program: number) }
                    places.append("    \(texts.joined(separator: ", ")),")
                    count += phase.places.count
                }
                lines.append("};")
                return "{\(name)\(number), sizeof \(name)\(number) / sizeof *\(name)\(number)}"
            }
            let once = phases(code.once, "once")
            let run = phases(code.phases, "run")
            let outputs = outputs(model, code.program, layout, program: number)
            lines += ["", "static const uint64_t outputs\(number)[] = {\(outputs.places.joined(separator: ", "))};"]
            let batch = model.batch(ofProgram: number)
            programs.append("    {\(batch), \(once), \(run), outputs\(number), \(outputs.row)},")
        }
        places.append("};")
        // the places stand before the phases that count them; a reader looks for phases first
        lines += places
        lines += states(model, layout)
        lines += ["", "static const struct \(lower)_program programs[] = {"] + programs + ["};", ""]
        let bytes = regionBytes(kernels, layout)
        var hash = Fingerprint()
        hash.add(lines.joined(separator: "\n"))
        lines += [
            "\(lower)_HIDDEN const struct \(lower)_code \(prefix) = {",
            "    .target = \"\(target.rawValue)\",",
            "    .needs = \(lower)_\(target.instructions),",
            "    .mark = UINT64_C(0x\(hash.text)),",
            "    .bytes = {",
        ]
        lines += bytes.map { "        [\(lower)_\($0.0)] = \($0.1)," }
        lines += [
            "    },",
            "    .places = places,",
            "    .states = {\(model.states.isEmpty ? "NULL, 0" : "states, sizeof states / sizeof *states")},",
            "    .programs = programs,",
            "    .program_count = \(kernels.programs.count),",
            "};",
            "#endif", "",
        ]
        return lines.joined(separator: "\n")
    }

    /// Which step a phase belongs to, for people.
    private static func comment(_ step: Step) -> String {
        "\(step.name)\(step.isBackward ? ", backward" : "")".replacing("*/", with: "* /").replacing("/*", with: "/ *")
    }

    private static func regionBytes(_ kernels: EmittedKernels, _ layout: StateLayout) -> [(String, Int)] {
        func most(_ bytes: (ProgramCode) -> Int) -> Int { kernels.programs.map(bytes).max() ?? 0 }
        return [
            ("ARENA", most(\.arenaBytes)), ("STATES", layout.bytes[.states, default: 0]),
            ("SOURCES", layout.bytes[.sources, default: 0]), ("KEPT", kernels.keptBytes),
            ("SHARED", most(\.sharedBytes)), ("WORKERS", most(\.workerBytes)), ("INPUTS", layout.inputBytes),
        ]
    }

    private static func text(_ place: ProgramCode.Place, _ layout: StateLayout, program: Int) -> String {
        switch place.region {
        case .arena: "ARENA(\(place.offset))"
        case .kept: "KEPT(\(place.offset))"
        case .shared: "SHARED(\(place.offset))"
        case .workers: "WORKERS(\(place.offset))"
        case .input(let buffer): "INPUTS(\((layout.inputs[program][buffer] ?? 0) + place.offset))"
        case .state(let buffer):
            layout.buffers[program][buffer].map { "\($0.region.rawValue)(\($0.offset + place.offset))" } ?? ""
        }
    }

    /// Where results lie after a run, and how many bytes are between rows of the first.
    private static func outputs(
        _ model: EmittedModel, _ program: Program, _ layout: StateLayout, program number: Int
    ) -> (places: [String], row: Int) {
        let names: [String] =
            switch model.part {
            case .encoder: ["representation"]
            case .training(let facts): facts.terms
            }
        let size = program.element.byteCount
        let views = names.compactMap { name in program.outputs.first { $0.name == name }?.view }
        let places = views.map { text(program.place(of: $0), layout, program: number) }
        return (places, (views.first?.strides.first ?? 0) * size)
    }

    private static func states(_ model: EmittedModel, _ layout: StateLayout) -> [String] {
        guard !model.states.isEmpty else { return [] }
        let rows = model.states.map { state in
            let spec = state.spec
            let place = layout.states[spec.name].map { "\($0.region.rawValue)(\($0.offset))" } ?? ""
            let shape = spec.fileShape.isEmpty ? "0" : spec.fileShape.map(String.init).joined(separator: ", ")
            let encoderName = state.encoderName.map(cString) ?? "NULL"
            return
                "    {\(cString(spec.name)), \(encoderName), \(place), \(spec.type.count), {\(shape)}, \(spec.fileShape.count), \(spec.isPermuted ? 1 : 0)},"
        }
        return ["", "static const struct \(model.name.lower)_state states[] = {"] + rows + ["};"]
    }
}

extension EmittedModel {
    func batch(ofProgram number: Int) -> Int {
        switch part {
        case .encoder(let facts): facts.batches[number]
        case .training(let facts): facts.batch
        }
    }
}

/// A string literal of C.
func cString(_ text: String) -> String {
    var result = "\""
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += "\\" + String(UnicodeScalar(byte))
        case 0x20..<0x7f: result += String(UnicodeScalar(byte))
        default:
            let octal = String(byte, radix: 8)
            result += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
        }
    }
    return result + "\""
}
