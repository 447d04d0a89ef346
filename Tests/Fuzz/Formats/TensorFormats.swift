import Foundation
import Invar
import InvarData
import InvarTraining

extension Format {
    static let tensors = [safetensors, npy, table, encoder]

    private static let samples: [String: StoredTensor] = [
        "conv1.weight": StoredTensor(shape: [2, 1, 3, 3], (0..<18).map { Float($0) / 8 }),
        "moments": StoredTensor(shape: [3], .float64([0.5, -1, 1e300])),
        "labels": StoredTensor(shape: [2, 2], .int64([0, 1, 2, 3])),
        "rows": StoredTensor(shape: [3, 0], .int32([])),
        "é\"\\": StoredTensor(shape: [], .uint8([7])),
    ]

    private static let safetensors = Format(name: "safetensors") { folder in
        let path = "\(folder.path)/file.safetensors"
        try SafetensorsFile.write(samples, metadata: ["format": "pt", "note": "a\nb"], to: path)
        let mixed = try folder.bytes("file.safetensors")
        try SafetensorsFile.write([:], to: path)
        return Reader(corpus: [mixed, try folder.bytes("file.safetensors")], names: [path]) { mutant in
            try folder.put("file.safetensors", mutant.bytes)
            let file = try SafetensorsFile(path: path)
            for name in file.names { _ = try file.tensor(name).floats }
            do { _ = try file.tensor("no such tensor") } catch is DataError {}
        }
    }

    private static let npy = Format(name: "npy") { folder in
        let path = "\(folder.path)/file.npy"
        let corpus = try samples.sorted { $0.key < $1.key }.map { _, tensor in
            try NpyFile.write(tensor, to: path)
            return try folder.bytes("file.npy")
        }
        try NpyFile.write(StoredTensor(shape: [4, 3], (0..<12).map(Float.init)), to: path)
        let rows = try folder.bytes("file.npy")
        return Reader(corpus: corpus + [rows], names: [path]) { mutant in
            try folder.put("file.npy", mutant.bytes)
            _ = try NpyFile.read(path).floats
            // only the last file of the corpus is what a model takes
            if mutant.item == corpus.count { _ = try FeatureRows(npy: path) }
        }
    }

    /// Rows and labels of a model that sees no images.
    private static let table = Format(name: "table") { folder in
        let names = ["rows.npy", "labels.npy"].map { "\(folder.path)/\($0)" }
        try NpyFile.write(StoredTensor(shape: [4, 3], (0..<12).map(Float.init)), to: names[0])
        try NpyFile.write(StoredTensor(shape: [4], .int32([0, 1, 2, 0])), to: names[1])
        let corpus = try ["rows.npy", "labels.npy"].map { try folder.bytes($0) }
        var settings = DataSettings()
        settings.table = TableFiles(training: TableFiles.Part(features: [names[0]], labels: names[1]))
        let asked = settings
        return Reader(corpus: corpus, names: names) { mutant in
            let name = ["rows.npy", "labels.npy"][mutant.item]
            try folder.put(name, mutant.bytes)
            defer { _ = try? folder.put(name, corpus[mutant.item]) }
            let data = try DataSource("rows", settings: asked).dataset(.train)
            guard data.labels.allSatisfy({ data.classNames.indices.contains(Int($0)) }) else {
                throw Violation("a label that is no class")
            }
        }
    }

    /// Encoders as `pretrain` and torchvision write them.
    private static let encoder = Format(name: "encoder") { folder in
        let model = TinyRun.model
        let states = try model.captureEncoder(batch: 1).states
        let path = "\(folder.path)/encoder.safetensors"
        func values(_ spec: StateSpec) -> [Float] { (0..<spec.type.count).map { Float($0) / 16 } }
        try EncoderFile.write(states, of: model, step: 12, to: path, values: values)
        let own = try folder.bytes("encoder.safetensors")
        var tensors: [String: StoredTensor] = [
            "fc.weight": StoredTensor(shape: [2, 4], [Float](repeating: 0, count: 8))
        ]
        for spec in states {
            tensors["encoder.\(spec.name.split(separator: ".").dropFirst().joined(separator: "."))"] = spec.stored(
                values(spec))
        }
        try SafetensorsFile.write(tensors, to: path)
        return Reader(corpus: [own, try folder.bytes("encoder.safetensors")], names: [path]) { mutant in
            try folder.put("encoder.safetensors", mutant.bytes)
            let contents = try EncoderFile.read(path, states: states, architecture: model.name)
            for spec in states where contents.values[spec.name]?.count != spec.type.count {
                throw Violation("\(spec.name) has \(contents.values[spec.name]?.count ?? 0) values")
            }
            _ = contents.ignoredInWords
        }
    }
}
