import InvarTraining

extension HeaderText {
    func training(_ facts: EmittedModel.TrainingFacts) -> String {
        let fields = model.inputFields
        var text = opening(
            "a step of training of \(model.architecture) (\(facts.optimizer), batch \(facts.batch))",
            example: trainingExample(fields))
        let meanings = ["numbers of one of the first view", "and of one of the second"]
        text += constants(
            [("BATCH", facts.batch, "images, or rows, of each view")]
                + facts.inputSizes.enumerated().map { view, size in
                    ("INPUT\(view + 1)", size, view < 2 ? meanings[view] : "of view \(view + 1)")
                })
        text += shared + loading("the state: parameters, statistics, the optimizer's moments")
        text +=
            "\n"
            + comment(
                """
                What a step is given. A view is \(upper)_BATCH images or rows one after another: floats, an image row by row, the channels \
                of a pixel side by side, normalized.
                """) + "\ntypedef struct {\n" + fields.map { "    \($0.declaration)\($0.comment)\n" }.joined()
            + "} \(lower)_inputs;\n\n" + comment("What it gives: the loss, and its terms before their coefficients.")
            + "\ntypedef struct {\n" + model.termFields.map { "    float \($0);\n" }.joined() + "} \(lower)_terms;\n\n"
        text +=
            comment(
                "One step: the views forward, the loss, its gradients, the update of the state. `terms` may be NULL.")
            + "\n"
            + function(
                "int", "step", ["void *memory", "const \(lower)_inputs *inputs", "\(lower)_terms *terms"] + computing)
        text +=
            "\n" + comment("Steps that the state has been trained for.") + "\n"
            + function("uint64_t", "steps", ["const void *memory"])
        text +=
            "\n"
            + comment(
                """
                Writes the state, \(facts.run == nil ? "which \(lower)_load reads" : "as a checkpoint that invar pretrain --resume goes on from"), or \
                the encoder alone, which invar embed and others read. A file appears whole or not at all.
                """) + "\n" + function("int", "save", ["const void *memory", "const char *path", "char *message"])
            + function("int", "save_encoder", ["const void *memory", "const char *path", "char *message"])
        return text + closing
    }

    private func trainingExample(_ fields: [InputField]) -> [String] {
        exampleMemory + [
            "\(lower)_load(memory, memory_bytes, NULL, \"state.safetensors\", NULL, message);",
            "\(lower)_inputs inputs = {\(fields.map(\.example).joined(separator: ", "))};",
            "\(lower)_terms terms;",
            "\(lower)_step(memory, &inputs, &terms, arena, arena_bytes, NULL);",
            "\(lower)_save_encoder(memory, \"encoder.safetensors\", message);",
        ]
    }
}
