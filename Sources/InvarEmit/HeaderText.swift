import Invar
import InvarData
import InvarJIT
import InvarTraining

/// The header that users of emitted code read.
struct HeaderText {
    let model: EmittedModel
    let targets: [EmissionTarget]
    let isEmbedded: Bool

    private var lower: String { model.name.lower }
    private var upper: String { model.name.upper }

    var text: String {
        switch model.part {
        case .encoder(let facts): encoder(facts)
        case .training(let facts): training(facts)
        }
    }

    // MARK: The parts that both have

    private func opening(_ what: String, _ example: String) -> String {
        """
        /* \(lower).h: \(what), as C. Written by invar emit \(invarVersion),
           for \(targets.map(\.rawValue).joined(separator: ", ")).

        \(example)
           Every function but \(lower)_message and \(lower)_target returns a status, and none of them ends the program. A `message` may be
           NULL; else it has room for \(upper)_MESSAGE bytes. A `target` is one of the names above, or NULL for the best that this
           processor has. Memory is the caller's: nothing that computes allocates or locks. */
        #ifndef \(upper)_H
        #define \(upper)_H

        #include <stddef.h>
        #include <stdint.h>

        #ifdef __cplusplus
        extern "C" {
        #endif


        """
    }

    private var statuses: String {
        """
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

        """
    }

    private var pool: String {
        """
        /* Threads that compute together, used by one call at a time; a NULL pool is the calling thread alone. The result has the same
           bits for any number of threads. \(lower)_pool_create starts threads of the system's (NULL: it has none, or no memory); or fill
           one in for threads of your own: `run` calls tile(table, i, worker) for each i below `tiles`, with workers below `threads`,
           and no two at once with the same worker. */
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

    private func loading(_ what: String, _ memory: String) -> String {
        """
        /* Bytes of \(memory) and of an arena, both aligned to \(upper)_ALIGNMENT; 0 where this processor does not have the target. Each
           thread that calls needs an arena of its own; its contents mean nothing between calls. */
        size_t \(lower)_memory_bytes(const char *target);
        size_t \(lower)_arena_bytes(const char *target, int threads);

        /* Fills \(memory) with \(what), from a file or from a file's bytes. */
        int \(lower)_load(void *memory, size_t memory_bytes, const char *target, const char *path, const \(lower)_pool *pool, char *message);
        int \(lower)_load_memory(void *memory, size_t memory_bytes, const char *target, const void *file, size_t file_bytes,
                                 const \(lower)_pool *pool, char *message);

        """
    }

    private var closing: String {
        """

        #ifdef __cplusplus
        }
        #endif
        #endif

        """
    }

    // MARK: The encoder

    private func encoder(_ facts: EmittedModel.EncoderFacts) -> String {
        let image = model.image
        let batches = facts.batches.map(String.init).joined(separator: ", ")
        let input =
            facts.features.map { "rows of \($0) numbers" }
            ?? "images of \(image.height)×\(image.width)×\(image.channels)"
        let constants: [(String, String, String)] =
            if let features = facts.features {
                [("INPUT", "\(features)", "numbers that are taken for each image")]
            } else {
                [
                    ("IMAGE_HEIGHT", "\(image.height)", "rows of pixels"),
                    ("IMAGE_WIDTH", "\(image.width)", "pixels of a row"),
                    ("IMAGE_CHANNELS", "\(image.channels)", image.channels == 1 ? "grey" : "red, green, blue"),
                    ("INPUT", "\(image.height * image.width * image.channels)", "numbers of an image"),
                ]
            }
        var text = opening("the encoder of \(model.architecture)", example(facts))
        text += "/* Takes \(input), gives a representation of \(facts.width) numbers. */\nenum {\n"
        for (name, value, comment) in constants + [
            ("WIDTH", "\(facts.width)", "numbers of a representation"), ("ALIGNMENT", "64", "of memory, in bytes"),
            ("MESSAGE", "256", "bytes of a message"), ("MOST_THREADS", "1024", "of a pool"),
        ] { text += "    \(upper)_\(name) = \(value), /* \(comment) */\n" }
        text +=
            "};\n\n" + statuses + "\n" + pool + "\n"
            + loading("weights of a safetensors file (encoder.safetensors of a run)", "memory")
        if isEmbedded {
            text += """
                /* … or with those that are a part of this code. */
                int \(lower)_load_embedded(void *memory, size_t memory_bytes, const char *target, const \(lower)_pool *pool, char *message);


                """
        }
        text += """

            /* `count` representations, \(upper)_WIDTH floats each, of `count` \(facts.features == nil ? "images: \(upper)_INPUT floats each, row by row, the channels of a pixel\n   side by side, normalized: (value from 0 to 1 − mean) / deviation, mean \(numbers(model.views.normalization(for: image).mean)),\n   deviation \(numbers(model.views.normalization(for: image).std))" : "rows of \(upper)_INPUT floats"). Any number of them; they are computed
               in batches of \(batches). Threads may share `memory`: it is read alone. */
            int \(lower)_embed(const void *memory, const float *images, size_t count, float *out, void *arena, size_t arena_bytes,
                               const \(lower)_pool *pool);

