import InvarCompiler
import InvarTraining

/// A field of what a step of training is given.
struct InputField {
    enum Kind { case view, scalar, seed }

    /// As the graph calls it.
    let name: String
    let kind: Kind

    /// `learning_rate`, `view1_place`
    var field: String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : $1 == "." ? "_" : String($1) }
    }
    var declaration: String {
        switch kind {
        case .view: "const float *\(field);"
        case .scalar: "float \(field);"
        case .seed: "uint64_t \(field);"
        }
    }
    var comment: String {
        if kind == .seed { return " /* of the random numbers that layers draw; a run's own */" }
        guard name.hasSuffix(".place") else { return "" }
        return
            " /* for each image 5 numbers: its crop's top, left, height and width in pixels of the image; 1 where it is mirrored, else 0 */"
    }
    var example: String { ".\(field) = \(kind == .view ? field : kind == .scalar ? "1e-3f" : "0")" }
}

extension EmittedModel {
    /// What a caller gives to each step.
    var inputFields: [InputField] {
        guard case .training(let facts) = part, let program = programs.first else { return [] }
        let random = Set(facts.randomInputs.map(\.name))
        let given = program.inputs.filter { !random.contains($0.name) }
        let views = given.filter { !$0.view.shape.isEmpty }.map { InputField(name: $0.name, kind: .view) }
        let scalars = given.filter(\.view.shape.isEmpty).map { InputField(name: $0.name, kind: .scalar) }
        let draws = program.inputs.contains { random.contains($0.name) }
        // view10 behind view2, and places behind all of them
        return views.sorted { ($0.name.count, $0.name) < ($1.name.count, $1.name) }
            + scalars.sorted { $0.name < $1.name }
            + (draws ? [InputField(name: "seed", kind: .seed)] : [])
    }

    /// `loss`, `invariance`, `variance`, …
    var termFields: [String] {
        guard case .training(let facts) = part else { return [] }
        var seen: [String: Int] = [:]
        return facts.terms.map { term in
            let name = CName(term.hasPrefix("term.") ? String(term.dropFirst(5)) : term).lower
            seen[name, default: 0] += 1
            return seen[name] == 1 ? name : "\(name)\(seen[name, default: 1])"
        }
    }
}
