import Invar
import InvarRuntime

/// What a colour jitter drew for one view.
struct DrawnJitter {
    let brightness: Float
    let contrast: Float
    let saturation: Float
    /// A part of the circle.
    let turn: Float
    /// 0 for brightness, 1 for contrast, 2 for saturation, 3 for hue.
    let order: SIMD4<UInt8>

    init(_ jitter: ColorJitter, _ random: inout CounterRandom) {
        func factor(_ amount: Double) -> Float { Float(random.uniform(in: max(0, 1 - amount)...(1 + amount))) }
        (brightness, contrast) = (factor(jitter.brightness), factor(jitter.contrast))
        saturation = factor(jitter.saturation)
        turn = Float(random.uniform(in: -jitter.hue...jitter.hue))
        var order = SIMD4<UInt8>(0, 1, 2, 3)
        for i in [3, 2, 1] {
            let j = random.integer(below: i + 1)
            (order[i], order[j]) = (order[j], order[i])
        }
        self.order = order
    }

    /// In the order in which they happen; of what the step leaves alone, nothing.
    func explanation(of jitter: ColorJitter) -> String {
        (0..<4).compactMap { place in
            switch order[place] {
            case 0 where jitter.brightness > 0: "brightness × \(Words.number(brightness))"
            case 1 where jitter.contrast > 0: "contrast × \(Words.number(contrast))"
            case 2 where jitter.saturation > 0: "saturation × \(Words.number(saturation))"
            case 3 where jitter.hue > 0: "hue \(Words.signed(turn * 360))°"
            case _: nil
            }
        }.joined(separator: ", then ")
    }
}