            """
        if model.takesPictures {
            text += """

                /* The representation of one picture of any size up to \(model.longestSide) pixels a side: bytes, `stride` of them from one row to the next;
                   red, green, blue, or grey. It is resized, cut to its middle and normalized as `invar embed` does it, with the same bits. */
                int \(lower)_embed_rgb8(const void *memory, const uint8_t *pixels, size_t width, size_t height, size_t stride, float *out,
                                        void *arena, size_t arena_bytes, const \(lower)_pool *pool);
                int \(lower)_embed_grey8(const void *memory, const uint8_t *pixels, size_t width, size_t height, size_t stride, float *out,
                                         void *arena, size_t arena_bytes, const \(lower)_pool *pool);

                """
        }
        return text + closing
    }

    private func numbers(_ values: [Double]) -> String { values.map { "\($0)" }.joined(separator: " ") }

    private func example(_ facts: EmittedModel.EncoderFacts) -> String {
        """
               void *memory = aligned_alloc(\(upper)_ALIGNMENT, \(lower)_memory_bytes(NULL));
               size_t arena_bytes = \(lower)_arena_bytes(NULL, 1);
               void *arena = aligned_alloc(\(upper)_ALIGNMENT, arena_bytes);
               char message[\(upper)_MESSAGE];
               if (\(lower)_load(memory, \(lower)_memory_bytes(NULL), NULL, "encoder.safetensors", NULL, message) != \(upper)_OK) puts(message);
               float representation[\(upper)_WIDTH];
               \(facts.features == nil ? "\(lower)_embed_rgb8(memory, pixels, width, height, 3 * width, representation, arena, arena_bytes, NULL);" : "\(lower)_embed(memory, row, 1, representation, arena, arena_bytes, NULL);")

        """
    }

    // MARK: Training

    private func training(_ facts: EmittedModel.TrainingFacts) -> String {
        let fields = model.inputFields
        var text = opening(
            "a step of training of \(model.architecture) (\(facts.optimizer), batch \(facts.batch))",
            trainingExample(fields))
        text += "enum {\n"
        for (name, value, comment) in [
            ("BATCH", "\(facts.batch)", "images, or rows, of each view"),
            ("INPUT1", "\(facts.inputSizes[0])", "numbers of one of the first view"),
            ("INPUT2", "\(facts.inputSizes[1])", "… and of the second"),
            ("ALIGNMENT", "64", "of memory, in bytes"), ("MESSAGE", "256", "bytes of a message"),
            ("MOST_THREADS", "1024", "of a pool"),
        ] { text += "    \(upper)_\(name) = \(value), /* \(comment) */\n" }
        text +=
            "};\n\n" + statuses + "\n" + pool + "\n"
            + loading("a state: parameters, statistics, moments", "the state's memory")
        text += """

            /* What a step is given. Views are \(upper)_BATCH × \(upper)_INPUT floats, row-major\(facts.inputSizes.count > 0 ? "; images row by row, the channels of a pixel side by side" : ""), normalized. */
            typedef struct {

            """
        for field in fields { text += "    \(field.declaration)\(field.comment)\n" }
        text +=
            "} \(lower)_inputs;\n\n/* What it gives: the loss, and its terms before their coefficients. */\ntypedef struct {\n"
        for name in model.termFields { text += "    float \(name);\n" }
        text += """
            } \(lower)_terms;

            /* One step: both views forward, the loss, its gradients, the update of the state. `terms` may be NULL. */
            int \(lower)_step(void *memory, const \(lower)_inputs *inputs, \(lower)_terms *terms, void *arena, size_t arena_bytes,
                              const \(lower)_pool *pool);

            /* Steps that this state has been trained for. */
            uint64_t \(lower)_steps(const void *memory);

            /* Writes the state\(facts.run == nil ? "" : " as a checkpoint, which `invar pretrain --resume` goes on from"), or the encoder alone (`invar embed` and others read it). A file appears whole or not at all. */
            int \(lower)_save(const void *memory, const char *path, char *message);
            int \(lower)_save_encoder(const void *memory, const char *path, char *message);


            """
        return text + closing
    }

    private func trainingExample(_ fields: [InputField]) -> String {
        """
               void *memory = aligned_alloc(\(upper)_ALIGNMENT, \(lower)_memory_bytes(NULL));
               size_t arena_bytes = \(lower)_arena_bytes(NULL, 1);
               void *arena = aligned_alloc(\(upper)_ALIGNMENT, arena_bytes);
               \(lower)_load(memory, \(lower)_memory_bytes(NULL), NULL, "initial.safetensors", NULL, NULL);
               \(lower)_inputs inputs = {\(fields.map(\.example).joined(separator: ", "))};
               \(lower)_terms terms;
               \(lower)_step(memory, &inputs, &terms, arena, arena_bytes, NULL);
               \(lower)_save_encoder(memory, "encoder.safetensors", NULL);

        """
    }
}
