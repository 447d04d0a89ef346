import InvarJIT

/// The C and assembly of a model for some targets: what every form of an emission is made of.
package struct EmittedCode: Sendable {
    /// A file of the emission.
    package struct File: Sendable {
        /// Below the directory that holds the code.
        package let path: String
        package let text: String
    }

    package let model: EmittedModel
    package let targets: [EmissionTarget]
    /// The header that callers read.
    package let header: File
    /// C files, assembler files and the header that these share.
    package let sources: [File]
    /// The file beside the sources whose weights are a part of the code.
    package let embedded: String?

    /// - Parameters:
    ///   - schedules: those that the cost model does not choose.
    ///   - embedded: the name of a file beside the sources, whose weights become a part of the code.
    /// - Throws: `ScheduleError` for a schedule that is not possible, `JITError` when LLVM refuses a kernel.
    package init(
        _ model: EmittedModel, targets: [EmissionTarget], schedules: ScheduleTable = .empty,
        embedding embedded: String? = nil
    ) throws {
        self.model = model
        self.targets = targets
        self.embedded = embedded
        let texts = try targets.map { try TargetText(model, $0, schedules: schedules) }
        let lower = model.name.lower
        header = File(
            path: "\(lower).h",
            text: HeaderText(model: model, targets: targets, isEmbedded: embedded != nil).text)
        let sizes = SizesText(
            model: model, mostPlaces: texts.map(\.mostPlaces).max() ?? 0,
            arenaInputs: Self.arenaInputs(model, texts))
        var files = [File(path: "\(lower)_sizes.h", text: try sizes.text)]
        files += Self.runtime(model).map { File(path: "\(lower)_\($0.name)", text: model.name.applied(to: $0.text)) }
        files.append(
            File(path: "\(lower).c", text: ModelText(model: model, targets: targets, embedded: embedded).text))
        for text in texts {
            files.append(File(path: "\(lower)_\(text.target.identifier).c", text: text.tables))
            files.append(File(path: "\(lower)_\(text.target.identifier)_kernels.S", text: text.assembly))
        }
        if let embedded { files.append(File(path: "\(lower)_embedded.S", text: Self.embedding(embedded, lower))) }
        sources = files
    }

    /// Bytes that an arena has for inputs: of a step all of them; of an encoder the batch that is filled up, and one image.
    private static func arenaInputs(_ model: EmittedModel, _ texts: [TargetText]) -> Int {
        switch model.part {
        case .training: texts.map(\.inputBytes).max() ?? 0
        case .encoder(let facts):
            StateLayout.aligned(
                4 * (facts.features ?? SizesText.padded(model) / 4) * (facts.batches.first ?? 1))
                + (facts.features == nil ? SizesText.padded(model) : 0)
        }
    }

    private static func runtime(_ model: EmittedModel) -> [(name: String, text: String)] {
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        let shared = [
            ("internal.h", text(PackageResources.internal_h)), ("model.c", text(PackageResources.model_c)),
            ("pool.c", text(PackageResources.pool_c)), ("processor.c", text(PackageResources.processor_c)),
            ("tensors.c", text(PackageResources.tensors_c)),
        ]
        if model.isTraining { return shared + [("step.c", text(PackageResources.step_c))] }
        return shared + [("embed.c", text(PackageResources.embed_c))]
            + (model.takesPictures ? [("pixels.c", text(PackageResources.pixels_c))] : [])
    }

    /// The bytes of a file as they are, by the assembler: a table of numbers in C would take minutes to compile.
    private static func embedding(_ file: String, _ lower: String) -> String {
        """
        /* The weights, as a part of the code. */
        #if defined(__APPLE__)
            .section __TEXT,__const
        #define SYMBOL(name) _##name
        #else
            .section .rodata
        #define SYMBOL(name) name
        #endif
            .balign 64
            .globl SYMBOL(\(lower)_embedded)
            .globl SYMBOL(\(lower)_embedded_end)
        #if !defined(__APPLE__)
            .hidden \(lower)_embedded
            .hidden \(lower)_embedded_end
        #else
            .private_extern SYMBOL(\(lower)_embedded)
            .private_extern SYMBOL(\(lower)_embedded_end)
        #endif
        SYMBOL(\(lower)_embedded):
            .incbin "\(file)"
        SYMBOL(\(lower)_embedded_end):
            .byte 0
        #if defined(__linux__)
            .section .note.GNU-stack, "", %progbits
        #endif

        """
    }
}
