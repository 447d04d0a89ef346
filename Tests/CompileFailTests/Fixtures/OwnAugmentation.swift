// Compiles: an augmentation needs nothing but what is public, and no unsafe code.
import Invar

struct Invert: Augmentation {
    func apply(to pixels: inout Pixels, random: inout ViewRandom) { pixels.map { 1 - $0 } }
}

struct Shuffle: Augmentation {
    var strength: Float = 0.1
    var probability = PerView(0.5, 1)

    static var name: String { "shuffle" }

    func problems(for image: Image) -> [Diagnostic] {
        image.channels == 3 ? [] : [Diagnostic("Shuffle changes colours; give it images of three channels")]
    }

    func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let order = [0, 1, 2].shuffled(using: &random)
        pixels.mapColors { red, green, blue in
            let colors = [red, green, blue]
            return (colors[order[0]], colors[order[1]], colors[order[2]])
        }
        pixels[0, 0, 0] += strength * random.uniform()
        let mean = pixels.withPlane(1) { plane in
            var sum: Float = 0
            for i in plane.indices { sum += plane[i] }
            return sum / Float(plane.count)
        }
        if random.chance(0.5) { pixels.map { $0 + (mean - $0) * random.uniform(in: 0...0.1) } }
    }
}

let views = Views {
    RandomResizedCrop()
    Invert()
    for strength in [0.1, 0.2] as [Float] { Shuffle(strength: strength) }
    Normalize.imageNet()
}
