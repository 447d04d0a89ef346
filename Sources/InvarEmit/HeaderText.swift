import Invar
import InvarData
import InvarJIT
import InvarTraining

/// The header that users of emitted code read.
struct HeaderText {
    let model: EmittedModel
    let targets: [EmissionTarget]
    let isEmbedded: Bool

    var lower: String { model.name.lower }
    var upper: String { model.name.upper }

    var text: String {
        switch model.part {
        case .encoder(let facts): encoder(facts)
        case .training(let facts): training(facts)
        }
    }

    // MARK: What both have

    func opening(_ what: String, example: [String]) -> String {
        let rules = comment(
            """
            Functions that return int give a status, and none of them ends the program. A `message` is NULL or has room for \
            \(upper)_MESSAGE bytes. A `target` is one of the names above, or NULL for the best that this processor has. \
            Memory is the caller's: what computes allocates nothing and takes no lock.
            """, opening: "   ")
        return """
            /* \(lower).h: \(what), as C.
               Written by invar emit \(invarVersion) for \(targets.map(\.rawValue).joined(separator: ", ")).

            \(example.map { "       \($0)" }.joined(separator: "\n"))

            \(rules)
            #ifndef \(upper)_H
            #define \(upper)_H

            #include <stddef.h>
            #include <stdint.h>

            #ifdef __cplusplus
            extern "C" {
            #endif


            """
    }

    /// A list of constants: name, value, what it is.
    func constants(_ list: [(String, Int, String)]) -> String {
        let all =
            list + [
                ("ALIGNMENT", 64, "of memory, in bytes"), ("MESSAGE", 256, "bytes of a message"),
                ("MOST_THREADS", 1024, "of a pool"),
            ]
        let rows = all.map { "    \(upper)_\($0.0) = \($0.1), /* \($0.2) */\n" }.joined()
        return "enum {\n\(rows)};\n\n"
    }

    var shared: String {
        let pool = comment(
            """
            Threads that compute together, used by one call at a time; a NULL pool is the calling thread alone. A result has the \
            same bits for any number of threads. \(lower)_pool_create starts the system's threads; NULL: it has none, or no \
            memory. For threads of your own fill one in: `run` calls tile(table, i, worker) for each i below `tiles`, with \
            workers below `threads`, never two at once with the same worker.
            """)
        return """
            enum {
                \(upper)_OK,
                \(upper)_PROCESSOR, /* this processor has none of the targets' instructions */
                \(upper)_MEMORY,    /* there is no memory */
                \(upper)_FILE,      /* a file cannot be opened or written */
                \(upper)_WEIGHTS,   /* a file is damaged, or is of another model */
                \(upper)_ARGUMENT   /* NULL, not aligned, too small, or 0 */
            };
            const char *\(lower)_message(int status);

            /* The target that this processor uses; NULL where it has none. */
            const char *\(lower)_target(void);

            \(pool)
            typedef void \(lower)_tile(void **table, intptr_t tile, intptr_t worker);
            typedef struct \(lower)_pool {
                int threads;
                void *context;
                void (*run)(void *context, \(lower)_tile *tile, void **table, intptr_t tiles);
            } \(lower)_pool;
            \(lower)_pool *\(lower)_pool_create(int threads);
            void \(lower)_pool_destroy(\(lower)_pool *pool);


            """
    }

    func loading(_ contents: String) -> String {
        let sizes = comment(
            """
            Bytes of `memory`, which holds \(contents), and of an arena, where a call computes; both aligned to \(upper)_ALIGNMENT. \
            0: this processor does not have the target. Each thread that calls needs an arena of its own. Nothing in an arena \
            is needed after a call.
            """)
        return sizes + "\n" + function("size_t", "memory_bytes", ["const char *target"])
            + function("size_t", "arena_bytes", ["const char *target", "int threads"])
            + "\n" + comment("Fills `memory`, from a safetensors file or from a file's bytes.") + "\n"
            + function("int", "load", memory + ["const char *path"] + ending)
            + function("int", "load_memory", memory + ["const void *file", "size_t file_bytes"] + ending)
            + "\n"
            + comment(
                "The tensors that a file has to hold: the name of one, and how long its axes are there. `shape` and `rank` may be NULL. NULL behind the last."
            ) + "\n" + function("const char *", "tensor", ["size_t number", "const uint64_t **shape", "int *rank"])
    }

