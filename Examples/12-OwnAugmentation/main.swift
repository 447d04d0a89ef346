// An augmentation of one's own: a struct whose properties are its parameters, and one function that changes the pixels of a
// view. It stands among Invar's steps, and a run is resumed only with the parameters that it was begun with.
//
//     swift run -c release OwnAugmentation views coarse --output runs/coarse.png --explain
//     swift run -c release OwnAugmentation pretrain coarse --train-images 5120 --epochs 2 --output runs/coarse
import Invar
import InvarCommands

/// Shows a square at a random place as if through frosted glass: all of it has its mean.
struct Frost: Augmentation {
    let side: Int
    var probability = PerView(1.0)

    func problems(for image: Image) -> [Diagnostic] {
        guard side < 1 || side > min(image.height, image.width) else { return [] }
        return [Diagnostic("Frost with a side of \(side); it must fit into the view")]
    }

    private func draw(_ height: Int, _ width: Int, _ random: inout ViewRandom) -> (top: Int, left: Int) {
        (random.integer(below: height - side + 1), random.integer(below: width - side + 1))
    }

    func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let (top, left) = draw(pixels.height, pixels.width, &random)
        for channel in 0..<pixels.channels {
            var sum: Float = 0
            for y in top..<(top + side) { for x in left..<(left + side) { sum += pixels[channel, y, x] } }
            let mean = sum / Float(side * side)
            for y in top..<(top + side) { for x in left..<(left + side) { pixels[channel, y, x] = mean } }
        }
    }

    /// What `views --explain` says.
    func explanation(for image: Image, random: inout ViewRandom) -> String {
        let (top, left) = draw(image.height, image.width, &random)
        return "\(side) × \(side) pixels at (\(left), \(top))"
    }
}

/// Makes a share of the values black or white.
struct SaltAndPepper: Augmentation {
    let share: Double
    let probability: PerView<Double>

    func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        pixels.map { random.chance(share) ? (random.chance(0.5) ? 0 : 1) : $0 }
    }
}

let model = JointEmbedding("coarse", image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])) {
    Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip(probability: 0.5)
        OneOf {
            Sharpness(factor: 0...2); Cutout(fill: .mean)
        }
        SaltAndPepper(share: 0.1, probability: PerView(0.2, 0.8))
        Frost(side: 8)
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
