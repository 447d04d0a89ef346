import InvarCompiler
import InvarGraph

/// What the page draws, in short: words that come again and again are numbers into tables.
struct ViewerData {
    /// Each text once, in the order of its first use.
    private struct Table {
        private(set) var texts: [String] = []
        private var numbers: [String: Int] = [:]

        mutating func number(_ text: String) -> Int {
            if let known = numbers[text] { return known }
            numbers[text] = texts.count
            texts.append(text)
            return texts.count - 1
        }
    }

    /// As many boxes as a page opens with.
    static let boxLimit = 100

    private var words = Table()
    private var inners = Table()
    private var stages: [JSON] = []
    private let name: String

    init(_ history: History) {
        name = history.name
        for snapshot in history.snapshots { add(snapshot.name, snapshot.note, Diagram(snapshot.graph)) }
        add("program", "the steps that run, in this order, over buffers with known places", Diagram(history.program))
    }

    private mutating func add(_ name: String, _ note: String, _ diagram: Diagram) {
        let clusters = Clusters(diagram)
        let open = clusters.open(drawing: Self.boxLimit).map { clusters.clusters[$0].place.path }
            .sorted()
        let program = diagram.program
        let kernels = diagram.kernels.map { ($0.key.path, $0.value) }.sorted { $0.0 < $1.0 }
        stages.append(
            .object([
                ("name", .string(name)), ("note", .string(note)),
                ("open", .strings(open)),
                ("kernels", .int(program.steps.count)), ("flops", .int(program.flops)), ("bytes", .int(program.bytes)),
                ("arena", .int(program.arenaByteCount)),
                ("inLayers", .object(kernels.map { ($0, .int($1)) })),
                ("outputs", .array(diagram.outputs.map { .array([.string($0.name), .int($0.box)]) })),
                ("nodes", .array(diagram.boxes.map { node($0) })),
            ]))
    }

    /// Kinds: 0 an op, 1 a leaf, 2 a constant, 3 an input.
    private mutating func node(_ box: Diagram.Box) -> JSON {
        let kind = box.isInput ? 3 : box.constant != nil ? 2 : box.isLeaf ? 1 : 0
        var fields = [
            words.number(box.id), words.number(box.op), words.number(box.attributes),
            words.number(box.type.description), words.number(box.place.path),
            words.number(box.name), words.number(box.site?.description ?? ""), kind, box.isBackward ? 1 : 0,
            box.adjointOf ?? -1, box.flops, box.bytes,
        ]
        fields.append(box.inner.map { inners.number($0.text) } ?? -1)
        return .ints(fields + box.inputs)
    }

    /// - Parameters:
    ///   - start: the stage that the page opens with.
    ///   - search: what it shows first, as if it had been searched for.
    func json(start: Int, depth: Int?, search: String) -> String {
        JSON.object([
            ("name", .string(name)), ("start", .int(start)), ("depth", depth.map(JSON.int) ?? .null),
            ("search", .string(search)), ("words", .strings(words.texts)), ("inners", .strings(inners.texts)),
            ("stages", .array(stages)),
        ]).compact
    }
}
