// An augmentation of one's own: a struct whose properties are its parameters, and one function that changes the pixels of a
// view. It stands among Invar's steps, and a run is resumed only with the parameters that it was begun with.
//
//     swift run -c release OwnAugmentation views cutout --output runs/cutout.png
//     swift run -c release OwnAugmentation pretrain cutout --train-images 5120 --epochs 2 --output runs/cutout
import Invar
import InvarCommands

/// Blackens a square at a random place (DeVries & Taylor 2017).
struct Cutout: Augmentation {
    let side: Int
    var probability = PerView(1.0)

    func problems(for image: Image) -> [Diagnostic] {
        guard side < 1 || side > min(image.height, image.width) else { return [] }
        return [Diagnostic("Cutout with a side of \(side); it must fit into the view")]
    }

    func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let top = random.integer(below: pixels.height - side + 1)
        let left = random.integer(below: pixels.width - side + 1)
        for channel in 0..<pixels.channels {
            for y in top..<(top + side) { for x in left..<(left + side) { pixels[channel, y, x] = 0 } }
        }
    }
}

/// Adds noise to each value by itself.
struct GaussianNoise: Augmentation {
    let deviation: Float
    let probability: PerView<Double>

    func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        pixels.map { min(max($0 + deviation * random.normal(), 0), 1) }
    }
}

let model = JointEmbedding("cutout", image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])) {
    Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip(probability: 0.5)
        GaussianNoise(deviation: 0.1, probability: PerView(0.2, 0.8))
        Cutout(side: 8)
    }
    Encoder {
        for width in [16, 32, 64] { Conv(width, kernel: 3, stride: 2); BatchNorm(); ReLU() }
        GlobalAveragePool()
    }
    Expander {
        Linear(256); BatchNorm(); ReLU()
        Linear(256, bias: false)
    }
    Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
    }
}

InvarCommands.main([model])