    private var memory: [String] { ["void *memory", "size_t memory_bytes", "const char *target"] }
    private var ending: [String] { ["const \(lower)_pool *pool", "char *message"] }
    var computing: [String] { ["void *arena", "size_t arena_bytes", "const \(lower)_pool *pool"] }

    var closing: String {
        """

        #ifdef __cplusplus
        }
        #endif
        #endif

        """
    }

    // MARK: The encoder

    private func encoder(_ facts: EmittedModel.EncoderFacts) -> String {
        var text = opening("the encoder of \(model.architecture)", example: example(facts))
        text += constants(encoderConstants(facts)) + shared + loading("the weights")
        if isEmbedded {
            text +=
                "\n" + comment("The same with the weights that are a part of this code.") + "\n"
                + function("int", "load_embedded", memory + ending)
        }
        let batches = facts.batches.map(String.init).joined(separator: " and ")
        let normalization = model.views.normalization(for: model.image)
        let input =
            facts.features == nil
            ? """
            images: \(upper)_INPUT floats each, row by row, the channels of a pixel side by side, normalized: \
            (value − mean) / deviation of values from 0 to 1, mean \(numbers(normalization.mean)), deviation \
            \(numbers(normalization.std))
            """ : "rows of \(upper)_INPUT floats"
        text +=
            "\n"
            + comment(
                "`count` representations, \(upper)_WIDTH floats each, of `count` \(input). Any number of them: they are computed in batches of \(batches). Threads may share `memory`, which is only read."
            ) + "\n"
            + function(
                "int", "embed", ["const void *memory", "const float *images", "size_t count", "float *out"] + computing)
        if model.takesPictures { text += pictures }
        return text + closing
    }

    private var pictures: String {
        let picture = [
            "const void *memory", "const uint8_t *pixels", "size_t width", "size_t height", "size_t stride",
            "float *out",
        ]
        return "\n"
            + comment(
                """
                The representation of one picture of up to \(model.longestSide) pixels a side: red, green and blue bytes, or grey ones, \
                `stride` bytes from one row to the next. It is resized, cut to its middle and normalized as invar embed does it, \
                with the same bits.
                """) + "\n" + function("int", "embed_rgb8", picture + computing)
            + function("int", "embed_grey8", picture + computing)
    }

    private func encoderConstants(_ facts: EmittedModel.EncoderFacts) -> [(String, Int, String)] {
        let width = ("WIDTH", facts.width, "numbers of a representation")
        if let features = facts.features { return [("INPUT", features, "numbers of a row"), width] }
        let image = model.image
        return [
            ("IMAGE_HEIGHT", image.height, "rows of pixels"), ("IMAGE_WIDTH", image.width, "pixels of a row"),
            ("IMAGE_CHANNELS", image.channels, channelWords),
            ("INPUT", image.height * image.width * image.channels, "numbers of an image"), width,
        ]
    }

    private var channelWords: String {
        guard model.image.isPicture else { return "of a pixel" }
        return model.image.channels == 1 ? "grey" : "red, green, blue"
    }

    private func numbers(_ values: [Double]) -> String { values.map { "\($0)" }.joined(separator: " ") }

    private func example(_ facts: EmittedModel.EncoderFacts) -> [String] {
        exampleMemory + [
            isEmbedded
                ? "\(lower)_load_embedded(memory, memory_bytes, NULL, NULL, message);"
                : "\(lower)_load(memory, memory_bytes, NULL, \"encoder.safetensors\", NULL, message);",
            "float representation[\(upper)_WIDTH];",
            model.takesPictures
                ? "\(lower)_embed_rgb8(memory, pixels, width, height, 3 * width, representation, arena, arena_bytes, NULL);"
                : "\(lower)_embed(memory, row, 1, representation, arena, arena_bytes, NULL);",
        ]
    }

    var exampleMemory: [String] {
        [
            "char message[\(upper)_MESSAGE];",
            "size_t memory_bytes = \(lower)_memory_bytes(NULL), arena_bytes = \(lower)_arena_bytes(NULL, 1);",
            "void *memory = aligned_alloc(\(upper)_ALIGNMENT, memory_bytes);",
            "void *arena = aligned_alloc(\(upper)_ALIGNMENT, arena_bytes);",
        ]
    }
}
