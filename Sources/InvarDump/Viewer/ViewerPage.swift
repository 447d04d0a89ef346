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

/// The page's parts, each in a file of its own.
enum Viewer {
    static func page(title: String, data: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(xmlEscaped(title))</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        \(body)
        <script type="application/json" id="data">
        \(data)
        </script>
        <script>
        "use strict";
        (() => {
        \(scriptModel)
        \(scriptLayout)
        \(scriptDrawing)
        \(scriptPanel)
        \(scriptInput)
        })();
        </script>
        </body>
        </html>
        """
    }
}
