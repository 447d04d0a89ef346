import InvarCompiler
import InvarGraph

/// The memory of one program: inputs, state and the arena of intermediate results, in one block.
package final class ProgramMemory {
    package let program: Program
    private let arena: Arena
    /// Where each buffer of the program begins.
    private let offsets: [Int]
    private let inputs: [String: View]
    private let states: [String: View]
    /// What the executor needs beside it, in bytes.
    private let besides: Int
    /// Another number whenever the caller may have written to states. Who keeps something that was made of a state that no
    /// step writes makes it again when this has changed.
    package private(set) var stateGeneration = 0

    /// - Parameter besides: bytes that the executor allocates after this (`Executor.bytesBeside`). They are counted, and must be
    ///   there too.
    /// - Throws: `ArenaError` when the machine does not have the memory.
    package convenience init(_ program: Program, besides: Int = 0) throws {
        do {
            let end = Self.byteCount(of: program)
            if let available = Memory.available, end + besides > available {
                throw ArenaError.notEnoughMemory(requested: end + besides, available: available)
            }
            self.init(program, besides: besides, try Arena(byteCount: end))
        } catch ArenaError.notEnoughMemory(let requested, let available, _) {
            throw ArenaError.notEnoughMemory(
                requested: requested, available: available, largest: program.largestHoldings(3).map(\.description))
        }
    }

    /// Addresses without memory, for who asks what a program would need.
    package convenience init(imagining program: Program) {
        self.init(program, besides: 0, Arena(imagined: Self.byteCount(of: program)))
    }

    private init(_ program: Program, besides: Int, _ arena: Arena) {
        (self.program, self.besides, self.arena) = (program, besides, arena)
        inputs = Dictionary(uniqueKeysWithValues: program.inputs.map { ($0.name, $0.view) })
        states = Dictionary(uniqueKeysWithValues: program.states.map { ($0.name, $0.view) })
        var end = Arena.aligned(program.arenaByteCount)
        offsets = program.buffers.map { buffer in
            if case .arena(let offset) = buffer.storage { return offset }
            defer { end += Arena.aligned(buffer.type.byteCount) }
            return end
        }
    }

    /// Bytes of a program's memory: its arena, its inputs and its states.
    package static func byteCount(of program: Program) -> Int {
        program.buffers.reduce(Arena.aligned(program.arenaByteCount)) { end, buffer in
            if case .arena = buffer.storage { end } else { end + Arena.aligned(buffer.type.byteCount) }
        }
    }

    /// Bytes that it takes, those that the executor needs beside it included.
    package var byteCount: Int { Arena.pages(arena.byteCount) + besides }

    /// The first element of a view. For executors: they write what the program's steps write, and so never a state that is
    /// no step's result.
    package func pointer<Element>(_ view: View, as type: Element.Type) -> UnsafeMutablePointer<Element> {
        unsafe arena.pointer(at: offsets[view.buffer], as: type) + view.offset
    }

    package var inputNames: [String] { inputs.keys.sorted() }
    package var stateNames: [String] { states.keys.sorted() }

    /// The elements of an input of a float32 program, to be filled before a run; `nil` where it has no such input.
    package func input(_ name: String) -> UnsafeMutableBufferPointer<Float>? {
        unsafe inputs[name].map { unsafe elements($0) }
    }

    /// The elements of a piece of state of a float32 program, to be read.
    package func state(_ name: String) -> UnsafeBufferPointer<Float>? {
        unsafe states[name].map { unsafe UnsafeBufferPointer(elements($0)) }
    }

    /// Lets `write` fill a piece of state of a float32 program; nothing happens where it has no such state.
    ///
    /// There is no other way to write to a state, and none that lasts: so it is known when states may have changed.
    package func setState(_ name: String, by write: (UnsafeMutableBufferPointer<Float>) throws -> Void) rethrows {
        guard let view = states[name] else { return }
        defer { statesChanged() }
        unsafe try write(elements(view))
    }

    /// For who writes to states by `pointer`.
    func statesChanged() { stateGeneration += 1 }

    private func elements<Element>(_ view: View) -> UnsafeMutableBufferPointer<Element> {
        precondition(MemoryLayout<Element>.size == program.element.byteCount, "internal: wrong element type")
        return unsafe UnsafeMutableBufferPointer(start: pointer(view, as: Element.self), count: view.count)
    }

    // MARK: Any element type, by copy

    /// Writes an input, row-major. A name that the program does not use is ignored.
    package func setInput(_ name: String, _ values: [Double]) { inputs[name].map { write($0, values) } }
    /// Writes a piece of state, row-major. A name that the program does not use is ignored.
    package func setState(_ name: String, _ values: [Double]) {
        states[name].map { write($0, values) }
        statesChanged()
    }
    package func stateValues(_ name: String) -> [Double]? {
        states[name].map(read)
    }

    /// An output, row-major; `nil` where the program has no such output.
    package func output(_ name: String) -> [Double]? {
        program.outputs.first { $0.name == name }.map { read($0.view) }
    }

    private func write(_ view: View, _ values: [Double]) {
        precondition(values.count == view.count, "internal: wrong number of values")
        for index in values.indices { self[view, index] = values[index] }
    }

    private func read(_ view: View) -> [Double] {
        (0..<view.count).map { flat in
            var (rest, position) = (flat, 0)
            for axis in view.shape.indices.reversed() {
                position += rest % view.shape[axis] * view.strides[axis]
                rest /= view.shape[axis]
            }
            return self[view, position]
        }
    }

    /// The element so many after a view's first. For executors: what is written must be some step's result, and lie in the buffer.
    package subscript(view: View, distance: Int) -> Double {
        get {
            switch program.element {
            case .float32: unsafe Double(pointer(view, as: Float.self)[distance])
            case .float64: unsafe pointer(view, as: Double.self)[distance]
            }
        }
        set {
            let count = program.buffers[view.buffer].type.count
            precondition((0..<count).contains(view.offset + distance), "internal: outside of the buffer")
            switch program.element {
            case .float32: unsafe pointer(view, as: Float.self)[distance] = Float(newValue)
            case .float64: unsafe pointer(view, as: Double.self)[distance] = newValue
            }
        }
    }
}
