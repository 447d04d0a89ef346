import InvarGraph

extension History {
    /// One page that needs nothing else: all stages behind a slider, to pan, zoom, search and open.
    /// - Throws: a `Diagnostic` for a stage, or for a node of it, that there is not.
    func page(_ stage: String, _ options: DumpOptions) throws -> String {
        let shown = try self.stage(named: stage)
        // the page would find nothing where the other formats name what there is
        if options.node != nil { _ = try diagram(of: shown).selection(options) }
        let data = ViewerData(self).json(
            start: stageIndex(stage) ?? 0, depth: options.depth,
            search: options.node ?? options.site?.description ?? "")
        return Viewer.page(title: name, data: data)
    }
}

/// The page, put together from the files in `Page`, which are compiled into the program.
enum Viewer {
    /// Stages, layers in layers and what is visible of them; where boxes stand; the canvas; what the panel says; pointer and keys.
    /// One after another they are one script.
    private static let scripts = [
        PackageResources.model_js, PackageResources.layout_js, PackageResources.drawing_js, PackageResources.panel_js,
        PackageResources.input_js,
    ]

    static func page(title: String, data: String) -> String {
        PageTemplate.filled(
            PackageResources.page_html,
            [
                "title": xmlEscaped(title), "style": PageTemplate.text(PackageResources.style_css), "data": data,
                "script": scripts.map(PageTemplate.text).joined(separator: "\n"),
            ])
    }
}

/// A page whose frame, style and script are files that are compiled into the program.
package enum PageTemplate {
    /// A file without the end of its last line.
    package static func text(_ file: [UInt8]) -> String { String(decoding: file.dropLast(), as: UTF8.self) }

    /// The template with each `{{name}}` replaced; what is put in is not looked at again.
    package static func filled(_ file: [UInt8], _ values: [String: String]) -> String {
        let template = text(file)
        var parts = template.split(separator: "{{", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropFirst() {
            let halves = parts[index].split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let value = values[String(halves[0])] else {
                internalError("the page asks for {{\(parts[index].prefix(20))")
            }
            parts[index] = value + halves[1]
        }
        return parts.joined()
    }
}
