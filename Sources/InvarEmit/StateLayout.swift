import InvarCompiler
import InvarJIT

/// Where states and inputs lie in the memory of whoever runs the emitted code.
struct StateLayout {
    enum Region: String { case states = "STATES", sources = "SOURCES" }

    struct Place: Hashable {
        var region: Region
        /// In bytes.
        var offset: Int
    }

    /// Of each program's buffers of states, by their numbers.
    private(set) var buffers: [[Int: Place]] = []
    /// Of each program's buffers of inputs, in bytes from where its inputs begin.
    private(set) var inputs: [[Int: Int]] = []
    /// Of each state by name.
    private(set) var states: [String: Place] = [:]
    private(set) var bytes: [Region: Int] = [.states: 0, .sources: 0]
    /// Bytes of the inputs of one program, at most.
    private(set) var inputBytes = 0

    /// - Parameter keepsSources: states that only packing reads stay in memory too, for who wants to write them to a file.
    init(_ model: EmittedModel, _ kernels: EmittedKernels, keepsSources: Bool) throws {
        let groups = model.programs.map(Self.groups)
        var placed: [[String]: Place] = [:]
        let resident = Self.resident(kernels)
        for (number, groups) in groups.enumerated() {
            let program = model.programs[number]
            buffers.append([:])
            for (buffer, names) in groups.sorted(by: { $0.key < $1.key }) {
                if let known = placed[names] {
                    buffers[number][buffer] = known
                    continue
                }
                guard names.allSatisfy({ states[$0] == nil }) else {
                    throw EmissionError(
                        "batches of these sizes lay \(names[0]) out in different ways; emit them apart, under two names"
                    )
                }
                let stays = keepsSources || names.contains(where: resident.contains)
                let place = reserve(program.buffers[buffer].type.byteCount, stays ? .states : .sources)
                buffers[number][buffer] = place
                placed[names] = place
                for state in program.states where state.view.buffer == buffer {
                    let offset = place.offset + state.view.offset * program.element.byteCount
                    states[state.name] = Place(region: place.region, offset: offset)
                }
            }
            let room = program.inputRoom
            inputs.append(room.places)
            inputBytes = max(inputBytes, room.bytes)
        }
        // what no step reads is kept for the files
        for state in model.states where states[state.spec.name] == nil {
            states[state.spec.name] = reserve(state.spec.type.byteCount, .states)
        }
    }

    /// The names of the states in each buffer, in the order in which they lie there.
    private static func groups(_ program: Program) -> [Int: [String]] {
        Dictionary(grouping: program.states, by: \.view.buffer).mapValues { states in
            states.sorted { $0.view.offset < $1.view.offset }.map(\.name)
        }
    }

    /// What a run reads, and not packing alone.
    private static func resident(_ kernels: EmittedKernels) -> Set<String> {
        var found: Set<String> = []
        for code in kernels.programs {
            var used = Set(code.program.outputs.map(\.view.buffer))
            for place in code.phases.flatMap(\.places) {
                if case .state(let buffer) = place.region { used.insert(buffer) }
            }
            found.formUnion(code.program.states.filter { used.contains($0.view.buffer) }.map(\.name))
        }
        return found
    }

    private mutating func reserve(_ byteCount: Int, _ region: Region) -> Place {
        let place = Place(region: region, offset: bytes[region, default: 0])
        bytes[region] = place.offset + Self.aligned(byteCount)
        return place
    }

    static func aligned(_ bytes: Int) -> Int { (bytes + 63) / 64 * 64 }
}

extension Program {
    /// Where each buffer of inputs lies in an arena's inputs, by its number, and how many bytes they have together.
    var inputRoom: (places: [Int: Int], bytes: Int) {
        var places: [Int: Int] = [:]
        var end = 0
        for (number, buffer) in buffers.enumerated() {
            guard case .input = buffer.storage else { continue }
            places[number] = end
            end += StateLayout.aligned(buffer.type.byteCount)
        }
        return (places, end)
    }
}
