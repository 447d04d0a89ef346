import Invar
import InvarData

/// The header with what the emitted files must know and their users need not.
struct SizesText {
    let model: EmittedModel
    /// The most addresses that a phase needs.
    let mostPlaces: Int
    /// Bytes of an arena's inputs.
    let arenaInputs: Int

    var text: String {
        get throws {
            let upper = model.name.upper
            let lines = (try sizes + pixels).map { "#define \(upper)_\($0.0) \($0.1)" }
            return """
                /* What the files of \(model.name.lower) need to know of the model. */
                #ifndef \(upper)_SIZES_H
                #define \(upper)_SIZES_H

                \(lines.joined(separator: "\n"))

                #endif

                """
        }
    }

    private var sizes: [(String, String)] {
        let longest = model.states.map { max($0.spec.name.utf8.count, $0.encoderName?.utf8.count ?? 0) }.max() ?? 0
        var (terms, epoch) = (0, 0)
        if case .training(let facts) = model.part { (terms, epoch) = (facts.terms.count, facts.stepsPerEpoch) }
        return [
            ("TENSORS", "\(model.states.count)"), ("LONGEST_NAME", "\(max(longest, 32))"),
            ("LARGEST_TENSOR", "\(max(1, model.states.map(\.spec.type.count).max() ?? 1))"),
            ("MOST_PLACES", "\(max(1, mostPlaces))"), ("ARENA_INPUTS", "\(arenaInputs)"),
            ("IS_TRAINING", model.isTraining ? "1" : "0"), ("TERMS", "\(terms)"), ("EPOCH", "\(epoch)"),
            ("HAS_PIXELS", model.takesPictures ? "1" : "0"),
        ]
    }

    /// How a picture becomes what the encoder takes.
    private var pixels: [(String, String)] {
        get throws {
            guard model.takesPictures else { return [] }
            let image = model.image
            let plan = try ViewPlan(model.views, image: image)
            let resized = CentreCrop(for: image, areAllOfOneSize: false).resized(image)
            func list(_ values: SIMD16<Float>) -> String {
                "{" + (0..<4).map { "\($0 < image.channels ? values[$0] : 0)f" }.joined(separator: ", ") + "}"
            }
            return [
                ("INPUT_PADDED", "\(Self.padded(model) / 4)"), ("LONGEST_SIDE", "\(model.longestSide)"),
                ("RESIZED_HEIGHT", "\(resized.height)"), ("RESIZED_WIDTH", "\(resized.width)"),
                ("SCALE", list(plan.scale)), ("BIAS", list(plan.bias)),
            ]
        }
    }

    /// Bytes of one image, with what comes behind it.
    static func padded(_ model: EmittedModel) -> Int {
        StateLayout.aligned(4 * model.image.height * model.image.width * model.image.channels)
    }
}

extension EmittedModel {
    /// Whether it is an encoder of pictures.
    var takesPictures: Bool {
        if case .encoder(let facts) = part { facts.features == nil && image.isPicture } else { false }
    }

    /// Pixels a side of a picture, at most: what is resized must have room.
    var longestSide: Int { min(32768, 512 * min(image.height, image.width)) }
}
