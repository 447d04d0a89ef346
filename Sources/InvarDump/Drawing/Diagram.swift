import InvarCompiler
import InvarGraph

/// What is drawn: the nodes of a graph or the steps of a program, alike.
struct Diagram {
    /// A node, a step, or a buffer that a program is given.
    struct Box {
        /// As the text form names it: `%12`, `b7`; a step is its number.
        let id: String
        let op: String
        /// `axes=[0,1]`
        var attributes = ""
        /// Boxes before it.
        var inputs: [Int] = []
        let type: TensorType
        /// Path in the architecture, as it was given.
        let name: String
        /// The layers around it, outermost first; those of the backward half begin with ∂.
        var place: [String] = []
        var site: Site?
        var isBackward = false
        var adjointOf: Int?
        var flops = 0
        var bytes = 0
        /// The inner graph of a fused one.
        var inner: Graph?
        /// Given from outside, or a constant.
        var isLeaf = false
        /// Computed within what uses it: drawn with its users.
        var constant: String?
        /// What has no layer of its own and stands with the value that it keeps.
        var isAssignment = false
        /// An input of the whole step stands outside of the layers.
        var isInput = false
    }

    let name: String
    var boxes: [Box] = []
    var outputs: [(name: String, box: Int)] = []
    /// Steps of the program for each place.
    var kernels: [[String]: Int] = [:]
    var program: Program

    /// For each box those that use it.
    var users: [[Int]] {
        var users = [[Int]](repeating: [], count: boxes.count)
        for (index, box) in boxes.enumerated() {
            for input in Set(box.inputs).sorted() { users[input].append(index) }
        }
        return users
    }

    static let nowhere = "no layer"

    /// `optimizer/encoder.conv1.weight` lies in optimizer, encoder, conv1, weight.
    static func place(_ name: String, backward: Bool) -> [String] {
        var place = name.split { $0 == "." || $0 == "/" }.map(String.init)
        if place.isEmpty { place = [nowhere] }
        if backward { place[0] = "∂" + place[0] }
        return place
    }

    /// Leaves that belong to no layer stand with what uses them first; what a caller gives stands outside.
    fileprivate mutating func placeBoxes() {
        let users = users
        for (index, box) in boxes.enumerated() where !box.isInput {
            let isKept = box.isAssignment && box.name.isEmpty
            boxes[index].place =
                isKept ? boxes[box.inputs[0]].place : Self.place(box.name, backward: box.isBackward)
        }
        for (index, box) in boxes.enumerated() where box.isLeaf && box.name.isEmpty && !box.isInput {
            if let user = users[index].first { boxes[index].place = boxes[user].place }
        }
        for step in program.steps {
            kernels[Self.place(step.name, backward: step.isBackward), default: 0] += 1
        }
    }
}

extension Diagram {
    /// - Parameter program: planned from the graph, where that has been done.
    init(_ graph: Graph, program planned: Program? = nil) {
        self.init(name: graph.name, program: planned ?? Program(planning: graph))
        boxes = graph.ids.map { id in
            let node = graph[id]
            let cost = graph.cost(of: id)
            var box = Box(id: id.description, op: node.op.mnemonic, type: node.type, name: node.name)
            box.attributes = node.op.attributes.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
            box.inputs = node.inputs.map(\.index)
            box.site = node.site
            box.isBackward = node.adjointOf != nil
            box.adjointOf = node.adjointOf?.index
            (box.flops, box.bytes) = cost
            box.isLeaf = node.op.isLeaf
            switch node.op {
            case .fused(let fused): box.inner = fused.graph
            case .constant(let value): box.constant = "\(value)"
            case .input: box.isInput = true
            case .assign: box.isAssignment = true
            case .state, .iota, .unary, .binary, .compare, .select, .stopGradient, .reduce, .reshape, .broadcast,
                .transpose, .slice, .pad, .concatenate, .matmul, .convolution, .convolutionInputGradient,
                .convolutionWeightGradient, .maxPool, .maxPoolGradient, .result:
                break
            }
            return box
        }
        outputs = graph.outputs.map { ($0.name, $0.node.index) }
        placeBoxes()
    }

    /// The steps in order, then the inputs and the state that the program is given.
    init(_ program: Program) {
        self.init(name: program.name, program: program)
        let given = program.inputs.map { ("input", $0) } + program.states.map { ("state", $0) }
        var memory = Writers(buffers: program.buffers.count)
        for (index, leaf) in given.enumerated() { memory.write(leaf.1.view, program.steps.count + index) }
        for (index, step) in program.steps.enumerated() {
            let inputs = unique(step.operands.flatMap { memory.read($0) })
            boxes.append(Box(step, index, program.element, inputs: inputs))
            for result in step.results { memory.write(result, index) }
        }
        outputs = program.outputs.compactMap { output in memory.read(output.view).last.map { (output.name, $0) } }
        for (kind, leaf) in given { boxes.append(Box(given: leaf, kind, program.element)) }
        placeBoxes()
    }
}

/// Who wrote last what lies in each buffer.
private struct Writers {
    private var last: [[(range: ClosedRange<Int>, box: Int)]]

    init(buffers: Int) { last = [[(range: ClosedRange<Int>, box: Int)]](repeating: [], count: buffers) }

    func read(_ view: View) -> [Int] { last[view.buffer].filter { $0.range.overlaps(view.range) }.map(\.box) }

    mutating func write(_ view: View, _ box: Int) {
        let range = view.range
        if view.isContiguous {
            last[view.buffer].removeAll { range.contains($0.range.lowerBound) && range.contains($0.range.upperBound) }
        }
        last[view.buffer].append((range, box))
    }
}

extension View {
    /// The elements of the buffer from the first to the last that it touches.
    fileprivate var range: ClosedRange<Int> {
        offset...(offset + zip(shape, strides).reduce(0) { $0 + max(0, $1.0 - 1) * $1.1 })
    }
}

extension Diagram.Box {
    fileprivate init(_ step: Step, _ index: Int, _ element: ElementType, inputs: [Int]) {
        self.init(
            id: "\(index)", op: step.op.mnemonic, type: TensorType(step.results[0].shape, element), name: step.name)
        attributes = step.op.attributes.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        self.inputs = inputs
        site = step.site
        isBackward = step.isBackward
        (flops, bytes) = (step.flops, step.bytes)
        if case .fused(let fused) = step.op { inner = fused.graph }
    }

    /// `b7`, or where several share the buffer, `b7+1024`
    fileprivate init(given leaf: Program.NamedView, _ kind: String, _ element: ElementType) {
        let offset = leaf.view.offset == 0 ? "" : "+\(leaf.view.offset)"
        self.init(id: "b\(leaf.view.buffer)\(offset)", op: kind, type: TensorType(leaf.view.shape, element), name: "")
        attributes = "name=\"\(leaf.name)\""
        isLeaf = true
        isInput = kind == "input"
    }
}

/// Each once, in the order of their first places.
func unique<T: Hashable>(_ items: [T]) -> [T] {
    var seen: Set<T> = []
    return items.filter { seen.insert($0).inserted }
}
