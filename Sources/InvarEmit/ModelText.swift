import Foundation
import InvarCompiler
import InvarJIT
import InvarTraining

/// The C file that lists what there is for which processor, and what a step is given.
struct ModelText {
    let model: EmittedModel
    let targets: [EmissionTarget]
    /// The file with weights that becomes a part of the code.
    let embedded: String?

    private var lower: String { model.name.lower }

    var text: String {
        var text = """
            /* What \(lower) was compiled for, the best for a processor first. Written by invar emit \(invarVersion). */
            #include "\(lower)_internal.h"


            """
        let ordered = EmissionTarget.byPreference.filter(targets.contains)
        for target in ordered {
            text +=
                "#if \(target.condition)\nextern \(lower)_HIDDEN const struct \(lower)_code \(lower)_\(target.identifier);\n#endif\n"
        }
        text += "\nconst struct \(lower)_code *const \(lower)_codes[] = {\n"
        for target in ordered {
            text += "#if \(target.condition)\n    &\(lower)_\(target.identifier),\n#endif\n"
        }
        text += "    NULL,\n};\n"
        if case .training(let facts) = model.part { text += training(facts) }
        if embedded != nil { text += loadEmbedded }
        return text
    }

    // MARK: Embedded weights

    private var loadEmbedded: String {
        """

        extern const unsigned char \(lower)_embedded[], \(lower)_embedded_end[];

        int \(lower)_load_embedded(void *memory, size_t memory_bytes, const char *target, const \(lower)_pool *pool, char *message)
        {
            size_t size = (size_t)((uintptr_t)\(lower)_embedded_end - (uintptr_t)\(lower)_embedded);
            return \(lower)_load_memory(memory, memory_bytes, target, \(lower)_embedded, size, pool, message);
        }

        """
    }

    // MARK: Training

    private func training(_ facts: EmittedModel.TrainingFacts) -> String {
        guard let program = model.programs.first else { return "" }
        let random = Dictionary(uniqueKeysWithValues: facts.randomInputs.map { ($0.name, $0) })
        let places = program.inputRoom.places
        var text = "\n#include <stddef.h>\n\nconst struct \(lower)_field \(lower)_fields[] = {\n"
        for input in program.inputs.sorted(by: { $0.name < $1.name }) {
            let place = (places[input.view.buffer] ?? 0) + input.view.offset * program.element.byteCount
            if let drawn = random[input.name] {
                let name = "UINT64_C(0x\(String(drawn.nameHash, radix: 16)))"
                text += "    {\(lower)_RANDOM, 0, \(place), \(input.view.count), \(name)}, /* \(input.name) */\n"
            } else {
                let field = InputField(name: input.name, kind: input.view.shape.isEmpty ? .scalar : .view)
                let kind = field.kind == .scalar ? "SCALAR" : "TENSOR"
                text +=
                    "    {\(lower)_\(kind), offsetof(\(lower)_inputs, \(field.field)), \(place), \(input.view.count), 0},\n"
            }
        }
        let draws = program.inputs.contains { random[$0.name] != nil }
        text += """
            };
            const size_t \(lower)_field_count = \(program.inputs.count);

            uint64_t \(lower)_seed_of(const \(lower)_inputs *inputs) { \(draws ? "return inputs->seed;" : "(void)inputs; return 0;") }

            size_t \(lower)_pairs(int of_encoder, const char *checksum, const char *progress, const char *steps, const char *tensors,
                                  struct \(lower)_pair *pairs)
            {
                size_t count = 0;
                if (of_encoder) {
                    \(pairs(encoderPairs, indent: 8))
                    (void)checksum, (void)progress, (void)tensors;
                } else {
                    \(pairs(statePairs(facts), indent: 8))
                }
                return count;
            }

            """
        return text
    }

    /// Keys with the C expressions of their values, in the order of the keys.
    private func pairs(_ pairs: [(String, String)], indent: Int) -> String {
        pairs.map { "pairs[count].key = \(cString($0.0)); pairs[count++].value = \($0.1);" }
            .joined(separator: "\n" + String(repeating: " ", count: indent))
    }

    private var encoderPairs: [(String, String)] {
        EncoderFile.description(of: model.architecture, image: model.image, views: model.views)
            .map { ($0.key, cString($0.value)) }.merging(with: ("step", "steps"))
    }

    private func statePairs(_ facts: EmittedModel.TrainingFacts) -> [(String, String)] {
        guard let run = facts.run else {
            return [
                ("architecture", cString(model.architecture)), ("checksum", "checksum"),
                ("format", cString("invar.state")), ("progress", "progress"), ("step", "steps"),
                ("tensors", "tensors"),
            ]
        }
        return [
            ("checksum", "checksum"), ("format", cString("invar.checkpoint")), ("invar", cString(invarVersion)),
            ("progress", "progress"), ("run", cString(run)), ("tensors", "tensors"),
            ("version", cString("\(Checkpoint.newestVersion)")),
        ]
    }
}

extension [(String, String)] {
    fileprivate func merging(with pair: (String, String)) -> [(String, String)] {
        (self + [pair]).sorted { $0.0 < $1.0 }
    }
}
