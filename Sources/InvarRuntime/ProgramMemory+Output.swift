import InvarCompiler

extension ProgramMemory {
    /// The elements of an output of a float32 program where they lie, row-major, until the next run.
    /// `nil` where the program has no such output, or where it is not laid out without gaps.
    package func outputElements(_ name: String) -> UnsafeBufferPointer<Float>? {
        precondition(program.element == .float32, "internal: wrong element type")
        guard let view = program.outputs.first(where: { $0.name == name })?.view, view.isContiguous else { return nil }
        return unsafe UnsafeBufferPointer(start: pointer(view, as: Float.self), count: view.count)
    }

    /// An output of a float32 program, row-major, copied. Empty where the program has no such output.
    package func outputValues(_ name: String) -> [Float] {
        if let elements = unsafe outputElements(name) { return unsafe Array(elements) }
        return (output(name) ?? []).map { Float($0) }
    }
}
