import InvarGraph

extension ContractionParts {
    /// A source as its kernel reads it: packed in every run, or once where only the caller changes what it is made of.
    func packed(
        _ index: Int, by kernel: any TileKernel, tiles: Int, elements: Int, _ code: inout StepCode
    ) -> Phase.Argument {
        let begin = code.phases.count
        let source = given(index, &code)
        let isOnce = isConstant(index)
        let packed = isOnce ? code.keep(elements, of: element) : code.reserve(elements, of: element)
        code.phases.append(Phase(kernel: kernel, tiles: tiles, arguments: [source, packed]))
        if isOnce {
            code.once += code.phases[begin...]
            code.phases.removeSubrange(begin...)
        }
        return packed
    }

    /// Whether a source stays the same from run to run until the caller changes it.
    func isConstant(_ index: Int) -> Bool {
        let read = sources[index].operand.map { [$0] } ?? sources[index].prologue?.operands ?? []
        return read.allSatisfy(constants.contains)
    }
}
