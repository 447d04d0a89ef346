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
        var place = Place()
        var site: Site?
        var isBackward = false
        var adjointOf: Int?
        var flops = 0
        var bytes = 0
        /// What one kernel computes that is more than the op says.
        var inner: Inner?
        /// Given from outside, or a constant.
        var isLeaf = false
        /// Computed within what uses it: drawn with its users.
        var constant: String?
        /// Neither a leaf nor mere movement.
        var isKernel = true
        /// An input of the whole step stands outside of the layers.
        var isInput = false
    }

    enum Inner {
        /// Of a fused node.
        case graph(Graph)
        /// Of a step's kernel, line by line.
        case nest([String])

        var text: String {
            switch self {
            case .graph(let graph): graph.description
            case .nest(let lines): lines.joined(separator: "\n")
            }
        }
    }

    let name: String
    var boxes: [Box] = []
    var outputs: [(name: String, box: Int)] = []
    /// Steps of the program for each place.
    var kernels: [Place: Int] = [:]
    var program: Program

    /// For each box those that use it.
    var users: [[Int]] {
        var users = [[Int]](repeating: [], count: boxes.count)
        for (index, box) in boxes.enumerated() {
            for input in Set(box.inputs).sorted() { users[input].append(index) }
        }
        return users
    }

    /// For each box whether it depends on the images: what decides where its layer stands in the order of things. Weights are
    /// made ready long before the layer that they belong to.
    var flows: [Bool] {
        var flows = boxes.map { $0.isInput && $0.type.count > 1 }
        for (index, box) in boxes.enumerated() where !flows[index] {
            flows[index] = box.inputs.contains { flows[$0] }
        }
        return flows
    }

    /// What belongs to no layer stands with what uses it first, an assignment with the value that it keeps. What a caller
    /// gives stands outside.
    fileprivate mutating func placeBoxes() {
        let users = users
        let isNamed = boxes.map { !$0.name.isEmpty }
        for (index, box) in boxes.enumerated() where isNamed[index] && !box.isInput {
            boxes[index].place = Place(box.name, backward: box.isBackward)
        }
        for index in boxes.indices.reversed() where !isNamed[index] && !boxes[index].isInput {
            boxes[index].place = firstPlace(users[index]) ?? Place()
        }
        // what nothing uses, and leaves, which may stand after their users
        for (index, box) in boxes.enumerated() where box.place.isOutside && !box.isInput {
            boxes[index].place = firstPlace(box.inputs + users[index]) ?? Place("", backward: false)
        }
    }

    private func firstPlace(_ candidates: [Int]) -> Place? {
        candidates.first { !boxes[$0].place.isOutside }.map { boxes[$0].place }
    }

    /// Steps belong to the layer that they are named after; those without a name to where the nodes without one are.
    fileprivate mutating func countKernels() {
        let unnamed = boxes.filter { $0.name.isEmpty && $0.isKernel }.map(\.place)
        var next = 0
        for step in program.steps {
            var place = Place(step.name, backward: step.isBackward)
            if step.name.isEmpty, !unnamed.isEmpty {
                place = unnamed[min(next, unnamed.count - 1)]
                next += 1
            }
            kernels[place, default: 0] += 1
        }
    }
}

extension Diagram {
    init(_ graph: Graph) {
        self.init(name: graph.name, program: Program(planning: graph))
        boxes = graph.ids.map { id in
            let node = graph[id]
            let cost = graph.cost(of: id)
            var box = Box(id: id.description, op: node.op.mnemonic, type: node.type, name: node.name)
            box.attributes = node.op.attributes.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
            if node.copy > 0 { box.attributes += " copy=\(node.copy)" }
            if let turn = node.turn { box.attributes += " turn=\(turn)" }
            box.inputs = node.inputs.map(\.index)
            box.site = node.site
            box.isBackward = node.adjointOf != nil
            box.adjointOf = node.adjointOf?.index
            (box.flops, box.bytes) = cost
            box.isLeaf = node.op.is(.leaf)
            box.isKernel = !node.op.is([.leaf, .alias])
            box.isInput = node.op.is(.input)
            if case .fused(let fused) = node.op { box.inner = .graph(fused.graph) }
            if case .constant(let value) = node.op { box.constant = "\(value)" }
            return box
        }
        outputs = graph.outputs.map { ($0.name, $0.node.index) }
        placeBoxes()
        countKernels()
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
        countKernels()
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
            id: "\(index)", op: step.kernel.mnemonic, type: TensorType(step.results[0].shape, element), name: step.name)
        attributes = step.kernel.attributes.joined(separator: " ")
        self.inputs = inputs
        site = step.site
        isBackward = step.isBackward
        (flops, bytes) = (step.flops, step.bytes)
        let body = step.kernel.body(step.operands, step.results)
        if !body.isEmpty { inner = .nest(body) }
    }

    /// `b7`, or where several share the buffer, `b7+1024`
    fileprivate init(given leaf: Program.NamedView, _ kind: String, _ element: ElementType) {
        let offset = leaf.view.offset == 0 ? "" : "+\(leaf.view.offset)"
        self.init(id: "b\(leaf.view.buffer)\(offset)", op: kind, type: TensorType(leaf.view.shape, element), name: "")
        attributes = "name=\"\(leaf.name)\""
        isLeaf = true
        isKernel = false
        isInput = kind == "input"
    }
}

/// Each once, in the order of their first places.
package func unique<T: Hashable>(_ items: [T]) -> [T] {
    var seen: Set<T> = []
    return items.filter { seen.insert($0).inserted }
}
